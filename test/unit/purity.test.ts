import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { CAPTURES } from '../../server/src/languages/tree/query/captures.ts';
import { createLiteralReader } from '../harness/literals.ts';

const ROOT = 'server/src';

interface Import {
  readonly from: string;
  /** A path within `server`, or the name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(`${ROOT}/${file}`, 'utf8')]));
const imports = files.flatMap((file) => importsOf(file, sources.get(file) ?? ''));

/** Part of the server that a file belongs to: its folder, or itself where it lies in none. */
const partOf = (file: string): string => file.split('/')[0] ?? file;

/** What each pure room may use, besides itself. Data flows down this list and never back. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  'settings.ts': [],
  catalog: [],
  model: [],
  knowledge: [],
  generate: ['catalog'],
  ignore: [],
  languages: ['model', 'knowledge'],
  project: ['catalog', 'model', 'knowledge', 'ignore', 'settings.ts'],
  evidence: ['catalog', 'model', 'knowledge', 'project', 'settings.ts'],
  program: ['catalog', 'model', 'knowledge'],
  fixes: ['catalog', 'model', 'knowledge', 'evidence'],
  suppressions: ['model', 'languages'],
  rules: ['catalog', 'model', 'knowledge', 'evidence', 'fixes', 'settings.ts'],
  features: ['catalog', 'model', 'knowledge', 'evidence', 'fixes'],
  scan: ['model', 'knowledge', 'ignore', 'project'],
  report: ['catalog', 'model', 'settings.ts'],
  coverage: ['catalog', 'model', 'evidence', 'features', 'report', 'settings.ts'],
  service: [
    'catalog',
    'model',
    'languages',
    'project',
    'evidence',
    'fixes',
    'suppressions',
    'rules',
    'features',
    'program',
    'settings.ts',
  ],
};
/** What it may know the types of, besides that: how a language writes, what a fix is, what readers must know of codes. */
const MAY_NAME: Readonly<Record<string, readonly string[]>> = {
  evidence: ['languages'],
  program: ['languages'],
  fixes: ['languages'],
  suppressions: ['fixes'],
  rules: ['suppressions'],
  features: ['languages'],
  report: ['rules'],
};
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'fastest-levenshtein': ['catalog/', 'features/'],
  'jsonc-parser': ['languages/javascript/pathMapping.ts', 'languages/json/', 'languages/jupyter/', 'project/'],
  'web-tree-sitter': ['languages/tree/syntax/treeSitter.ts'],
};
/** What lies beside the sources, and whose it is: the catalog's data, and the module that looks through bytes. */
const BESIDE: Readonly<Record<string, string>> = { catalog: '../catalog/', scan: '../prefilter/' };
/** Rooms at the world's edge: they may use everything that is pure, and of one another only these. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  lsp: [],
  browser: ['lsp'],
  node: ['lsp'],
  cli: ['node'],
};
/** What only some of them may know: the protocol and a browser have no disk, and only Node's side has Node. */
const WORLD: Readonly<Record<string, RegExp>> = {
  lsp: /^vscode-languageserver/,
  browser: /^vscode-languageserver\/browser$/,
  node: /^(?:node:|vscode-languageserver)/,
  cli: /^(?:node:|@modelcontextprotocol\/sdk\/)/,
};
/**
 * The rooms of `languages/tree`, and what of the languages each may use besides itself: what is left out of a text is
 * decided without its syntax, and queries are matched without knowing what they are for.
 */
const TREE: Readonly<Record<string, RegExp>> = {
  syntax: /^language\.ts$/,
  query: /^tree\/syntax\//,
  excerpt: /^vocabulary\.ts$/,
  extract: /^(?:vocabulary|insertion|decoded|tree\/description)\.ts$|^tree\/(?:syntax|query|excerpt)\//,
};
/** Where words of languages and libraries stand as data: the tables, the folders of the languages, and how each writes codes. */
const TABLES = /^(?:knowledge|languages\/(?!tree\/)[^/]+|generate\/languages)\//;
/** Words of programming languages. */
const KEYWORDS =
  'as|assert|async|await|begin|break|case|catch|class|cls|const|continue|def|default|defer|delete|do|elif|else|elsif|end|ensure|' +
  'enum|except|extends|extension|fallthrough|false|final|finally|fn|for|foreach|fun|func|function|guard|if|impl|in|instanceof|' +
  'interface|is|is_null|isset|lambda|lateinit|let|loop|match|module|namespace|new|nil|None|not|null|object|override|panic|private|' +
  'protected|public|raise|rescue|rethrow|return|self|Self|static|struct|super|switch|synchronized|then|this|throws?|trait|true|' +
  'try|typeof|undefined|unless|unset|until|unwrap|val|var|when|while|with|yield';
