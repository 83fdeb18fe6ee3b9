import fc from 'fast-check';
import { type Description, isTree } from '../../server/src/languages/description.ts';
import type { Language } from '../../server/src/languages/language.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { createTreeLanguage } from '../../server/src/languages/tree/reader.ts';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { NO_PROJECT } from '../../server/src/project/facts.ts';
import type { Document, LanguageService } from '../../server/src/service/api.ts';
import { createLanguageService } from '../../server/src/service/service.ts';
import { readSettings } from '../../server/src/settings.ts';
import { grammars } from './host.ts';

/** What one stroke of an editor does to a text. */
export interface Stroke {
  /** Where, as a part of the text's length. */
  readonly where: number;
  /** Moved to the beginning or the end of the line that this is in. */
  readonly snapsTo?: 'start' | 'end';
  /** UTF-16 units taken away. */
  readonly removed: number;
  /** What is put there: a text, or a piece of the text itself, from a part of its length on. */
  readonly inserted: string | { readonly from: number; readonly units: number };
  /** It takes back the stroke before it instead. */
  readonly isUndo?: boolean;
}

/** Parts of a whole; nearly all of those that `fc.double` gives are next to nothing. */
export const PART: fc.Arbitrary<number> = fc.nat(1_000_000).map((part) => part / 1_000_000);

const SETTINGS = readSettings({ codeLens: true }, 'en');

/** What people write one stroke after the other, and what changes how a text is read. */
const WRITTEN = [
  ...[
    's',
    's',
    's',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '}',
    '{',
    '(',
    ')',
    '  ',
    '\t',
    '\n}\n',
    'end\n',
    ':\n',
    '한',
    '😀',
    '\ud83d',
  ],
  ...['"', "'", '`', '"""', '/*', '*/', '//', '#', '# ', '\\', '${', '1', '=', '\u2028', '@', '\n@top\n'],
  ...[
    '"1222"',
    "'2305'",
    '1222',
    '2000',
    'code',
    'error',
    'error.code',
    '"AlreadyTurnOn"',
    'resultCode',
    'return',
    'RETRY',
  ],
  ...[
    'thinq',
    'ThinQApiError',
    'import thinqconnect\n',
    "import { A } from './a';\n",
    'smartHomeDevice',
    'nugu',
    'mysql',
  ],
  ...[
    'fetch(url)',
    'thinqClient',
    'x-message-id',
    'directive',
    'interceptor',
    '\nfunction more(error) {\n',
    '\ndef more(error):\n',
  ],
  ...[
    '// thinq-nugu-disable-next-line\n',
    '# thinq-nugu-disable-line',
    '/* thinq-nugu-disable */',
    'describe("',
    '#[cfg(test)]',
  ],
];

/** Random strokes, more of them in whole lines than chance would have it. */
export const strokes: fc.Arbitrary<Stroke> = fc.record(
  {
    where: PART,
    snapsTo: fc.constantFrom('start', 'end'),
    removed: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(600)),
    inserted: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WRITTEN) },
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.record({ from: PART, units: fc.nat(500) }) },
    ),
    isUndo: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  },
  { requiredKeys: ['where', 'removed', 'inserted'] },
);

/** A text after a stroke, and where that was. UTF-16 offsets. */
export interface Stroked {
  readonly text: string;
  readonly offset: number;
}

/** A text after each of some strokes. */
export function textsAfter(text: string, made: readonly Stroke[]): readonly Stroked[] {
  const texts: Stroked[] = [{ text, offset: 0 }];
  for (const stroke of made) {
    const now = texts.at(-1)?.text ?? text;
    const offset = offsetOf(stroke, now);
    const { inserted, removed } = stroke;
    const from = typeof inserted === 'string' ? 0 : Math.floor(inserted.from * now.length);
    const put = typeof inserted === 'string' ? inserted : now.slice(from, from + inserted.units);
    const next = now.slice(0, offset) + put + now.slice(offset + removed);
    texts.push({ text: stroke.isUndo ? (texts.at(-2)?.text ?? text) : next, offset });
  }
  return texts.slice(1);
}

function offsetOf({ where, snapsTo }: Stroke, text: string): number {
  const offset = Math.floor(where * text.length);
  if (snapsTo === 'start') return text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return snapsTo === 'end' && end >= 0 ? end : offset;
}

/**
 * Makes services, of which each remembers nothing yet. Grammars are loaded once.
 *
 * @returns makes one
 */
export function freshServices(): () => LanguageService {
  const treeSitter = createTreeSitter(grammars);
  const host = { assets: grammars, projectOf: async () => NO_PROJECT, checkProjectFile: async () => [] };
  return () => {
    const languages = LANGUAGES.map((one) => (isTree(one) ? plain(one, createTreeLanguage(one, treeSitter)) : one));
    return createLanguageService(host, { languages });
  };
}

/** A language that has been made already, under the name of its description. */
function plain({ name, scopes }: Description, language: Language): Description {
  return { name, scopes, ...language };
}

/** Everything that an editor shows of a document, at an offset of it and at the first codes and names in it. */
export async function shown(service: LanguageService, document: Document, offset: number): Promise<unknown> {
  const { diagnostics, skipped } = await service.diagnose(document, SETTINGS);
  const lenses = await service.lenses(document, SETTINGS);
  const actions = await service.actions(document, { start: 0, end: document.text.length }, SETTINGS);
  const names = [...document.text.matchAll(/\b\d{4}\b|\b(?:code|error|[A-Z]\w+)\b/g)].slice(0, 8);
  const hovers = [];
  for (const place of [offset, ...names.map(({ index }) => index + 1)])
    hovers.push(await service.hover(document, place, SETTINGS));
  const offers = await service.complete(document, offset, SETTINGS);
  return { diagnostics, skipped, lenses, actions, hovers, offers };
}
