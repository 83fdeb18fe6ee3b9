import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';
import { joinPath, namesIn } from '../tree/modulePaths.ts';

const FROM = /^from\s+(?<module>\.*[\w.]*)\s+import\s+(?<names>[\s\S]*)$/;
const IMPORT = /^import\s+(?<modules>[\s\S]*)$/;

/** What `import` and `from … import` say. A name that a module has from another one can be had from it as well. */
export const pythonModules: Modules = {
  read(statement) {
    const { module, names } = FROM.exec(statement)?.groups ?? {};
    if (module !== undefined && names !== undefined) {
      const list = names.replace(/[()\\]/g, ' ');
      if (list.trim() === '*') return { imports: [{ module, isGivenOn: true }] };
      const imports = namesIn(list, /\s+as\s+/).map(({ name, as }): Import => ({ module, name, as, isGivenOn: true }));
      return { imports };
    }
    const modules = IMPORT.exec(statement)?.groups?.modules ?? '';
    return {
      imports: modules.split(',').flatMap((item): Import[] => {
        const [path = '', as = path] = item.trim().split(/\s+as\s+/);
        return /^[\w.]+$/.test(path) ? [{ module: path, as }] : [];
      }),
    };
  },
  paths: {
    importWords: ['import'],
    of(module, from) {
      const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
      const path = rest.replaceAll('.', '/');
      if (dots === '') return [];
      return filesOf(joinPath(from, `${'../'.repeat(dots.length - 1)}./${path}`));
    },
    places(module, from) {
      const path = module.replaceAll('.', '/');
      return module.startsWith('.') ? [] : foldersAround(from).map((folder) => filesOf(`${folder}${path}`));
    },
    importedAs: (path) => [`.${path.replace(/(?:\/__init__)?\.pyi?$/, '').replace(/^.*\//, '')}`],
    within: (module, name) => (module.endsWith('.') ? module + name : `${module}.${name}`),
    mayGiveOn: (text) => /^\s*(?:from\s+[\w.]+\s+import|import\s)/m.test(text),
  },
};

function filesOf(path: string | undefined): readonly string[] {
  if (path === undefined) return [];
  const folder = path === '' || path.endsWith('/') ? path : `${path}/`;
  return [
    ...(folder === path ? [] : [`${path}.py`]),
    `${folder}__init__.py`,
    ...(folder === path ? [] : [`${path}.pyi`]),
  ];
}

/** The folders in which a module may be looked for: that of the file, those around it, and where sources are kept. */
function foldersAround(from: string): readonly string[] {
  const words = from.split('/').slice(0, -1);
  const around = words.map((_, index) => `${words.slice(0, words.length - index).join('/')}/`);
  return [...around, '', 'src/', 'lib/'];
}
