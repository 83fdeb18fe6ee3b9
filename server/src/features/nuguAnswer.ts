import type { Catalog } from '../catalog/catalog.ts';
import { factsOf } from '../catalog/text.ts';
import type { Code, Directive, DirectiveKey } from '../catalog/types.ts';
import { glossOf } from './completion/detail.ts';
import type { DocsLanguage } from './describe/language.ts';

/** A directive, and what it can be answered with. */
export interface AnsweredDirective {
  readonly capability: string;
  readonly directive: string;
  /** `OK` first, then its own codes, those of any directive, and those of the whole request. */
  readonly codes: readonly { readonly code: string; readonly gloss: string }[];
}

/** How object literals look in a language. */
export interface AnswerStyle {
  readonly quote: '"' | "'";
  readonly keys: 'bare' | 'quoted';
  /** What the program may call the request's id and its device; none in data, which holds them itself. */
  readonly names?: { readonly requestId: string; readonly device: string };
}

/** Every directive with the codes that can answer it. */
export function answeredDirectives(catalog: Catalog, language: DocsLanguage): readonly AnsweredDirective[] {
  const rows = (codes: readonly Code[]) => codes.map((code) => ({ code: code.code, gloss: glossOf(code, language) }));
  return catalog.data.directives.map(({ capability, name }) => ({
    capability,
    directive: name,
    codes: rows(codesFor(name, catalog)),
  }));
}

/**
 * An answer in the shape of NUGU's pages, as a snippet: values that only the program knows are tab stops with the value of the
 * page's sample in them. Lines are indented with tabs, which an editor writes as its own.
 *
 * @returns undefined for a code that does not answer the directive
 */
export function answerSnippet(
  catalog: Catalog,
  { directive: name, code: text }: { readonly directive: string; readonly code: string },
  style: AnswerStyle,
): string | undefined {
  const directive = catalog.directive(name);
  const code = directive && codesFor(directive.name, catalog).find((one) => one.code === text);
  if (!directive || !code) return undefined;
  return createWriter(style).write(
    code.level === 'global-level' ? ofRequest(code) : ofDevice(code, directive, catalog),
  );
}

function codesFor(directive: string, catalog: Catalog): readonly Code[] {
  const ofLevel = (level: Code['level']) => catalog.codes.filter((code) => code.level === level);
  return [...ofLevel('success'), ...catalog.codesOfDirective(directive), ...ofLevel('global-level')];
}

/** What an answer is made of. */
type Part =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Part])[] }
  | { readonly kind: 'list'; readonly items: readonly Part[] }
  | { readonly kind: 'fixed'; readonly value: string | number }
  /** To be filled in; choices begin with the value. */
  | { readonly kind: 'stop'; readonly value: string | number; readonly choices?: readonly string[] }
  /** Given back as it was received. */
  | { readonly kind: 'received'; readonly what: 'requestId' | 'device' };

const REQUEST_ID: readonly [string, Part] = ['requestId', { kind: 'received', what: 'requestId' }];

function ofRequest(code: Code): Part {
  // The page's samples go on in Korean behind a comma.
  const [message = ''] = factsOf(code).flatMap(([, facts]) => facts.text?.split(',')[0] ?? []);
  return object([
    REQUEST_ID,
    [
      'error',
      object([
        ['code', { kind: 'fixed', value: Number(code.code) }],
        ['message', { kind: 'stop', value: message }],
      ]),
    ],
  ]);
}

function ofDevice(code: Code, directive: Directive, catalog: Catalog): Part {
  const isOk = code.level === 'success';
  const values = isOk
    ? directive.properties.flatMap((key) => propertyOf(key, catalog))
    : code.errorProperties.map(({ name, sample }) => [name, stop(name, sample, catalog)] as const);
  // Samples of an OK have the key even where nothing stands in it; with an error only four codes ask for it.
  const held = isOk || values.length > 0 ? [[isOk ? 'properties' : 'errorProperties', object(values)] as const] : [];
  const item = object([
    ['resultCode', { kind: 'fixed', value: code.code }],
    ['smartHomeDevice', { kind: 'received', what: 'device' }],
    ...held,
  ]);
  return object([REQUEST_ID, ['data', { kind: 'list', items: [item] }]]);
}

/** A property with the value of a sample; none for one that no sample of an answer shows, as `maxHumidity`. */
function propertyOf({ name, sources }: DirectiveKey, catalog: Catalog): readonly (readonly [string, Part])[] {
  const sample = Object.values(sources).find((facts) => facts.sample !== undefined)?.sample;
  return typeof sample === 'string' || typeof sample === 'number' ? [[name, stop(name, sample, catalog)]] : [];
}

function stop(name: string, sample: string | number, catalog: Catalog): Part {
  // A colour is listed as a word, but asked and answered as #rrggbb.
  const choices = typeof sample === 'string' && sample.startsWith('#') ? [] : catalog.listedValues(name);
  // One sample of an airflow is a Korean word, which no table has.
  const value = choices.length === 0 || choices.includes(String(sample)) ? sample : (choices[0] ?? sample);
  const others = choices.filter((choice) => choice !== value);
  return { kind: 'stop', value, ...(choices.length > 0 && { choices: [String(value), ...others] }) };
}

function object(entries: readonly (readonly [string, Part])[]): Part {
  return { kind: 'object', entries };
}

/** Numbers the tab stops as they come. */
function createWriter({ quote, keys, names }: AnswerStyle): { write(part: Part): string } {
  let stops = 0;
  const quoted = (text: string): string => quote + text + quote;
  const block = (open: string, lines: readonly string[], close: string): string =>
    lines.length === 0
      ? open + escaped(close)
      : `${open}\n${lines.map((line) => `\t${line.replaceAll('\n', '\n\t')}`).join(',\n')}\n${escaped(close)}`;
  const write = (part: Part): string => {
    switch (part.kind) {
      case 'object':
        return block(
          '{',
          part.entries.map(([key, value]) => `${keys === 'bare' ? key : quoted(key)}: ${write(value)}`),
          '}',
        );
      case 'list':
        return block('[', part.items.map(write), ']');
      case 'fixed':
        return typeof part.value === 'number' ? String(part.value) : quoted(part.value);
      case 'received': {
        const number = ++stops;
        if (names) return `\${${number}:${names[part.what]}}`;
        return part.what === 'requestId' ? quoted(`$${number}`) : `{ $${number} \\}`;
      }
      case 'stop': {
        const number = ++stops;
        const inside = part.choices ? `|${part.choices.map(asChoice).join(',')}|` : `:${escaped(String(part.value))}`;
        const written = `\${${number}${inside}}`;
        return typeof part.value === 'number' ? written : quoted(written);
      }
    }
  };
  return { write };
}

/** As the grammar of snippets wants it. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function asChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
