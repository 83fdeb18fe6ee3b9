import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';
import { joinPath } from '../tree/modulePaths.ts';

const USE =
  /^use\s+(?:const\s+|function\s+)?\\?(?<module>[\w\\]+?)\\?(?:\{(?<names>[^{}]*)\}|(?:\s+as\s+(?<as>\w+))?)\s*(?<more>,[\s\S]*)?;?\s*$/;

/** `$messages = require __DIR__ . '/../config/messages.php';` */
const REQUIRED =
  /^\$(?:this->)?(?<as>\w+)\s*=\s*\(?\s*(?:\brequire|include)(?:_once)?\b\s*\(?\s*(?:(?<folder>__DIR__|dirname\s*\(\s*(?:__DIR__|__FILE__)\s*\))\s*\.\s*)?(["'])(?<path>[^"'$]+)\3[\s)]*$/;

/** What `use` says; a namespace sees itself without it. Functions and constants are also looked for outside of all namespaces. */
export const phpModules: Modules = {
  read(statement) {
    const required = REQUIRED.exec(statement.trim().replace(/;$/, ''))?.groups;
    if (required)
      return { imports: [{ module: requiredPath(required.folder, required.path ?? ''), as: required.as ?? '' }] };
    const { module, names, as, more } = USE.exec(statement.trim())?.groups ?? {};
    if (module === undefined) return {};
    const prefix = dotted(module);
    if (names !== undefined) return { imports: names.split(',').flatMap((item) => readItem(item, `${prefix}.`)) };
    const first: Import = { module: prefix, as: as ?? prefix.slice(prefix.lastIndexOf('.') + 1) };
    return {
      imports: [
        first,
        ...(more ?? '')
          .replace(/;/g, '')
          .split(',')
          .flatMap((item) => readItem(item, '')),
      ],
    };
  },
  paths: {
    importWords: ['require', 'include'],
    of(module, from) {
      if (!module.startsWith('.')) return [];
      const path = joinPath(from, module);
      return path === undefined ? [] : [path];
    },
    mayGiveOn: () => false,
  },
  packages: {
    of: (declared) => dotted(declared ?? ''),
    around: (own) => (own === '' ? [] : ['']),
    writtenAs: (name, own) => (name.startsWith(`${own}.`) ? [name, name.slice(own.length + 1)] : [name]),
  },
};

function readItem(item: string, prefix: string): readonly Import[] {
  const [, name, as] = /^\s*(?:const\s+|function\s+)?\\?([\w\\]+)(?:\s+as\s+(\w+))?\s*$/.exec(item) ?? [];
  if (name === undefined) return [];
  const module = prefix + dotted(name);
  return [{ module, as: as ?? module.slice(module.lastIndexOf('.') + 1) }];
}

function dotted(name: string): string {
  return name.replace(/^\\/, '').replaceAll('\\', '.');
}

/** A path as seen from the file. @param folder what stands in front of it: `dirname(__DIR__)` */
function requiredPath(folder: string | undefined, path: string): string {
  const up = folder?.includes('dirname') === true && folder.includes('__DIR__') ? './..' : '.';
  return `${up}/${path.replace(/^\.?\//, '')}`;
}