/** Those that a text may consist of which is no part of an expression, since the model and the patterns have them as well. */
const ALSO_OURS = new Set([
  ...Object.entries(CAPTURES).flatMap(([kind, parts]) => [kind, ...parts]),
  // What `typeof` gives, and what JSON holds.
  ...['object', 'function', 'undefined', 'null', 'true', 'false'],
]);
/** Libraries and frameworks, in any case. */
const LIBRARIES =
  'actix|aiohttp|alamofire|angular|asp\\.?net|axios|axum|bunyan|catcherror|chai|controlleradvice|django|dio|echo|expressjs?|' +
  'faraday|fastapi|fastify|feign|fiber|flask|gin|guzzle|hapi|hono|httparty|httpx|jaxrs|jest|jsonify|junit|koa|ktor|laravel|' +
  'log4j|logback|mocha|mysql|napier|nestjs|nock|okhttp|onerror|phpunit|pino|play|psycopg|pytest|rails|reactor|requests|reqwest|' +
  'rescue_from|restsharp|retrofit|rocket|rspec|rxjava|sanic|sequelize|serilog|sinatra|slf4j|slim|spring|sqlalchemy|statuspages|' +
  'superagent|supertest|symfony|timber|tornado|typeorm|unirest|urllib|usefilters|vapor|vertx|vitest|warp|winston|wideq|xctest|' +
  'raise_for_status|error_for_status|ensure_?success\\w*|is_?success\\w*|status_code|writeheader|unittest|testing';
/** Where such a word stands all the same, and why. There may only be fewer. */
const NAMED: readonly string[] = [
  // English: `code is 1222`, `in the year 1999`.
  'features/explain/numbers.ts: is',
  'features/explain/numbers.ts: in',
  // A folder that its tools write.
  'scan/walk.ts: angular',
];
/** Where a program begins. */
const ENTRIES = ['browser/server.ts', 'node/server.ts', 'cli/cli.ts', 'cli/main.ts', 'node/library.ts'];

