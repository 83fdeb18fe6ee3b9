import type { ContainerDescription, Contents, EmbeddedProgram } from '../container/description.ts';
import { around } from '../container/reader.ts';
import { javascriptModules } from '../javascript/modules.ts';
import { javascriptPrinter } from '../javascript/printer.ts';
import { type Script, scriptsOf } from './scripts.ts';

/** Where a comment for the whole file may stand: at the beginning of the first script that holds its own text. */
const FIRST_SCRIPT =
  /<script(?![^>]{0,400}(?:\bsrc\s{0,9}=|\btype\s{0,9}=\s{0,9}["']?(?:[^"'>]{0,40}json|importmap|text\/(?:x-)?\w{0,20}template)))[^>]{0,400}>(?:[ \t]*\r?\n)?/i;

const markup = {
  scopes: [],
  comment: { line: '//', block: ['/*', '*/'], behind: FIRST_SCRIPT },
  quote: "'",
  embeds: ['typescript', 'javascript', 'tsx'],
  printer: javascriptPrinter,
  modules: javascriptModules,
  limit: 8_000_000,
  contents,
} as const satisfies Partial<ContainerDescription>;

const vue: ContainerDescription = {
  ...markup,
  id: 'vue',
  name: 'Vue',
  languageIds: ['vue'],
  extensions: ['.vue'],
};

const svelte: ContainerDescription = {
  ...markup,
  id: 'svelte',
  name: 'Svelte',
  languageIds: ['svelte'],
  extensions: ['.svelte'],
};

const html: ContainerDescription = {
  ...markup,
  id: 'html',
  name: 'HTML',
  languageIds: ['html'],
  extensions: ['.html', '.htm'],
};

/**
 * The scripts in one language are one program, as they share their names: each with blanks in the place of all that is no
 * script in it, so that offsets and columns stay.
 */
function contents(text: string): Contents {
  const { scripts, comments, raw } = scriptsOf(text);
  const own = scripts.filter(({ language, span }) => language !== undefined && span.start < span.end);
  const languages = new Set(own.flatMap(({ language }) => language ?? []));
  const programs = [...languages].map(
    (language): EmbeddedProgram => ({
      language,
      text: alone(
        text,
        own.filter((script) => script.language === language),
      ),
    }),
  );
  return { programs, comments, insides: own.map(({ span }) => span), prose: around(raw, text.length) };
}

/** A text with blanks in the place of all but some scripts, up to the end of the last one. */
function alone(text: string, scripts: readonly Script[]): string {
  let at = 0;
  let found = '';
  for (const { span } of scripts) {
    found += text.slice(at, span.start).replace(/[^\r\n]/g, ' ') + text.slice(span.start, span.end);
    at = span.end;
  }
  return found;
}

export default [vue, svelte, html];
