import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { RULES } from '../../server/src/rules/registry.ts';

/** What git keeps, or would keep. */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(file));
const pages = files.filter((file) => file.endsWith('.md'));
const guides = pages.filter((file) =>
  /^(?:docs\/contributing\/.*|ARCHITECTURE\.md|CONTRIBUTING\.md|SECURITY\.md)$/.test(file),
);

const read = (file: string): string => readFileSync(file, 'utf8');
const { scripts, repository, ...manifest } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly repository?: string;
};

/** Markdown without its fences: what is left is text for people. */
const withoutFences = (text: string): string => text.replace(/^( *)(`{3,}|~{3,})[^\n]*\n(?:.*\n)*?\1\2 *$/gm, '');

/** The name by which GitHub links to a heading: "한국어", "github-actions-on-several-machines". */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (page: string): readonly string[] =>
  [...withoutFences(read(page)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** A link within the repository: the file it leads to, from the root, and the heading there. */
function linksIn(
  page: string,
): readonly { readonly written: string; readonly file: string; readonly anchor: string }[] {
  const text = withoutFences(read(page)).replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]*))?\)/g)].map(([written, path = '', anchor = '']) => ({
    written,
    file: path === '' ? page : posix.join(posix.dirname(page), path),
    anchor: decodeURIComponent(anchor),
  }));
}

describe('the pages of the repository', () => {
  it('link to what is there', () => {
    let links = 0;
    for (const page of pages) {
      for (const { written, file, anchor } of linksIn(page)) {
        links++;
        assert.ok(files.includes(file), `${page}: ${written}`);
        if (anchor !== '') assert.ok(anchorsIn(file).includes(anchor), `${page}: ${written}`);
      }
    }
    assert.ok(links > 40, `${links} links`);
  });

  it('name commands that are there', () => {
    for (const page of [...pages, ...files.filter((file) => /^\.(?:github|vscode)\//.test(file))]) {
      for (const [written, script = ''] of read(page).matchAll(/\bnpm run ([\w:-]+)/g)) {
        assert.ok(script in scripts, `${page}: ${written}`);
      }
      for (const [written, file = ''] of read(page).matchAll(/\bnode ([\w./-]+\.mjs)\b/g)) {
        assert.ok(files.includes(file), `${page}: ${written}`);
      }
    }
  });

  it('name, for those who change something, files and folders that are there', () => {
    const made = read('.gitignore')
      .split('\n')
      .filter((line) => line.endsWith('/'))
      .map((line) => line.replace(/^\//, ''));
    for (const page of guides) {
      const names = [...withoutFences(read(page)).matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name);
      for (const name of names.filter((each) => /\w(?:\/|\.(?:[cm]?[jt]s|json|md|scm|sh|ya?ml))$/.test(each))) {
        const isThere = name.endsWith('/')
          ? files.some((file) => `/${file}`.includes(`/${name}`))
          : files.some((file) => `/${file}`.endsWith(`/${name}`));
        assert.ok(isThere || made.some((folder) => name.startsWith(folder)), `${page}: ${name}`);
      }
    }
  });
});

describe('what a skeleton leaves to be said', () => {
  /** As it begins: `TODO: what is wrong`. */
  const leftBy = (script: string): readonly string[] =>
    [...read(script).matchAll(/\bTODO: [^'`\\$\n]{6,}/g)].map(([written]) => written.trimEnd());
  const ofRules = leftBy('scripts/new-rule.mjs');
  const ofLanguages = leftBy('scripts/new-language.mjs');
  const partial = LANGUAGES.filter(isTree).flatMap(({ id, isPartial }) => (isPartial ? [id] : []));
  /** Of a language on its way it may stand there. */
  const mayStandIn = (file: string): boolean =>
    partial.some((id) => file.startsWith(`server/src/languages/${id}/`) || file === `test/fixtures/languages/${id}.md`);
  const leftIn = (file: string, text: string): readonly string[] => {
    const phrases = mayStandIn(file) ? ofRules : [...ofRules, ...ofLanguages];
    return text
      .split('\n')
      .flatMap((line, index) =>
        phrases.some((phrase) => line.includes(phrase)) ? `${file}:${index + 1}: ${line.trim()}` : [],
      );
  };

  it('is known', () => {
    assert.ok(ofRules.length >= 9 && ofLanguages.length >= 5, [...ofRules, ...ofLanguages].join('\n'));
    const rule = "    title: {\n      en: 'TODO: what is wrong',\n      ko: '…',\n    },\n";
    assert.deepEqual(leftIn('a.ts', rule), ["a.ts:2: en: 'TODO: what is wrong',"]);
  });

  it('stands in no file that git keeps', () => {
    const kept = execFileSync('git', ['ls-files', '-z', 'server/src', 'test/fixtures'], { encoding: 'utf8' });
    const names = kept.split('\0').filter((file) => /\.(?:ts|scm|md)$/.test(file) && existsSync(file));
    assert.ok(names.length > 200, `${names.length} files`);
    assert.deepEqual(
      names.flatMap((file) => leftIn(file, read(file))),
      [],
    );
  });
});

describe('the page of findings', () => {
  it('names the rules that have no fix', () => {
    const [, named = ''] = /All but\s([^.]+?)\soffer\sfixes/.exec(read('docs/findings.md')) ?? [];
    assert.deepEqual(
      [...named.matchAll(/`([\w-]+)`/g)].map(([, id]) => id),
      RULES.filter((rule) => rule.fixes === undefined).map(({ id }) => id),
    );
  });
});

describe('the address of the repository', () => {
  it('stands in package.json, where there is one, and in no second field', () => {
    assert.equal(typeof repository, 'string');
    for (const field of ['homepage', 'bugs', 'qna']) assert.ok(!(field in manifest), field);
  });

  it('stands nowhere else, nor does something to be replaced by it', () => {
    const own = repository === '' ? undefined : /[^/:]+\/[^/]+?(?=(?:\.git)?$)/.exec(repository ?? '')?.[0];
    const placeholder =
      /\b(?:github|gitlab|bitbucket)\.(?:com|org)[/:](?:<|\$?\{|OWNER\b|ORG\b|your|user\b|example|thinq-nugu)/i;
    for (const file of files.filter(
      (each) => !/^(?:package\.json|test\/(?:schemas|fixtures)\/.*|.*\.(?:png|wasm))$/.test(each),
    )) {
      const text = read(file);
      assert.ok(!placeholder.test(text), `${file}: ${placeholder.exec(text)?.[0]}`);
      if (own !== undefined) assert.ok(!text.includes(own), `${file}: ${own}`);
    }
  });

  it('is not needed by what GitHub reads', () => {
    for (const file of files.filter((each) => each.startsWith('.github/'))) {
      assert.doesNotMatch(read(file), /\bhttps?:\/\//, file);
    }
  });

  it('of a registry is in no lock file', () => {
    for (const file of files.filter((each) => each.endsWith('package-lock.json'))) {
      assert.doesNotMatch(read(file), /"resolved": "https?:/, file);
    }
  });
});
