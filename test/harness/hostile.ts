import { marked, type Token } from 'marked';

/** What a workspace may say to do something where it is shown, each under what it tries. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a title of a terminal': '\u001B]0;owned\u0007x\u001B[2J\u001B[1;1H',
  'a colour in one unit': 'a\u009B31mb',
  'a device control string': '\u0090+q544e\u009C',
  'going back in the line': 'a\rNo findings.\b\b\u007F',
  'a line of its own': 'a\nNo findings.',
  'other ends of lines': 'a\u0085b\u2028c\u2029d\u000Be\fg',
  'nothing, in C': 'a\u0000b',
  'text from right to left': '\u202Egnp.exe\u202C \u2066a\u2069 \u200F\u061C',
  'annotations within the line': 'a\uFFF9b\uFFFAc\uFFFBd\u206A',
  'a command of GitHub': '::add-mask::a',
  'a command of GitHub on a line of its own': 'x\n  ::stop-commands::b\r\n::error file=a,line=1::c',
  'a command of GitHub behind what shows nothing': '\u200B\u00AD::warning::a',
  'a command of GitHub where a message is wrapped':
    'many words so that a line of a hundred columns is full before the last one is reached by the text ::add-mask::secret and so on',
  'a command of GitHub of old': 'a ##[add-mask]b',
  'a command of Azure': '##vso[task.setvariable variable=a]b',
  'a command of TeamCity': "##teamcity[buildStatus text='a']",
  'properties of a command': 'a,line=9::b%0A::c',
  'a link': '[a](https://example.com/)',
  'a link to a command': '[a](command:workbench.action.quit)',
  'a link in angles': '<command:workbench.action.quit> <https://example.com>',
  'a link by itself': 'https://example.com/a www.example.com a@example.com http://[::1]/',
  'a link by reference': 'a [b] [c][d]\n\n[b]: https://example.com\n[d]: https://example.com',
  'a picture': '![a](https://example.com/a.png)',
  'a heading': '# a',
  'a heading on a line of its own': 'a\n\n# b',
  'a heading by what is below': 'a\n===\nb\n---',
  'a rule': '---',
  'rules of other kinds': '***\n\n___\n\n- - -',
  'a list': '- a\n- b',
  'a list with numbers': '1. a\n2) b',
  'a quotation': '> a',
  'a table': '| a | b |\n| - | - |\n| c | d |',
  'a fence': '```\na\n```',
  'a fence of tildes': '~~~\na',
  'code by indentation': 'a\n\n    b',
  'code spans, and one that goes on': '`a` `` b ``` c',
  'bold, slanted and struck text': '**a** __b__ *c* _d_ ~~e~~',
  HTML: '<img src=x onerror=alert(1)><script>alert(1)</script><!-- a',
  entities: '&lt;b&gt; &#x1b;[2J &copy;',
  'icons of VS Code': '$(error) a $(sync~spin)',
  backslashes: '\\# a \\[b\\](c) \\\\',
  'the end of XML': ']]> "a" \'b\' </failure>',
};

/** A text that does nothing. */
export const TAME = 'word';

/** Control characters and marks of direction; the end of a line and a tab are for the test to allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const LIVE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB]/u;

/** What of a text does something in a terminal. @returns undefined for one that does nothing */
export function liveIn(text: string): string | undefined {
  const found = LIVE.exec(text)?.[0];
  return found && `U+${found.charCodeAt(0).toString(16)} in ${JSON.stringify(text)}`;
}

/** The lines that a runner of CI would obey, as they read them: what shows nothing does not count for GitHub's. */
export function commandsIn(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => {
    const seen = line.replace(/[\p{Cf}\p{Mn}\p{Cc}]/gu, '').trimStart();
    return /^::.*?::/.test(seen) || /##\w*\[/.test(seen);
  });
}

/** What a Markdown text is made of, without its words: VS Code reads it with the same library. */
export function structureOf(markdown: string): string {
  return structure(marked.lexer(markdown));
}

function structure(tokens: readonly Token[]): string {
  const parts = tokens.map((token): string => {
    const own = 'depth' in token ? `${token.type}${token.depth}` : token.type;
    if (token.type === 'text' && !('tokens' in token)) return 'text';
    if (token.type === 'escape' || token.type === 'br') return token.type === 'br' ? 'br' : 'text';
    const items = token.type === 'list' ? (token.items as readonly Token[]) : [];
    const cells = token.type === 'table' ? [token.header, ...token.rows].flat() : [];
    const inner = [...('tokens' in token ? (token.tokens ?? []) : []), ...items, ...cells];
    return `${own}(${structure(inner as readonly Token[])})`;
  });
  return parts.filter((part, index) => part !== 'text' || parts[index - 1] !== 'text').join(' ');
}
