import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';

const USE =
  /^use\s+(?:const\s+|function\s+)?\\?(?<module>[\w\\]+?)\\?(?:\{(?<names>[^{}]*)\}|(?:\s+as\s+(?<as>\w+))?)\s*(?<more>,[\s\S]*)?;?\s*$/;

/** What `use` says; a namespace sees itself without it. Functions and constants are also looked for outside of all namespaces. */
export const phpModules: Modules = {
  read(statement) {
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
  packages: { of: (declared) => dotted(declared ?? ''), around: (own) => (own === '' ? [] : ['']) },
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
