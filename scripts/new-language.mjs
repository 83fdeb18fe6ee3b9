// Writes a language that works as far as comments and literals go, its page of fixtures and a line of the changelog:
// npm run new:language -- id --grammar=package/path.wasm [--name=…] [--ending=.x …] [--language-id=…] [--scope=…]
//   id             of the language, one word of small letters: bash
//   --grammar      a grammar of tree-sitter in a package or in this repository
//   --name         as people write it; the id with a capital where absent
//   --ending       of its files' names, with the dot; several may be given; the id where absent
//   --language-id  the id that VS Code has for it, where that is another one
//   --scope        the TextMate scope of its grammar in VS Code; source.id where absent
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHANGELOG, withAddition } from './changelog.mjs';
import { ensureDependencies, root } from './setup.mjs';
import { FUNCTION_LIMIT_BYTES, longestFunction } from './wasmFunctions.mjs';

const { values: options, positionals } = readArguments();
const [id, ...others] = positionals;
const folder = `server/src/languages/${id}`;
const page = `test/fixtures/languages/${id}.md`;
const complaint = problemWith(id, others);
if (complaint) refuse(complaint);

ensureDependencies();
const grammar = [join(root, 'node_modules', options.grammar), join(root, options.grammar)].find((path) =>
  existsSync(path),
);
if (!grammar) refuse(`There is no ${options.grammar}, neither in node_modules/ nor in this repository.`);
const { probeGrammar } = await import('./grammarProbes.mjs');
const bytes = readFileSync(grammar);
const probed = await probeGrammar(bytes);
const [string] = probed.strings;
if (!string) refuse(`${options.grammar}: a text in quotes is no node of its own, so there is nothing to begin with.`);

const name = options.name ?? id[0].toUpperCase() + id.slice(1);
const endings = options.ending ?? [`.${id}`];
const languageId = options['language-id'] ?? id;
const files = {
  [`${folder}/${id}.ts`]: renderDescription(),
  [`${folder}/${id}.scm`]: renderQuery(),
  [page]: renderFixtures(),
  [CHANGELOG]: withAddition(readFileSync(join(root, CHANGELOG), 'utf8'), `${name} is read, in part.`),
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
run('node_modules/@biomejs/biome/bin/biome', 'format', '--write', `${folder}/${id}.ts`);
run('scripts/generate.mjs');
console.log(`
${name} is a language now, of which comments and literals are read. To make it yours:
1. test/fixtures/model/*.md: a fence in \`${endings[0].slice(1)}\` for each scenario. It is partial: those without one are to do, and the test
   \`npm run test:unit -- --grep="the model is the same"\` names them. \`noFormFor\` lists what it cannot say.
2. ${folder}/${id}.scm: patterns, until the models agree; the kinds and parts are those of tree/query/captures.ts.
3. ${folder}/${id}.ts: see "TODO". When nothing is left to do, it is no longer \`isPartial\`.
4. ${page}: what is the language's own.
5. npm run generate
docs/contributing/languages.md says more.`);
if (longestFunction(bytes) > FUNCTION_LIMIT_BYTES) {
  console.warn(`
The grammar has a function of ${longestFunction(bytes)} bytes, and more than ${FUNCTION_LIMIT_BYTES} may end Node 24 for want of memory: the test of grammars fails.
server/grammars/README.md tells how such a grammar is built anew, with a lexer in pieces.`);
}

/** @returns {string | undefined} why there can be no such language */
function problemWith(id, more) {
  if (id === undefined || more.length > 0) return 'One language at a time: npm run new:language -- bash --grammar=…';
  if (!/^[a-z][a-z0-9]*$/.test(id)) return `"${id}" is no id of a language: one word of small letters, as in csharp.`;
  const taken = [folder, page].find((path) => existsSync(join(root, path)));
  if (taken) return `"${id}" is there already: ${taken}`;
  if (options.grammar === undefined)
    return 'Which grammar? --grammar=@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm';
  const dotless = options.ending?.find((ending) => !/^\.[\w.-]+$/.test(ending));
  if (dotless) return `"${dotless}" is no ending of a file's name: it begins with a dot.`;
  const known = JSON.parse(readFileSync(join(root, 'server/src/languages/registry.json'), 'utf8'));
  const ending = (options.ending ?? [`.${id}`]).find((one) => known.checkedEndings.includes(one));
  if (ending) return `"${ending}" is an ending of another language.`;
  const languageId = options['language-id'] ?? id;
  return known.languageIds.includes(languageId) ? `"${languageId}" is another language's id.` : undefined;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        grammar: { type: 'string' },
        name: { type: 'string' },
        ending: { type: 'string', multiple: true },
        'language-id': { type: 'string' },
        scope: { type: 'string' },
      },
    });
  } catch (error) {
    return refuse(error.message);
  }
}

/** @returns {never} */
function refuse(reason) {
  console.error(reason);
  process.exit(1);
}

function renderDescription() {
  const { line, block, strings } = probed;
  const comment = [
    ...(line ? [`line: '${line.mark}'`] : []),
    ...(block ? [`block: ['${block.marks[0]}', '${block.marks[1]}']`] : []),
  ];
  const quotes = strings.map(({ quote }) => JSON.stringify(quote)).join(', ');
  return `import type { TreeDescription } from '../tree/description.ts';
import query from './${id}.scm';

/** What texts stand in. TODO: prefixes, several lines, and what is put into a text. */
const QUOTES: readonly string[] = [${quotes}];

/** ${name}. */
const ${id}: TreeDescription = {
  id: '${id}',
  name: ${JSON.stringify(name)},
  languageIds: ['${languageId}'],
  extensions: [${endings.map((ending) => `'${ending}'`).join(', ')}],
  // TODO: false where it is data, and decides on nothing.
  isProgram: true,
  isPartial: true,
  grammar: '${options.grammar}',
  scopes: ['${options.scope ?? `source.${id}`}'],
  queries: [query],
  comment: { ${comment.join(', ')} },
  quote: ${JSON.stringify(string.quote)},
  // TODO: how keys of an object are written, whether arms fall through, which nodes are names, what throws.
  keys: 'quoted',
  fallsThrough: false,
  references: [],
  accessors: [],
  strings: {
    split(raw) {
      const quote = QUOTES.find((one) => raw.startsWith(one));
      return quote === undefined ? undefined : { open: quote, close: quote, escapes: true };
    },
  },
};

export default [${id}];
`;
}

function renderQuery() {
  const { line, block, strings, integer } = probed;
  const captures = [
    ...[line, block].flatMap((comment) => (comment ? `(${comment.type}) @comment` : [])),
    ...strings.map(({ type }) => `(${type}) @string`),
    ...(integer === undefined ? [] : [`(${integer}) @integer`]),
  ];
  return `; TODO: names, conditions, objects and lists, dispatch, control. The kinds and parts are in tree/query/captures.ts.\n${[...new Set(captures)].join('\n')}\n`;
}

function renderFixtures() {
  const { quote, place } = string;
  const fence = (word, body) => `\`\`\`${word}\n${body}\n\`\`\`\n`;
  return `# ${name}

TODO: what is the language's own.

## A code in a text

${fence(`${endings[0].slice(1)} program${endings[0]}`, place(`${quote}12$022${quote}`))}
${fence('hover', '1222')}`;
}

/** @param {string[]} args a script, and what it is given */
function run(...args) {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
}
