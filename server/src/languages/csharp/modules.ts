import type { Modules } from '../modules.ts';

const USING =
  /^(?:global\s+)?using\s+(?:static\s+)?(?:(?<as>[\p{L}_][\p{L}\p{N}_]*)\s*=\s*)?(?:global::)?(?<name>[\p{L}_][\p{L}\p{N}_.]*)\s*;?$/u;

/** What `using` says; a namespace sees itself, and those around it, without one. */
export const csharpModules: Modules = {
  read(statement) {
    const { name, as } = USING.exec(statement.trim())?.groups ?? {};
    return name === undefined ? {} : { imports: [{ module: name, ...(as !== undefined && { as }) }] };
  },
  packages: {
    of: (declared) => declared ?? '',
    around(own) {
      const words = own.split('.');
      return ['', ...words.slice(1).map((_, index) => words.slice(0, index + 1).join('.'))];
    },
  },
};
