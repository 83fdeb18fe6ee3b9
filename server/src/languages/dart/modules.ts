import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';
import { joinPath } from '../tree/modulePaths.ts';

const STATEMENT =
  /^(?<word>import|export|part)\s+(["'])(?<module>[^"'\n]+)\2(?:\s+(?:deferred\s+)?as\s+(?<as>\w+))?(?<rest>[^;]*)/;
const PART_OF = /^part\s+of\s+(["'])(?<module>[^"'\n]+)\1/;
const SHOWN = /\bshow\s+([\w\s,]+?)(?=\bhide\b|;|$)/;

/** What `import`, `export` and `part` say. */
export const dartModules: Modules = {
  read(statement) {
    const whole = PART_OF.exec(statement)?.groups?.module;
    if (whole !== undefined) return { imports: [{ module: whole }] };
    const { word, module, as, rest = '' } = STATEMENT.exec(statement)?.groups ?? {};
    if (module === undefined) return {};
    const on = {
      ...(word !== 'import' && { isGivenOn: true as const }),
      ...(word === 'export' && { isOnlyGivenOn: true as const }),
    };
    const shown = SHOWN.exec(rest)?.[1]
      ?.split(',')
      .map((name) => name.trim());
    if (!shown) return { imports: [{ module, ...on, ...(as !== undefined && { as }) }] };
    const imports = shown.map(
      (name): Import => ({ module, name, as: as === undefined ? name : `${as}.${name}`, ...on }),
    );
    return { imports };
  },
  paths: {
    of(module, from) {
      if (module.startsWith('package:')) {
        // The package may be one of several in the project, each in a folder of its own.
        const [, name = '', path = ''] = /^package:(\w+)\/(.*)$/.exec(module) ?? [];
        const own = from.includes('lib/') ? from.slice(0, from.lastIndexOf('lib/')) : '';
        return name === ''
          ? []
          : [`packages/${name}/lib/${path}`, `${name}/lib/${path}`, `${own}lib/${path}`, `lib/${path}`];
      }
      const path = module.includes(':') ? undefined : joinPath(from, module);
      return path === undefined ? [] : [path];
    },
    mayGiveOn: (text) => /^\s*(?:export|part)\s/m.test(text),
  },
};
