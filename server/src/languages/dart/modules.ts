import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';
import { joinPath } from '../tree/modulePaths.ts';

const STATEMENT =
  /^(?<word>import|export|part)\s+(["'])(?<module>[^"'\n]+)\2(?:\s+(?:deferred\s+)?as\s+(?<as>\w+))?(?<rest>[^;]*)/;
const PART_OF = /^part\s+of\s+(["'])(?<module>[^"'\n]+)\1/;
const SHOWN = /\bshow\s+([\w\s,]+?)(?=\bhide\b|;|$)/;
const HIDDEN = /\bhide\s+([\w\s,]+?)(?=\bshow\b|;|$)/;
const PACKAGE = /^package:(?<name>\w+)\/(?<path>.*)$/;
/** `name: home` in a manifest */
const OWN_NAME = /^name:\s*(["']?)(?<name>\w+)\1/m;

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
    const shown = listIn(SHOWN, rest);
    const except = listIn(HIDDEN, rest);
    if (!shown) return { imports: [{ module, ...on, ...(as !== undefined && { as }), ...(except && { except }) }] };
    const imports = shown.map(
      (name): Import => ({ module, name, as: as === undefined ? name : `${as}.${name}`, ...on }),
    );
    return { imports };
  },
  paths: {
    importWords: ['import', 'part'],
    of(module, from) {
      const path = module.includes(':') ? undefined : joinPath(from, module);
      return path === undefined ? [] : [path];
    },
    /** A package may be the file's own, or one of several in the project, each in a folder that is called as it is. */
    async mapped(module, from, project) {
      const { name, path } = PACKAGE.exec(module)?.groups ?? {};
      if (name === undefined || path === undefined) return [];
      const words = from.split('/').slice(0, -1);
      const folders = words.map((_, index) => `${words.slice(0, words.length - index).join('/')}/`);
      for (const folder of [...folders, '']) {
        const manifest = await project.read(`${folder}pubspec.yaml`);
        if (manifest === undefined) continue;
        if (OWN_NAME.exec(manifest)?.groups?.name === name) return [`${folder}lib/${path}`];
        break;
      }
      const lib = /^(?:.*\/)?lib\//.exec(from)?.[0];
      const isKnown = (await project.read('pubspec.yaml')) !== undefined;
      return [
        `packages/${name}/lib/${path}`,
        `${name}/lib/${path}`,
        ...(lib === undefined || isKnown ? [] : [lib + path]),
      ];
    },
    importedAs(path) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return [`/${name}`, `'${name}`, `"${name}`];
    },
    // Another name for what comes from elsewhere, and what is made of it, are given on as well.
    mayGiveOn: (text) => /^\s*(?:export|part)\s|^\s*import\s+(["'])(?!dart:)/m.test(text),
  },
};

function listIn(list: RegExp, text: string): readonly string[] | undefined {
  return list
    .exec(text)?.[1]
    ?.split(',')
    .map((name) => name.trim());
}
