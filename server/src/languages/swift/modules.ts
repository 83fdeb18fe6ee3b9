import type { Modules } from '../modules.ts';

const IMPORT =
  /^(?<attributes>(?:@[\p{L}_]\w*(?:\([^()]*\))?\s+)*)(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|actor|func|let|var)\s+)?(?<module>[\p{L}_][\p{L}\p{N}_]*)/u;
/** A folder of sources, by the package's convention. */
const TARGET = /(?:^|\/)(?:Sources|Tests|Plugins)\/(?<target>[^/]+)\/[^/]/;

/** What `import` says. What a module declares is known in all of its files; where no folder says so, the project is one. */
export const swiftModules: Modules = {
  read(statement) {
    const { module, attributes } = IMPORT.exec(statement.trim())?.groups ?? {};
    if (module === undefined) return {};
    return { imports: [{ module, ...(attributes?.includes('@_exported') && { isGivenOn: true as const }) }] };
  },
  packages: {
    of: (_declared, path) => TARGET.exec(path)?.groups?.target?.replaceAll('-', '_') ?? '',
    hasParts: true,
    givingWords: ['@_exported'],
  },
};