describe('purity', () => {
  it('reads the imports', () => {
    assert.ok(files.length > 40, `${files.length} files`);
    assert.ok(imports.length > 150, `${imports.length} imports`);
    for (const { from, target } of imports) {
      if (target.startsWith('../') || sources.has(target)) continue;
      if (isOwn(target)) assert.ok(existsSync(`${ROOT}/${target}`), `${from} imports ${target}, which is not there`);
    }
  });

  it('knows every part that is pure', () => {
    for (const part of Object.keys(MAY_USE))
      assert.ok(
        files.some((file) => partOf(file) === part),
        part,
      );
    for (const part of new Set(files.map(partOf)))
      assert.ok(part in MAY_USE || part in HOSTS, `${part}: pure or not? Say so here.`);
  });

  it('what is pure uses nothing of the world, and only the packages it is there for', () => {
    const wrong = pureImports()
      .filter(({ target }) => !isOwn(target))
      .filter(({ from, target }) => !(PACKAGES[target] ?? []).some((place) => from.startsWith(place)));
    assert.deepEqual(wrong.map(print), []);
  });

  it('what is pure knows no console, no timer, no process, no page', () => {
    const global =
      /(?<![.\w$'"])(?:console|process|window|navigator|localStorage|setTimeout|setInterval|setImmediate|queueMicrotask|fetch|XMLHttpRequest|Buffer|require|__dirname|__filename|import\.meta)(?![\w$'":])/;
    const wrong = files
      .filter(isPure)
      .flatMap((file) =>
        codeOf(sources.get(file) ?? '').flatMap((line) => (global.test(line) ? [`${file}: ${line}`] : [])),
      );
    assert.deepEqual(wrong, []);
  });

  it('what a browser has as well knows nothing that only Node has', () => {
    const global = /(?<![.\w$'"])(?:process|setImmediate|Buffer|require|__dirname|__filename)(?![\w$'":])/;
    const wrong = files
      .filter((file) => /^(?:lsp|browser)\//.test(file) && file !== 'lsp/turn.ts')
      .flatMap((file) =>
        codeOf(sources.get(file) ?? '').flatMap((line) => (global.test(line) ? [`${file}: ${line}`] : [])),
      );
    assert.deepEqual(wrong, []);
  });

  it('data flows one way', () => {
    const wrong = pureImports().filter(({ from, target, typeOnly }) => {
      const [part, other] = [partOf(from), partOf(target)];
      if (!isOwn(target) || part === other) return false;
      if (target.startsWith('../')) return !target.startsWith(BESIDE[part] ?? ' ');
      if (MAY_USE[part]?.includes(other)) return false;
      return !(typeOnly && MAY_NAME[part]?.includes(other));
    });
    assert.deepEqual(wrong.map(print), []);
  });

  it('hosts use what is pure and, of one another and of the world, only what is said above', () => {
    const wrong = imports.filter(({ from, target }) => {
      const [part, other] = [partOf(from), partOf(target)];
      const own = HOSTS[part];
      if (!own) return other in HOSTS && isOwn(target);
      if (!isOwn(target)) return !WORLD[part]?.test(target);
      return other in HOSTS && other !== part && !own.includes(other);
    });
    assert.deepEqual(wrong.map(print), []);
  });

  it('nothing imports an entry but another entry', () => {
    const wrong = imports.filter(({ from, target }) => ENTRIES.includes(target) && !ENTRIES.includes(from));
    assert.deepEqual(wrong.map(print), []);
  });

  it('the rooms of the reader of trees use one another one way, and none knows a language', () => {
    const wrong = imports.filter(({ from, target }) => {
      const [, room = ''] = /^languages\/tree\/(\w+)\//.exec(from) ?? [];
      const [, part = ''] = /^languages\/(.*)/.exec(target) ?? [];
      return room !== '' && part !== '' && !part.startsWith(`tree/${room}/`) && !TREE[room]?.test(part);
    });
    assert.deepEqual(wrong.map(print), []);
  });

  it('only one file knows tree-sitter', () => {
    const users = imports.filter(({ target }) => /tree-sitter/.test(target)).map(({ from }) => from);
    assert.deepEqual([...new Set(users)], ['languages/tree/syntax/treeSitter.ts']);
  });

  it('no file is imported in a circle, not even for its types', () => {
    const next = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file)]));
    const settled = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (settled.has(file) || path.includes(file)) return;
      for (const { target } of next.get(file) ?? []) if (sources.has(target)) visit(target, [...path, file]);
      settled.add(file);
    };
    for (const file of files) visit(file, []);
    assert.deepEqual(circles, []);
  });

  it('shared code holds no words of languages and libraries', async () => {
    const literalsOf = await createLiteralReader();
    const keyword = wordsOf(KEYWORDS);
    const library = wordsOf(LIBRARIES, 'i');
    const found = files
      .filter((file) => !TABLES.test(file))
      .flatMap((file) =>
        literalsOf(sources.get(file) ?? '').flatMap(({ text, isPattern }) => {
          // `\bnot\b` holds the word `not`, and a sentence holds no words but English ones.
          const plain = text.replace(/\\+[a-zA-Z]/g, ' ');
          const isExpression = isPattern || /\\|\(\?/.test(text);
          const isWord = /^\w+$/.test(text) && !ALSO_OURS.has(text);
          const [word] = ((isExpression || isWord) && keyword.exec(plain)) || library.exec(plain) || [];
          return word === undefined || (!isExpression && / /.test(text)) ? [] : [`${file}: ${word}`];
        }),
      );
    assert.deepEqual(found, NAMED);
  });

  it('rules and features name no language', () => {
    const name =
      /python|typescript|javascript|kotlin|swift|\bjava\b|\bgolang\b|\bgo\b(?=["'`])|csharp|c#|\bdart\b|\bphp\b|\bruby\b|\brust\b|\byaml\b|\bjsx?\b|\btsx?\b(?!['"])/i;
    const asked = /\b(?:language\.id|languageId|languageIds)\b.*[!=]==?|[!=]==?\s*['"`](?:json|jsonc)\b/;
    const wrong = files
      .filter((file) => /^(?:rules|features)\//.test(file))
      .flatMap((file) =>
        (sources.get(file) ?? '')
          .split('\n')
          .flatMap((line) =>
            !/^import /.test(line) && (name.test(line) || asked.test(line)) ? [`${file}: ${line.trim()}`] : [],
          ),
      );
    assert.deepEqual(wrong, []);
  });
});

/** An expression for any of these words by itself. */
function wordsOf(words: string, flags = ''): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])(?:${words})(?![A-Za-z0-9_])`, flags);
}

function isPure(file: string): boolean {
  return partOf(file) in MAY_USE;
}

function pureImports(): readonly Import[] {
  return imports.filter(({ from }) => isPure(from));
}

function isOwn(target: string): boolean {
  return target.startsWith('../') || /\.(?:ts|json|scm|wasm)$/.test(target);
}

function print({ from, target, typeOnly }: Import): string {
  return `${from} imports ${typeOnly ? 'the types of ' : ''}${target}`;
}

function importsOf(file: string, source: string): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
    found.push({ from: file, target, typeOnly });
  };
  for (const [, clause = '', specifier = ''] of source.matchAll(
    /^(?:import|export)\s+((?:type\s+)?(?:[\w*\s{},]|\bas\b)+?)\s+from\s+['"]([^'"]+)['"]/gm,
  ))
    add(specifier, isTypeOnly(clause));
  for (const [, specifier = ''] of source.matchAll(/^import\s+['"]([^'"]+)['"]/gm)) add(specifier, false);
  for (const [, specifier = ''] of source.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g)) add(specifier, false);
  return found;
}

/** `import type { A }`, or `import { type A, type B }`. */
function isTypeOnly(clause: string): boolean {
  if (/^type\s/.test(clause)) return true;
  const names = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1];
  return names?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;
}

/** The lines of a source without comments and without the insides of strings. */
function codeOf(source: string): readonly string[] {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, '').replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''"))
    .filter((line) => !/^\s*\/.*\/[gimsuy]*[;,]?$/.test(line));
}
