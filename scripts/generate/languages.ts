import { filesThatTell } from '../../server/src/knowledge/sharedEndings.ts';
import { type Description, isContainer, isProse, isTree } from '../../server/src/languages/description.ts';

/** What the pages say of a language. */
type Named = Pick<Description, 'name' | 'languageIds' | 'extensions'>;

/** What the build and the client must know of the languages, as JSON: both read it without the server. */
export function renderLanguageFacts(languages: readonly Description[]): string {
  return JSON.stringify({
    languageIds: languages.flatMap(({ languageIds }) => languageIds),
    // Editors may know these files under no language, or under another one of this ending.
    patterns: unique(languages.flatMap(patternsOf)),
    checkedEndings: unique(languages.filter(isChecked).flatMap(({ extensions }) => extensions)),
    programEndings: unique(
      languages.flatMap((one) => (!isProse(one) && one.modules !== undefined ? one.extensions : [])),
    ),
    importWords: languages.filter(isTree).flatMap(({ extensions, modules }) => {
      const isByPaths = modules?.paths !== undefined && modules.packages === undefined;
      return isByPaths ? [{ endings: extensions, words: modules.paths.importWords }] : [];
    }),
    grammars: unique(languages.filter(isTree).map(({ grammar }) => grammar)),
  });
}

/** Patterns of files that are looked at whatever language an editor takes them for. */
function patternsOf(language: Description): readonly string[] {
  const endings = isContainer(language)
    ? language.extensions.filter(() => language.languageIds.length > 0)
    : language.extensions.filter((ending) => filesThatTell(ending) !== undefined);
  return endings.map((ending) => `**/*${ending}`);
}

/** Whether anything in its files can be a finding. */
function isChecked(language: Description): boolean {
  if (isProse(language)) return language.embeds.length > 0;
  return !('isNeverChecked' in language && language.isNeverChecked);
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
  if (words.length === 0) return '–';
  return words.map((word) => `\`${word}\``).join(', ');
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
