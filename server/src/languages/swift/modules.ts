import type { Modules } from '../modules.ts';

/** What a module declares is known in all of its files. */
export const swiftModules: Modules = {
  read: () => ({}),
  packages: { of: () => '' },
};
