import type { Modules } from '../modules.ts';

const USING =
  /^(?<isGlobal>global\s+)?using\s+(?:static\s+)?(?:(?<as>[\p{L}_][\p{L}\p{N}_]*)\s*=\s*)?(?:global::)?(?<name>[\p{L}_][\p{L}\p{N}_.]*)\s*;?$/u;

/** What `using` says; a namespace sees itself, and those around it, without one. */
export const csharpModules: Modules = {
  read(statement) {
    const { name, as, isGlobal } = USING.exec(statement.trim())?.groups ?? {};
    if (name === undefined) return {};
    const everywhere = isGlobal === undefined ? {} : ({ isEverywhere: true } as const);
    return { imports: [{ module: name, ...(as !== undefined && { as }), ...everywhere }] };
  },
  packages: {
    of: (declared) => declared ?? '',
    around: (own) => ['', ...outerOf(own)],
    resolve: (module, from) => [module, ...outerOf(`${from}.`).map((outer) => `${outer}.${module}`)],
    writtenAs(name, own) {
      const inner = [...outerOf(`${own}.`)].filter((outer) => name.startsWith(`${outer}.`));
      return [name, `global.${name}`, ...inner.map((outer) => name.slice(outer.length + 1))];
    },
    hasParts: true,
    givingWords: ['global using'],
  },
};

/** The namespaces around one: `Home.ThinQ.Shown` → `Home`, `Home.ThinQ`. */
function outerOf(namespace: string): readonly string[] {
  const words = namespace.split('.');
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join('.'));
}
