import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { createRandom } from '../bench/random.ts';
import { readFixtures } from './fixtures.ts';

/** A text that is hard on a parser. */
export interface Abuse {
  readonly name: string;
  readonly text: string;
}

/** What a language looks like. */
export interface Ordinary {
  readonly id: string;
  /** File name ending with its dot. */
  readonly extension: string;
  /** Its code in the fixtures, file behind file. */
  readonly code: string;
}

/**
 * Every language with code of its own. Run in the root of the repository.
 *
 * @param step of how many texts in a language one is taken
 */
export function ordinaryCode(step = 1): readonly Ordinary[] {
  const files = readdirSync('test/fixtures', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.endsWith('README.md'))
    .sort()
    .flatMap((file) => readFixtures(readFileSync(join('test/fixtures', file), 'utf8')))
    .flatMap((fixture) => fixture.files);
  return LANGUAGES.map(({ id, extensions, languageIds }) => {
    const own = files.filter(
      ({ languageId }) => languageIds.includes(languageId) || extensions.includes(`.${languageId}`),
    );
    const texts = [...new Set(own.map(({ text }) => text))];
    const code = texts.filter((_, index) => index % step === 0).join('\n');
    return { id, extension: extensions[0] ?? '', code };
  });
}

/** Makes every file one about both vendors, so that none is passed over for want of evidence. */
const ABOUT = 'ThinQAPIException smartHomeDevice';
const HALF = '\ud83d';

/**
 * Everything that a file should not be, made of ordinary code; the same in every run.
 *
 * @param length UTF-16 units of the longest texts of many tokens
 * @param token UTF-16 units of the longest tokens
 */
export function* abuse({ code }: Ordinary, length: number, token: number): Generator<Abuse> {
  const random = createRandom(code.length);
  const whole = `${ABOUT}\n${code}`;
  const some = (size: number): string => whole.slice(0, size);
  const repeated = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

  yield { name: 'ordinary', text: repeated(whole, length / 4) };
  for (let part = 1; part <= 12; part++) {
    yield { name: `cut off at ${part} of 13`, text: some(Math.min(whole.length, length / 8) * (part / 13)) };
  }
  for (let seed = 1; seed <= 6; seed++) {
    const pieces = Array.from({ length: 40 }, () => {
      const start = random.between(0, whole.length);
      return whole.slice(start, start + random.between(1, 200));
    });
    yield { name: `pieces put together at random ${seed}`, text: `${ABOUT}\n${pieces.join('')}` };
  }
  yield { name: 'a single line', text: repeated(whole.replace(/\s+/g, ' '), length / 8) };
  yield { name: 'no space at all', text: `${ABOUT} ${repeated(code.replace(/\s+/g, ''), length / 16)}` };
  yield { name: 'NUL here and there', text: some(length / 16).replace(/(?<=\n[^\n]*\n[^\n]*)\n/g, '\n\0') };
  yield { name: 'half surrogates', text: `${ABOUT}\n${code.slice(0, length / 16).replace(/[aeo]/g, HALF)}` };
  yield { name: 'other scripts', text: `${ABOUT}\n${code.slice(0, length / 16).replace(/[aeo]/g, '한𝟜')}` };
  for (const [open = '', close = ''] of ['()', '[]', '{}', '<>', '""', '``']) {
    yield {
      name: `${open} within ${open}, 1,400 deep`,
      text: `${ABOUT}\nx = ${open.repeat(1400)}1222${close.repeat(1400)}\n`,
    };
    yield { name: `${open}, never closed`, text: `${ABOUT}\nx = ${repeated(open, length)}` };
  }
  for (const unit of [
    'if (x) ',
    'else ',
    'x.',
    '-',
    '!',
    'a ? b : ',
    '"1222" || ',
    'a,',
    '@',
    '#',
    '\\',
    '/*',
    '<<A\n',
    '  \n\t',
  ]) {
    yield { name: `nothing but ${JSON.stringify(unit)}`, text: `${ABOUT}\n${repeated(unit, length / 32)}` };
  }
  for (const [name, unit] of [
    ['numbers', '1 '],
    ['blanks', ' '],
    ['empty lines', '\n'],
  ] as const) {
    yield { name: `nothing but ${name}`, text: `${ABOUT}\n${repeated(unit, length)}` };
  }
  yield { name: `a name of ${token}`, text: `${ABOUT}\n${repeated('x', token)}` };
  yield { name: `a string of ${token}`, text: `${ABOUT}\nx = "${repeated('x ', token)}"\n` };
  yield { name: 'a string that never ends', text: `${ABOUT}\nx = "${repeated('y\\"', length)}` };
  yield { name: 'a comment that never ends', text: `${ABOUT}\n/* ${repeated('* ', length)}` };
}
