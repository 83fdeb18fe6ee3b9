import type { Modules } from '../modules.ts';

const IMPORT = /^import\s+(?:static\s+)?(?<name>[\p{L}_][\p{L}\p{N}_.]*?)(?<all>\.\*)?\s*;?$/u;

/** What `import` says; a package sees itself without one. */
export const javaModules: Modules = {
  read(statement) {
    const { name, all } = IMPORT.exec(statement.trim())?.groups ?? {};
    if (name === undefined) return {};
    if (all !== undefined) return { imports: [{ module: name }] };
    return { imports: [{ module: name, as: name.slice(name.lastIndexOf('.') + 1) }] };
  },
  packages: { of: (declared) => declared ?? '', sharedWith: ['.kt'] },
};
