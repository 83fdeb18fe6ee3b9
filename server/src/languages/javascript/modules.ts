import type { Import } from '../../model/names.ts';
import type { ModuleStatement, Modules } from '../modules.ts';
import { joinPath, namesIn } from '../tree/modulePaths.ts';
import { mappedPaths } from './pathMapping.ts';

const FROM = /\bfrom\s*(["'])(?<module>[^"'\n]+)\1/;
const REQUIRED = /\brequire\s*\(\s*(["'`])(?<module>[^"'`\n]+)\1\s*\)/;
const NAME = '[\\p{L}_$][\\p{L}\\p{N}_$]*';
/** `import D, * as N from`, `import D, { a as b } from`: what stands before the names in braces. */
const IMPORTED = new RegExp(
  `^import\\s+(?:type\\s+)?(?:(?<whole>${NAME})\\s*,?\\s*)?(?:\\*\\s*as\\s+(?<space>${NAME}))?`,
  'u',
);
/** `export * from`, `export * as N from` */
const ALL_GIVEN = new RegExp(`^export\\s+(?:type\\s+)?\\*(?:\\s*as\\s+(?<space>${NAME}))?`, 'u');
const BRACES = /\{([^{}]*)\}/;
const GIVEN_DEFAULT = new RegExp(
  `^export\\s+default\\s+(?:(?:abstract\\s+)?class\\s+|async\\s+function\\s+|function\\s*\\*?\\s*)?(?<name>${NAME})`,
  'u',
);
const DECLARED = new RegExp(
  `^(?:export\\s+)?(?:const|let|var)\\s+(?:(?<space>${NAME})|\\{(?<names>[^{}]*)\\})\\s*=`,
  'u',
);
/** `const OFFLINE = require(…).OFFLINE` */
const MEMBER_REQUIRED = new RegExp(`${REQUIRED.source}\\s*\\.\\s*(?<member>${NAME})\\s*;?$`, 'u');
/** `import codes = require(…)` */
const IMPORTED_WHOLE = new RegExp(`^(?<given>export\\s+)?import\\s+(?<as>${NAME})\\s*=\\s*\\brequire\\b`, 'u');
/** `...require(…)`, `Object.assign({}, require(…))`: what else is given on of others. */
const JOINED = /(?:\.\.\.|[(,])\s*\brequire\s*\(\s*(["'`])(?<module>[^"'`\n]+)\1\s*\)\s*(?=[,)}])/g;
/** `{ codes: require(…) }` */
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}_$])(?<as>${NAME})\\s{0,40}:\\s{0,40}\\brequire\\s{0,40}\\(\\s{0,40}(["'\`])(?<module>[^"'\`\\n]{1,400})\\2\\s{0,40}\\)`,
  'gu',
);
/** Whatever stands behind a word by which modules are named, or behind a comment: `from './codes'`, `require(/* own *\/ './codes')`. */
const NAMED_MODULE =
  /(?:\b(?:from|import|require)|\*\/)[\s(]*(?:"(?<double>[^"\n]+)"|'(?<single>[^'\n]+)'|`(?<plain>[^`\n]+)`)/g;
/** `module.exports = A`, `exports.A = B`, `module.exports = { A, B: C }` */
const EXPORTED = new RegExp(
  `^(?:module\\.)?exports(?:\\.(?<as>${NAME}))?\\s*=\\s*(?:(?<name>${NAME})\\s*;?$|\\{(?<names>[^{}]*)\\})?`,
  'u',
);

/** What `import`, `export`, `require` and `module.exports` say. */
export const javascriptModules: Modules = {
  read(statement) {
    const from = FROM.exec(statement)?.groups?.module;
    const whole = IMPORTED_WHOLE.exec(statement)?.groups;
    if (whole) return { imports: readWhole(statement, whole.as, whole.given !== undefined) };
    if (statement.startsWith('import')) return from === undefined ? {} : { imports: readImport(statement, from) };
    if (/^export\b/.test(statement)) return readExport(statement, from);
    const required = REQUIRED.exec(statement)?.groups?.module;
    const exported = EXPORTED.exec(statement)?.groups;
    if (exported) return readExported(statement, exported, required);
    return required === undefined ? {} : { imports: readRequired(statement, required) };
  },
  paths: {
    importWords: ['import', 'require'],
    of: (module, from) => (module.startsWith('.') ? filesOf(joinPath(from, module)) : []),
    async mapped(module, from, project) {
      if (module.startsWith('.') || module.startsWith('node:')) return [];
      return (await mappedPaths(module, from, project)).flatMap(filesOf);
    },
    *namedIn(text) {
      for (const { groups } of text.matchAll(NAMED_MODULE))
        yield groups?.double ?? groups?.single ?? groups?.plain ?? '';
    },
    importedAs(path) {
      const name = nameOf(path);
      return [`/${name}'`, `/${name}"`, `/${name}.js`, `/${name}.ts`];
    },
    // What it makes of another one's address, or calls its codes, it gives under names of its own.
    mayGiveOn: (text) => /\bimport\b|\brequire\b|\bfrom\b/.test(text) && /\bexports?\b/.test(text),
  },
};

/** What an import of a file ends with: an index goes by its folder. */
function nameOf(path: string): string {
  const words = path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '').split('/');
  return (words.at(-1) === 'index' ? words.at(-2) : words.at(-1)) ?? '';
}

/** The files that a path without its ending, or with that of what is built of it, may mean. */
export function filesOf(path: string | undefined): readonly string[] {
  if (path === undefined) return [];
  const bare = path.replace(/\.[cm]?jsx?$/, '');
  const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts'];
  return [
    path,
    ...endings.map((ending) => bare + ending),
    ...(bare === path ? [] : endings.map((ending) => path + ending)),
    ...endings.map((ending) => `${path}/index${ending}`),
  ];
}

function readImport(statement: string, module: string): readonly Import[] {
  const { whole, space } = IMPORTED.exec(statement)?.groups ?? {};
  return [
    ...(whole === undefined ? [] : [{ module, name: 'default', as: whole }]),
    ...(space === undefined ? [] : [{ module, as: space }]),
    ...bracedIn(statement).map(({ name, as }) => ({ module, name, as })),
  ];
}

function readWhole(statement: string, as: string | undefined, isGivenOn: boolean): readonly Import[] {
  const module = REQUIRED.exec(statement)?.groups?.module;
  if (module === undefined || as === undefined) return [];
  return [{ module, as, ...(isGivenOn && { isGivenOn: true as const }) }];
}

function readExport(statement: string, from: string | undefined): ModuleStatement {
  const whole = GIVEN_DEFAULT.exec(statement)?.groups?.name;
  if (whole !== undefined) return { given: [{ name: whole, as: 'default' }] };
  const required = REQUIRED.exec(statement)?.groups?.module;
  if (from === undefined && required !== undefined)
    return { imports: readRequired(statement, required).map((one) => ({ ...one, isGivenOn: true as const })) };
  if (from === undefined) return /^export\s*\{/.test(statement) ? { given: bracedIn(statement) } : {};
  const all = ALL_GIVEN.exec(statement);
  const on = { module: from, isGivenOn: true, isOnlyGivenOn: true } as const;
  if (all) return { imports: [{ ...on, ...(all.groups?.space !== undefined && { as: all.groups.space }) }] };
  return { imports: bracedIn(statement).map(({ name, as }) => ({ ...on, name, as })) };
}

function readRequired(statement: string, module: string): readonly Import[] {
  const { space, names } = DECLARED.exec(statement)?.groups ?? {};
  const member = MEMBER_REQUIRED.exec(statement)?.groups?.member;
  if (space !== undefined) return [{ module, as: space, ...(member !== undefined && { name: member }) }];
  // What is taken out of a member is not followed.
  if (member !== undefined) return [];
  return namesIn(names ?? '', /\s*:\s*/).map(({ name, as }) => ({ module, name, as }));
}

function readExported(
  statement: string,
  { as, name, names }: { readonly [group: string]: string | undefined },
  required: string | undefined,
): ModuleStatement {
  const on = { isGivenOn: true, isOnlyGivenOn: true } as const;
  if (required !== undefined && /^[^=]*=\s*\brequire\b/.test(statement))
    return { imports: [{ module: required, ...on, ...(as !== undefined && { as }) }] };
  const others: readonly Import[] = [
    ...[...statement.matchAll(JOINED)].map(({ groups }) => ({ module: groups?.module ?? '', ...on })),
    ...[...statement.matchAll(NAMED)].map(({ groups }) => ({
      module: groups?.module ?? '',
      as: groups?.as ?? '',
      ...on,
    })),
  ];
  if (name !== undefined) return { given: [{ name, as: as ?? 'default' }] };
  // `{ A, B: C }` gives C under the name B.
  return { imports: others, given: namesIn(names ?? '', /\s*:\s*/).map((one) => ({ name: one.as, as: one.name })) };
}

function bracedIn(statement: string) {
  return namesIn((BRACES.exec(statement)?.[1] ?? '').replace(/(^|,)(\s*)type\s+(?!as\b|,|$)/g, '$1$2'), /\s+as\s+/);
}
