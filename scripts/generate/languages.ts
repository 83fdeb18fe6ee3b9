import type { Language } from '../../server/src/languages/language.ts';
import type { TreeDescription } from '../../server/src/languages/tree/description.ts';

/** What the pages say of a language. */
type Named = Pick<Language, 'id' | 'languageIds' | 'extensions'>;

/** What the build and the client must know of the languages, as JSON: both read it without the server. */
export function renderLanguageFacts(json: Named, trees: readonly TreeDescription[]): string {
  return JSON.stringify({
    languageIds: [json, ...trees].flatMap(({ languageIds }) => languageIds),
    grammars: unique(trees.map(({ grammar }) => grammar)),
  });
}

/** The TextMate scopes in whose strings codes are coloured. */
export function scopesOf(trees: readonly TreeDescription[]): readonly string[] {
  return unique(['source.json', 'source.json.comments', ...trees.flatMap(({ scopes }) => scopes)]);
}

/** One row for each language. */
export function renderLanguagesTable(languages: readonly Named[]): string {
  const rows = languages.map(({ id, languageIds, extensions }) => [nameOf(id), code(languageIds), code(extensions)]);
  return [['Language', 'Language ids of VS Code', 'File name endings'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** How people write the name of a language; an id that is not known is shown as it is. */
export function nameOf(id: string): string {
  return NAMES[id] ?? id;
}

const NAMES: Readonly<Record<string, string>> = {
  json: 'JSON, JSON with comments',
  javascript: 'JavaScript, JSX',
  typescript: 'TypeScript',
  tsx: 'TSX',
  python: 'Python',
  java: 'Java',
  kotlin: 'Kotlin',
  go: 'Go',
  csharp: 'C#',
  swift: 'Swift',
  dart: 'Dart',
  php: 'PHP',
  ruby: 'Ruby',
  rust: 'Rust',
  yaml: 'YAML',
};

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
