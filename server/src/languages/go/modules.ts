import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';

const SPEC = /(?:(?<as>[\p{L}_.][\p{L}\p{N}_]*)\s+)?(["`])(?<module>[^"`\n]+)\2/gu;

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
    of: (_declared, path) => path.split('/').slice(0, -1).join('.'),
    // The path begins with the module's own name: `example.com/app/internal/thinq`.
    isNamed(module, packageName) {
      const path = packageName.replaceAll('.', '/');
      return path !== '' && (module === path || module.endsWith(`/${path}`));
    },
  },
};

/** What a package is called, going by its path: `example.com/thinq/v2` → thinq, `example.com/go-thinq` → thinq. */
function lastWord(module: string): string {
  const word =
    module
      .replace(/\/v\d+$/, '')
      .split('/')
      .at(-1) ?? module;
  return word.replace(/^go-|[-.]go$/, '').replace(/[^\p{L}\p{N}_].*$/u, '');
}
