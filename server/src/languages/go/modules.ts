import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';

const SPEC = /(?:(?<as>[\p{L}_.][\p{L}\p{N}_]{0,100})\s{1,40})?(["`])(?<module>[^"`\n]{1,400})\2/gu;

/** What `import` says. A folder is a package, and sees itself without one. */
export const goModules: Modules = {
  read(statement) {
    const specs = [...statement.replace(/^import\b/, '').matchAll(SPEC)];
    return {
      imports: specs.flatMap(({ groups = {} }): Import[] => {
        const { as, module = '' } = groups;
        if (as === '_') return [];
        return [as === '.' ? { module } : { module, as: as ?? lastWord(module) }];
      }),
    };
  },
  packages: {
    // Tests may stand beside a package without belonging to it.
    of: (declared, path) => path.split('/').slice(0, -1).join('.') + (declared?.endsWith('_test') ? OUTSIDE_TESTS : ''),
    // The path begins with the module's own name: `example.com/app/internal/thinq`.
    isNamed(module, packageName, base) {
      const path = packageName.replaceAll('.', '/');
      if (base !== undefined) return module === (path === '' ? base : `${base}/${path}`);
      return path !== '' && (module === path || module.endsWith(`/${path}`));
    },
    // Only an import makes the name of a package.
    writtenAs: () => [],
    manifest: { name: 'go.mod', baseOf: (text) => /^module\s+"?([^\s"]+)/m.exec(text)?.[1] },
  },
};

/** Marks the package of tests that see another one as everybody else does. */
const OUTSIDE_TESTS = '_test';

/** What a package is called, going by its path: `example.com/thinq/v2` → thinq, `example.com/go-thinq` → thinq. */
function lastWord(module: string): string {
  const word =
    module
      .replace(/\/v\d+$/, '')
      .split('/')
      .at(-1) ?? module;
  return word.replace(/^go-|[-.]go$/, '').replace(/[^\p{L}\p{N}_][\s\S]*/u, '');
}
