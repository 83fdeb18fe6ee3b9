import type { Modules } from '../modules.ts';

/** Constants are everybody's: whatever loads a file, its constants are known by their names from then on. */
export const rubyModules: Modules = {
  read: () => ({}),
  packages: { of: () => '', hasParts: true },
};
