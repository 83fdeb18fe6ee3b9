import type { Import } from '../../model/names.ts';
import type { Modules } from '../modules.ts';

/** What `use` and `mod` say. A file is a module, called as its path says. */
export const rustModules: Modules = {
  read(statement) {
    const written = statement.trim().replace(/;$/, '');
    const [, visible, tree] = /^(pub(?:\s*\([^()]*\))?\s+)?use\s+([\s\S]+)$/.exec(written) ?? [];
    if (tree !== undefined) {
      const given = visible === undefined ? {} : ({ isGivenOn: true } as const);
      return { imports: leavesOf(tree.replace(/\s+/g, ' ').trim(), '').map((one) => ({ ...one, ...given })) };
    }
    const module = /^(?:pub(?:\s*\([^()]*\))?\s+)?mod\s+(\w+)$/.exec(written)?.[1];
    return module === undefined ? {} : { imports: [{ module: `self.${module}`, as: module }] };
  },
  packages: {
    of(_declared, path) {
      const [crate = '', inside = ''] = splitAtSource(path);
      const words = inside.replace(/\.rs$/, '').split('/');
      const last = words.at(-1);
      const own = last === 'mod' || last === 'lib' || last === 'main' ? words.slice(0, -1) : words;
      return [crate.replaceAll('/', '.'), 'crate', ...own].filter((word) => word !== '').join('.');
    },
    resolve(module, from) {
      const words = module.split('.');
      const crate = from.slice(0, from.search(/(?:^|\.)crate(?:\.|$)/));
      if (words[0] === 'crate') return crate === '' ? module : `${crate}.${module}`;
      let around = from.split('.');
      let at = 0;
      if (words[0] === 'self') at = 1;
      else if (words[0] !== 'super') return `${from}.${module}`;
      for (; words[at] === 'super'; at++) around = around.slice(0, -1);
      return [...around, ...words.slice(at)].join('.');
    },
  },
};

/** The folder of the crate, and the path within its sources. */
function splitAtSource(path: string): readonly string[] {
  const at = path.startsWith('src/') ? 0 : path.indexOf('/src/');
  if (at < 0) return ['', path];
  return at === 0 && path.startsWith('src/') ? ['', path.slice(4)] : [path.slice(0, at), path.slice(at + 5)];
}

/** `a::{self, b::C as D, e::*}` as its leaves. @param prefix with a dot at its end, or nothing */
function leavesOf(tree: string, prefix: string): readonly Import[] {
  const open = tree.indexOf('{');
  if (open >= 0 && tree.endsWith('}')) {
    const around = prefix + dotted(tree.slice(0, open));
    return itemsOf(tree.slice(open + 1, -1)).flatMap((item) => leavesOf(item, around));
  }
  const [path = '', as] = tree.split(/ as /);
  const name = dotted(path.trim());
  if (name === '*' || name.endsWith('.*'))
    return [{ module: (prefix + name).replace(/\.?\*$/, '').replace(/\.$/, '') }];
  const whole = name === 'self' && prefix !== '' ? prefix.slice(0, -1) : prefix + name;
  const own = as?.trim() ?? whole.slice(whole.lastIndexOf('.') + 1);
  return own === '_' ? [] : [{ module: whole, as: own }];
}

/** The items of a list in braces, which may hold others. */
function itemsOf(list: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= list.length; at++) {
    const unit = list[at];
    if (unit === '{') depth++;
    else if (unit === '}') depth--;
    else if ((unit === ',' && depth === 0) || unit === undefined) {
      const item = list.slice(from, at).trim();
      if (item !== '') items.push(item);
      from = at + 1;
    }
  }
  return items;
}

function dotted(path: string): string {
  return path.replace(/^\s*::/, '').replace(/\s*::\s*/g, '.');
}
