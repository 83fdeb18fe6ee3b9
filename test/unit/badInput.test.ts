import assert from 'node:assert/strict';
import { isProse, isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import type { LanguageService } from '../../server/src/service/api.ts';
import { readSettings } from '../../server/src/settings.ts';
import { some, TRIES_ALL } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';

const DEFAULT_SETTINGS = readSettings({}, 'en');
const EXTENSIONS = ['json', 'jsonc', 'js', 'jsx', 'ts', 'tsx', 'py'];
/** Every other language, by its first file name ending. */
const OTHERS = LANGUAGES.flatMap(({ extensions }) => extensions.slice(0, 1))
  .map((extension) => extension.slice(1))
  .filter((extension) => !EXTENSIONS.includes(extension));
/** Makes every file one about both vendors, so that nothing is skipped for want of evidence. */
const ABOUT = 'ThinQAPIException smartHomeDevice';
const HALF = '\ud83d';
/** More brackets within brackets than any stack has room for. */
const DEPTH = TRIES_ALL ? 100_000 : 15_000;
/** More operands in a row than a parser can hold as nodes within nodes. */
const OPERANDS = TRIES_ALL ? 20_000 : 500;
/** UTF-16 units from one end of a text that is cut off to the next. */
const STEP = TRIES_ALL ? 1 : 16;
/** How often a mark stands behind itself. */
const REPEATS = TRIES_ALL ? 1_000 : 100;

/** Of a file that is larger than all that is read. */
const MEGABYTES = TRIES_ALL ? 50 : 10;

const comment = (extension: string): string => (extension === 'py' ? '#' : '//');
/** A program with one finding of `unknown-code`, and what it underlines. */
const WRONG = 'TemperatureOutOfRange';
function program(extension: string, before = ''): string {
  const item = `{ ${before}"resultCode": "${WRONG}", "smartHomeDevice": {} }`;
  return extension.startsWith('json') ? `${item}\n` : `item = ${item}\n`;
}

describe('bad input', function () {
  // Megabytes take their time on a slow machine; only what never ends is wrong.
  this.timeout(180_000);
  const world = createWorld();
  const { service } = world;
  const root = world.project();
  const open = (extension: string, text: string) => world.document(root, `file.${extension}`, text);

  /** Asks everything there is to ask, at a few places. @returns the texts that are underlined */
  async function ask(extension: string, text: string, maySkip = false): Promise<readonly string[]> {
    const document = open(extension, text);
    const { diagnostics, skipped } = await service.diagnose(document, DEFAULT_SETTINGS);
    if (!maySkip) assert.equal(skipped, undefined);
    else if (skipped) assert.ok(skipped.reason.en && skipped.reason.ko && diagnostics.length === 0);
    for (const { span, message } of diagnostics) {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
      assert.ok(message.length > 0);
    }
    for (const offset of places(text)) {
      await service.hover(document, offset, DEFAULT_SETTINGS);
      await service.complete(document, offset, DEFAULT_SETTINGS);
    }
    for (const action of await service.actions(document, { start: 0, end: text.length }, DEFAULT_SETTINGS)) {
      for (const { span } of action.edits) assert.ok(0 <= span.start && span.end <= text.length, action.title);
    }
    return diagnostics.map(({ span }) => text.slice(span.start, span.end));
  }

  for (const extension of EXTENSIONS) {
    describe(extension, () => {
      it('an empty file', async () => {
        assert.deepEqual(await ask(extension, ''), []);
        assert.deepEqual(await ask(extension, '\ufeff'), []);
        assert.deepEqual(await ask(extension, ' \n\r\n\t'), []);
      });

      it('an empty first line above an indented one', async () => {
        assert.deepEqual(await ask(extension, `\n  ${program(extension)}`), [WRONG]);
      });

      it('half a surrogate pair', async () => {
        assert.deepEqual(await ask(extension, HALF), []);
        assert.deepEqual(await ask(extension, `${comment(extension)} ${HALF} ${ABOUT}\n${program(extension)}`), [
          WRONG,
        ]);
        assert.deepEqual(await ask(extension, program(extension, `"${HALF}": "${HALF}", `)), [WRONG]);
        await ask(extension, `{ "resultCode": "${HALF}", "smartHomeDevice": {} }`);
        await ask(extension, `{ "resultCode": "12${HALF}`);
      });

      it('a byte-order mark', async () => {
        assert.deepEqual(await ask(extension, `\ufeff${program(extension)}`), [WRONG]);
      });

      it('CRLF, lone CR, and all of them', async () => {
        const lines = `${comment(extension)} ${ABOUT}\n${program(extension)}`;
        assert.deepEqual(await ask(extension, lines.replaceAll('\n', '\r\n')), [WRONG]);
        assert.deepEqual(await ask(extension, program(extension).replaceAll('\n', '\r')), [WRONG]);
        assert.deepEqual(await ask(extension, `\r\r\n\n${program(extension)}\r`), [WRONG]);
      });

      it('Korean and emoji before a code on the same line', async () => {
        for (const before of ['"이름": "에어컨", ', '"👩‍🔧": "🏠𝟜", ', '"e\u0301": "\u200b\u2028", ']) {
          const text = program(extension, before);
          const { diagnostics } = await service.diagnose(open(extension, text), DEFAULT_SETTINGS);
          const start = text.indexOf(WRONG);
          assert.deepEqual(
            diagnostics.map(({ span }) => span),
            [{ start, end: start + WRONG.length }],
          );
        }
      });

      it('broken code', async () => {
        const text = program(extension);
        for (const broken of [
          `${text}}}}])>`,
          `((([[[{{{\n${text}`,
          `${text}"`,
          `'\n${text}`,
          `${text}\`\${`,
          '"""',
          "'''",
        ]) {
          await ask(extension, broken);
        }
        for (let end = 0; end < text.length; end += STEP) await ask(extension, text.slice(0, end));
      });

      it('a file that says it is binary', async () => {
        const text = `\u0000\u0001PNG ${program(extension)}`;
        const { diagnostics, skipped } = await service.diagnose(open(extension, text), DEFAULT_SETTINGS);
        assert.deepEqual(diagnostics, []);
        assert.match(skipped?.reason.en ?? '', /binary/);
        assert.ok(skipped?.reason.ko);
        await refuses(service, open(extension, text));
      });

      it('a file over the limit', async () => {
        const line = `${comment(extension)} ${'x'.repeat(990)}\n`;
        const text = program(extension) + line.repeat(limitOf(extension) / line.length + 1);
        const { diagnostics, skipped } = await service.diagnose(open(extension, text), DEFAULT_SETTINGS);
        assert.deepEqual(diagnostics, []);
        assert.match(skipped?.reason.en ?? '', /limit/);
        await refuses(service, open(extension, text));
      });
    });
  }

  for (const [turn, extension] of ['json', 'ts', 'py'].entries()) {
    it(`${DEPTH} nested brackets in ${extension}`, async () => {
      const open = '['.repeat(DEPTH);
      const brackets = [open, open + ']'.repeat(DEPTH), '{"a":'.repeat(DEPTH), '(('.repeat(DEPTH / 2)];
      for (const text of some(brackets, 2, turn)) {
        await ask(extension, `${text}\n${comment(extension)} ${ABOUT}\n`, true);
        await ask(extension, `${program(extension)}x = ${text}`, true);
      }
    });

    it(`a chain of ${OPERANDS} in ${extension}`, async () => {
      const sum = Array.from({ length: OPERANDS }, (_, index) => `"${1000 + (index % 1400)}"`).join(' + ');
      await ask(extension, `${program(extension)}x = ${sum}\n`, true);
      await ask(extension, `${program(extension)}x = [${sum.replaceAll(' + ', ', ')}]\n`, true);
      await ask(extension, `${program(extension)}x = f(${sum.replaceAll(' + ', ', ')})\n`, true);
      await ask(extension, `${program(extension)}x = ${sum.replaceAll(' + ', ' || ')}\n`, true);
    });
  }

  it(`${MEGABYTES} MB of JSON about a vendor is skipped, and says so`, async () => {
    const row = '{"resultCode":"OK","smartHomeDevice":{"id":"0123456789"}},\n';
    const text = `[${row.repeat(Math.ceil((MEGABYTES * 1_000_000) / row.length))}{}]`;
    const { diagnostics, skipped } = await service.diagnose(open('json', text), DEFAULT_SETTINGS);
    assert.deepEqual(diagnostics, []);
    assert.match(skipped?.reason.en ?? '', new RegExp(`${MEGABYTES}\\.\\d million`));
    await refuses(service, open('json', text));
  });

  it(`${MEGABYTES} MB of JSON about nothing needs no note`, async () => {
    const text = `[${'{"name":"0123456789","size":2305},\n'.repeat(MEGABYTES * 29_000)}{}]`;
    assert.deepEqual(await service.diagnose(open('json', text), DEFAULT_SETTINGS), { diagnostics: [] });
  });

  it('a binary file under the name of a text file, as an editor decodes it', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 131 + 7) % 256);
    const text = new TextDecoder().decode(bytes);
    for (const extension of EXTENSIONS) {
      const { diagnostics } = await service.diagnose(open(extension, `${text}${ABOUT}`), DEFAULT_SETTINGS);
      assert.deepEqual(diagnostics, []);
      await ask(extension, text.replaceAll('\0', ''));
    }
  });

  it('a word of the catalog in a regular expression', async () => {
    for (const extension of ['js', 'ts', 'tsx']) {
      const text = `const smartHomeDevice = /^("AlreadyTurnOn"|'1222'|TemperatureOutOfRange|[/"'])$/u;\n`;
      assert.deepEqual(await ask(extension, text), []);
      const hover = await service.hover(open(extension, text), text.indexOf('AlreadyTurnOn') + 2, DEFAULT_SETTINGS);
      assert.ok(hover === undefined || hover.markdown.includes('AlreadyTurnOn'));
    }
  });

  it('offsets that are not in the text', async () => {
    for (const extension of EXTENSIONS) {
      const document = open(extension, program(extension));
      for (const offset of [-1, document.text.length, document.text.length + 10]) {
        await service.hover(document, offset, DEFAULT_SETTINGS);
        await service.complete(document, offset, DEFAULT_SETTINGS);
        await service.actions(document, { start: offset, end: offset }, DEFAULT_SETTINGS);
      }
    }
  });

  for (const [turn, extension] of OTHERS.entries()) {
    it(`every kind of nonsense in ${extension}`, async () => {
      const code = `switch (error.code) { case "1222": return "${WRONG}"; }\n`;
      const nonsense = [
        '',
        '\r',
        `\n  ${ABOUT} ${code}`,
        HALF,
        `${ABOUT}\r${code}`,
        `${ABOUT}\r\n"한글 😀 ${HALF}" ${code}`,
        `${ABOUT} ${code.repeat(50)}`.slice(0, -7),
        `${ABOUT} ${'"\\u{110000}\\'}`,
        `${ABOUT} \0\u0001 ${code}`,
        `${ABOUT} /1222|${WRONG}/`,
        ...['(', '[', '{', '"', "'", '`', '!', 'if ', '<<<', '/*', '"1222" || '].map(
          (unit) => `${ABOUT} ${unit.repeat(REPEATS)}`,
        ),
        `${ABOUT} ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`,
      ];
      for (const text of some(nonsense, 5, turn)) {
        await ask(extension, text, true);
      }
    });
  }

  it('a project file that ends within a comment, a text or a value', async () => {
    for (const text of [
      '[/*',
      '{/*',
      '[//',
      '{ "exclude": [1 /*',
      '{ "vendors": { /* a',
      '{ "rules": {"a": /*',
      '"',
      '[',
      '{ "a',
    ]) {
      const document = world.document(root, '.thinq-nugu.json', text);
      const { diagnostics } = await service.diagnose(document, DEFAULT_SETTINGS);
      assert.ok(diagnostics.length > 0, text);
      for (const { span } of diagnostics)
        assert.ok(
          0 <= span.start && span.start <= span.end && span.end <= text.length,
          `${text} ${JSON.stringify(span)}`,
        );
    }
  });

  it('a language that is not read', async () => {
    const document = world.document(root, 'file.cobol', program('py'), 'cobol');
    assert.deepEqual(await service.diagnose(document, DEFAULT_SETTINGS), { diagnostics: [] });
    await refuses(service, document);
  });
});

/** The UTF-16 units of the longest text that is read. */
function limitOf(extension: string): number {
  const language = LANGUAGES.find(({ extensions }) => extensions.includes(`.${extension}`));
  assert.ok(language);
  return isTree(language) || isProse(language) ? 1_000_000 : language.limit;
}

/** Whoever asks about a file that is not read gets nothing, not an error. */
async function refuses(service: LanguageService, document: Parameters<LanguageService['hover']>[0]): Promise<void> {
  assert.equal(await service.hover(document, 3, DEFAULT_SETTINGS), undefined);
  assert.deepEqual(await service.complete(document, 3, DEFAULT_SETTINGS), []);
  assert.deepEqual(await service.actions(document, { start: 0, end: 9 }, DEFAULT_SETTINGS), []);
}

/** UTF-16 units beyond which a text is asked about in its middle only: each place has it read anew, with something put there. */
const LONG = 1_000;

function places(text: string): readonly number[] {
  const middle = Math.floor(text.length / 2);
  if (text.length > LONG && !TRIES_ALL) return [middle];
  const found = text.indexOf(WRONG);
  return [...new Set([0, middle, text.length, ...(found < 0 ? [] : [found + 3])])];
}
