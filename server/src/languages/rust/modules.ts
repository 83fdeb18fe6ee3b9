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
      return [crate, CRATE, ...own].filter((word) => word !== '').join('.');
    },
    resolve(module, from, base) {
      const words = module.split('.');
      const around = from.split('.');
      const crate = around.slice(0, around.indexOf(CRATE) + 1);
      const [first = ''] = words;
      if (first === CRATE) return [[...crate, ...words.slice(1)].join('.')];
      if (first === 'self' || first === 'super') return [[...from.split('.'), ...words].join('.')].map(withoutSteps);
      const whole = [first, CRATE, ...words.slice(1)].join('.');
      const ofProject = first === base ? [[CRATE, ...words.slice(1)].join('.')] : [];
      return [`${from}.${module}`, ...ofProject, whole];
    },
    writtenAs(name, own) {
      const [words, around] = [name.split('.'), own.split('.')];
      const [crate, root] = [words.slice(0, words.indexOf(CRATE)), around.slice(0, around.indexOf(CRATE))];
      const inside = words.slice(crate.length + 1);
      if (crate.join('.') !== root.join('.')) return [[...crate, ...inside].join('.')];
      const up = around.slice(root.length + 1);
      const relative = up.flatMap((_, index) => {
        const outer = up.slice(0, up.length - 1 - index);
        return outer.every((word, at) => inside[at] === word)
          ? [[...Array(index + 1).fill('super'), ...inside.slice(outer.length)].join('.')]
          : [];
      });
      return [[CRATE, ...inside].join('.'), ...relative];
    },
    manifest: { name: 'Cargo.toml', baseOf: (text) => nameOf(text)?.replaceAll('-', '_') },
    hasParts: true,
    givingWords: ['pub use', 'pub(crate) use', 'pub(super) use'],
  },
};

/** What the root of a crate is called in its paths. */
const CRATE = 'crate';

/** The name in the manifest of a package; a workspace may have none. */
function nameOf(manifest: string): string | undefined {
  return /^\[package\][^[]*?^\s*name\s*=\s*"([^"]+)"/m.exec(manifest)?.[1];
}

/** `home.self.codes` → `home.codes`, `home.net.super.codes` → `home.codes`. */
function withoutSteps(path: string): string {
  const words: string[] = [];
  for (const word of path.split('.')) {
    if (word === 'super') words.pop();
    else if (word !== 'self') words.push(word);
  }
  return words.join('.');
}

/** The crate, called as its folder, and the path within its sources. Each test, example and bench is a crate of its own. */
function splitAtSource(path: string): readonly string[] {
  const [, folder = '', inside] = /^(?:(.*)\/)?src\/(.*)$/.exec(path) ?? [];
  if (inside !== undefined) return [folder.slice(folder.lastIndexOf('/') + 1).replaceAll('-', '_'), inside];
  return /(?:^|\/)(?:tests|examples|benches)\//.test(path) ? [path.replace(/[./-]/g, '_'), 'main.rs'] : ['', path];
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
