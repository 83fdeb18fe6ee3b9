import type { Modules } from '../modules.ts';

const IMPORT =
  /^import\s+(?<name>[\p{L}_`][\p{L}\p{N}_.`]*?)(?<all>\.\*)?(?:\s+as\s+(?<as>[\p{L}_][\p{L}\p{N}_]*))?\s*;?$/u;

/** What `import` says; a package sees itself without one. */
export const kotlinModules: Modules = {
  read(statement) {
    const { name: written, all, as } = IMPORT.exec(statement.trim())?.groups ?? {};
    // What a companion holds belongs to its class.
    const name = written?.replaceAll('`', '').replace(/\.Companion(?=\.|$)/, '');
    if (name === undefined) return {};
    if (all !== undefined) return { imports: [{ module: name }] };
    return { imports: [{ module: name, as: as ?? name.slice(name.lastIndexOf('.') + 1) }] };
  },
  packages: { of: (declared) => declared?.replaceAll('`', '') ?? '', sharedWith: ['.java'] },
};
