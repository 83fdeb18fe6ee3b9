import assert from 'node:assert/strict';
import { textFor, textsOf, wholeText } from '../../server/src/catalog/byVendor.ts';
import { codeName, didYouMean, LONGEST_FIRST_SENTENCE, listed, naming } from '../../server/src/catalog/wording.ts';

const names = (...all: readonly string[]) => all.map((name) => codeName(name));

describe('names in sentences', () => {
  it('are listed as people list them', () => {
    assert.deepEqual(listed([]), { en: '', ko: '' });
    assert.deepEqual(listed(names('a')), { en: '`a`', ko: '`a`' });
    assert.deepEqual(listed(names('a', 'b', 'c')), { en: '`a`, `b` and `c`', ko: '`a`, `b`, `c`' });
    assert.equal(listed(names('a', 'b'), 'or').en, '`a` or `b`');
  });

  it('have what a vendor says in brackets, in Korean without a blank', () => {
    assert.deepEqual(codeName('2304', 'in POWER OFF'), {
      en: '`2304` (in POWER OFF)',
      ko: '`2304`(in POWER OFF)',
    });
  });

  it('lose their end where they are longer than any code', () => {
    assert.equal(codeName('x'.repeat(60)).en, `\`${'x'.repeat(60)}\``);
    assert.equal(codeName('x'.repeat(61)).en, `\`${'x'.repeat(59)}…\``);
  });

  it('may be asked about, with the particle of the last one', () => {
    assert.deepEqual(didYouMean([]), { en: '', ko: '' });
    assert.deepEqual(didYouMean(['TurnOn']), {
      en: ' Did you mean `TurnOn`?',
      ko: ' `TurnOn`을 쓰려고 했나요?',
    });
    assert.deepEqual(didYouMean(['2214', '2213', '2212']), {
      en: ' Did you mean `2214`, `2213` or `2212`?',
      ko: ' `2214`, `2213`, `2212` 중 하나를 쓰려고 했나요?',
    });
  });
});

describe('a first sentence with names', () => {
  const sentence = (length: number, count: number) => {
    const shown: number[] = [];
    const text = naming(names('a'.repeat(length), 'b'.repeat(length), 'c'.repeat(length)), count, (some, rest) => {
      shown.push(some.length, rest);
      return { en: `There is ${listed(some).en}${rest > 0 ? ' and more' : ''}.`, ko: `${listed(some).ko} 등.` };
    });
    return { text, shown };
  };

  it('names all where they fit', () => assert.deepEqual(sentence(5, 3).shown, [3, 0]));

  it('names fewer where they do not, and says how many are left', () => {
    const { text, shown } = sentence(45, 7);
    assert.deepEqual(shown, [3, 4, 2, 5]);
    assert.ok(text.en.length <= LONGEST_FIRST_SENTENCE);
  });

  it('names one at least', () => assert.deepEqual(sentence(200, 3).shown, [3, 0, 2, 1, 1, 2]));
});

describe('a text by vendor', () => {
  const [one, other] = [
    { en: 'One.', ko: '하나.' },
    { en: 'Two.', ko: '둘.' },
  ];

  it('is the same for all, or has one for each', () => {
    assert.deepEqual(textsOf(one), [{ text: one }]);
    assert.equal(textFor(one, 'nugu'), one);
    assert.equal(textFor({ thinq: one, nugu: other }, 'nugu'), other);
    assert.equal(textFor({ thinq: one, nugu: other }, undefined), one);
  });

  it('is put together behind the names of the vendors', () => {
    assert.deepEqual(wholeText({ nugu: other, thinq: one }), {
      en: 'ThinQ: One. NUGU: Two.',
      ko: 'ThinQ: 하나. NUGU: 둘.',
    });
    assert.deepEqual(wholeText({ nugu: other }), other);
    assert.deepEqual(wholeText(one), one);
  });
});
