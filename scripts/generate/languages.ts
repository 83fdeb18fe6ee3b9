import { type Description, isProse, isTree } from '../../server/src/languages/description.ts';

/** What the pages say of a language. */
type Named = Pick<Description, 'name' | 'languageIds' | 'extensions'>;

/** What the build and the client must know of the languages, as JSON: both read it without the server. */
export function renderLanguageFacts(languages: readonly Description[]): string {
  return JSON.stringify({
    languageIds: languages.flatMap(({ languageIds }) => languageIds),
    checkedEndings: unique(languages.filter(isChecked).flatMap(({ extensions }) => extensions)),
    programEndings: unique(languages.filter(isTree).flatMap(({ modules, extensions }) => (modules ? extensions : []))),
    grammars: unique(languages.filter(isTree).map(({ grammar }) => grammar)),
  });
}

/** Whether anything in its files can be a finding. */
function isChecked(language: Description): boolean {
  return !isProse(language) || language.embeds.length > 0;
}

/** The TextMate scopes in whose strings codes are coloured. */
export function scopesOf(languages: readonly Description[]): readonly string[] {
  return unique(languages.flatMap(({ scopes }) => scopes));
}

/** One row for each language. */
export function renderLanguagesTable(languages: readonly Named[]): string {
  const names = unique(languages.map(({ name }) => name)).toSorted((a, b) => a.localeCompare(b, 'en'));
  const rows = names.map((name) => {
    const dialects = languages.filter((one) => one.name === name);
    const languageIds = dialects.flatMap((dialect) => dialect.languageIds);
    return [name, code(languageIds), code(dialects.flatMap((dialect) => dialect.extensions))];
  });
  return [['Language', 'Language ids of VS Code', 'File name endings'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
