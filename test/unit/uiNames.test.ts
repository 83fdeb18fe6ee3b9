import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(file, 'utf8');
const textsOf = (file: string): Readonly<Record<string, string>> => JSON.parse(read(file)) as Record<string, string>;

/** What VS Code itself calls something that our pages name. */
const OF_VSCODE = [
  ...[
    'Extensions: Install from VSIX...',
    'Welcome: Open Walkthrough...',
    'Go to Definition',
    'Find all references',
    'Rename',
  ],
  ...['확장: VSIX에서 설치...', '정의로 이동', '이름 바꾸기'],
];
/** What the server calls something in the light bulb. */
const OF_SERVER = { en: ['Why?'], ko: ['이유 보기'] } as const;

/** In bold stand names of the UI, and what a paragraph or an item begins with. */
function namesIn(page: string): readonly string[] {
  return read(page)
    .split(/\n\n|\n(?=- )/)
    .flatMap((block) => [...block.replace(/^(?:- )?\*\*[^*]+\*\*/, '').matchAll(/\*\*([^*]+)\*\*/g)])
    .map(([, name = '']) => name.replaceAll(/\s+/g, ' '));
}

for (const [language, strings, pages, features] of [
  ['en', 'package.nls.json', ['README.md', 'docs/features.md', 'docs/privacy.md'], 'docs/features.md'],
  ['ko', 'package.nls.ko.json', ['README.ko.md', 'docs/ko.md'], 'docs/ko.md'],
] as const) {
  describe(`pages for users (${language})`, () => {
    const texts = textsOf(strings);
    const commands = Object.entries(texts).flatMap(([key, text]) => (key.startsWith('command.') ? [text] : []));
    const views = Object.entries(texts).flatMap(([key, text]) => (key.startsWith('view.') ? [text] : []));
    const known = new Set([...commands, ...views, ...OF_VSCODE, ...OF_SERVER[language]]);

    it('name commands and views as VS Code shows them', () => {
      const names = pages.flatMap((page) => namesIn(page).map((name) => [page, name] as const));
      assert.ok(names.length >= 7, `${names.length} names`);
      for (const [page, name] of names) assert.ok(known.has(name), `${page}: ${name}`);
    });

    it('name every command', () => {
      const text = read(features).replaceAll(/\s+/g, ' ');
      assert.equal(commands.length, 18);
      for (const command of commands) assert.ok(text.includes(`**${command}**`), command);
    });

    it('have no names in bold whose asterisks are shown', () => {
      // Markdown ends nothing behind a mark and before a letter: `**코드 찾기…**에`.
      for (const page of [...pages, language === 'ko' ? 'test/sample/README.ko.md' : 'test/sample/README.md'])
        assert.deepEqual(read(page).match(/\*\*[^*\n]+[\p{P}\p{S}]\*\*[\p{L}\p{N}]/gu) ?? [], [], page);
    });

    it('say whose the product is not', () => {
      const said = language === 'en' ? 'Not affiliated with LG or SK Telecom.' : 'LG, SK텔레콤과는 관련이 없습니다.';
      assert.ok(read(pages[0]).replaceAll(/\s+/g, ' ').includes(said));
    });
  });
}
