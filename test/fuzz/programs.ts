import fc from 'fast-check';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { readSamples, type Samples } from './corpus.ts';

/** A text of a language under a name. */
export interface Program {
  readonly path: string;
  readonly text: string;
}

/** What the product looks for, and what looks like it. */
function wordsOfProduct(): readonly string[] {
  const { codes, directives } = loadCatalogData();
  return [
    ...codes.map(({ code }) => code),
    ...directives.map(({ name }) => name),
    ...[
      'ThinQApiError',
      'ThinQAPIException',
      'smartHomeDevice',
      'resultCode',
      'errorProperties',
      'error',
      'code',
      'message',
    ],
    ...['TemperatureOutOfRange', '0000', '404', '2_304', '1222.0', '-1', '1e3', 'OK', 'thinqconnect', 'nugu'],
  ];
}

/** What no program should hold, and every editor sees while somebody writes. */
const NOISE = [
  ...[
    '"',
    "'",
    '`',
    '"""',
    '/*',
    '*/',
    '//',
    '#',
    '<!--',
    '${',
    '}',
    '{',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    ';',
    ',',
    ':',
    '=',
    '\\',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\0',
    '\u2028',
    '\ufeff',
    '\ud83d',
    '\udd27',
    '👩‍🔧',
    '한',
    '𝟜',
    'e\u0301',
    '\u202e',
    '\\u{110000}',
  ],
  ...[
    'case',
    'else',
    'end',
    'default:',
    'return',
    'thinq-nugu-disable-next-line',
    '{{',
    '}}',
    '%s',
    '```json\n',
    '---\n',
    '<script>',
  ],
];

type Change = readonly [what: 'splice' | 'word' | 'noise' | 'drop' | 'double' | 'cut' | 'nest', at: number, by: number];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom('splice', 'splice', 'splice', 'word', 'word', 'noise', 'drop', 'double', 'cut', 'nest'),
  fc.nat(100_000),
  fc.nat(100_000),
);

/** Programs of every language: those of the fixtures, changed along the grammar, and against it. */
export async function programs(seed: number): Promise<fc.Arbitrary<Program>> {
  const samples = await readSamples(seed);
  const words = wordsOfProduct();
  return fc
    .record({
      language: fc.constantFrom(...samples),
      which: fc.nat(1000),
      changes: fc.array(change, { maxLength: 8 }),
      isDos: fc.boolean(),
    })
    .map(({ language, which, changes, isDos }) => {
      const { path, text } = changed(language, which, changes, words);
      return { path, text: isDos && which % 8 === 0 ? text.replaceAll('\n', '\r\n') : text };
    });
}

function changed(language: Samples, which: number, changes: readonly Change[], words: readonly string[]): Program {
  const program = at(language.programs, which);
  const { path, pieces } = program;
  let { text } = program;
  if (pieces.length === 0) return { path, text };
  const placed = changes.map(([what, where, by]) => ({ what, by, piece: at(pieces, where) }));
  // From the end to the beginning, so that places stay; of two that overlap, the later one is made.
  let last = Number.POSITIVE_INFINITY;
  for (const { what, by, piece } of placed.toSorted((a, b) => b.piece.start - a.piece.start)) {
    const { type, start, end } = piece;
    if (end > last) continue;
    last = start;
    text =
      text.slice(0, start) +
      instead(what, by, text.slice(start, end), language.byType.get(type) ?? [], words) +
      text.slice(end);
  }
  return { path, text };
}

function instead(
  what: Change[0],
  by: number,
  old: string,
  others: readonly string[],
  words: readonly string[],
): string {
  const mark = at(NOISE, by);
  const isMuch = by % 97 === 0;
  switch (what) {
    case 'splice':
      return at(others, by);
    case 'word':
      return old.replace(/[\w.]+/, () => at(words, by));
    case 'noise':
      return by % 2 === 0 ? old + mark : mark + old;
    case 'drop':
      return '';
    case 'double':
      return old.repeat(isMuch ? MUCH_UNITS / old.length : 2 + (by % 3));
    case 'cut':
      return old.slice(0, by % (old.length + 1));
    case 'nest': {
      const depth = isMuch ? 3000 : 1 + (by % 60);
      const [open, close] = at(
        [
          ['(', ')'],
          ['[', ']'],
          ['{', '}'],
          ['!', ''],
          ['x.', ''],
          ['"1222" || ', ''],
        ],
        by,
      );
      return `${(open ?? '').repeat(depth)}${old}${(close ?? '').repeat(depth)}`;
    }
  }
}

/** UTF-16 units of what stands in a text many times over: enough for what grows faster than the text to be felt. */
const MUCH_UNITS = 30_000;

/** One of several, by any number. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

export { NOISE };
