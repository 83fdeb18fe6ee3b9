import { TELLING_FILES } from '../knowledge/sharedEndings.ts';

/** Name of the project file. */
export const PROJECT_FILE = '.thinq-nugu.json';

/** Files that list what a project depends on. */
export const MANIFESTS: readonly string[] = [
  ...['package.json', 'requirements.txt', 'pyproject.toml', 'manifest.json', 'setup.py', 'setup.cfg', 'Pipfile'],
  ...['go.mod', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'Cargo.toml', 'composer.json', 'Gemfile'],
  ...['pubspec.yaml', 'Package.swift', 'Directory.Packages.props', 'packages.config'],
];
/** How the names of those end that every project calls as it likes: `Heating.csproj`. */
export const MANIFEST_ENDINGS: readonly string[] = ['.csproj', '.gemspec'];

/** Whether a file of a name lists what a project depends on. */
export function isManifest(name: string): boolean {
  return MANIFESTS.includes(name) || MANIFEST_ENDINGS.some((ending) => name.endsWith(ending));
}

/** Whether a path or URI is that of a project file. */
export function isProjectFile(path: string): boolean {
  return /(?:^|[\\/])\.thinq-nugu\.json$/.test(path);
}

/**
 * Whether a file may say something of those around it: a project file, a manifest, what makes a workspace, or a team's
 * catalog, which is JSON under any name.
 *
 * @param path a path or URI
 */
export function maySpeakForProject(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.endsWith('.json') || isManifest(name) || isWorkspaceFile(name);
}

/** Names of files that say where a project begins, in every language. */
export const MANIFEST_NAMES =
  /^(?:package\.json|requirements\.txt|pyproject\.toml|manifest\.json|setup\.(?:py|cfg)|Pipfile|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|.+\.csproj|Cargo\.toml|composer\.json|Gemfile|pubspec\.yaml|Package\.swift)$/;

/** Files that make one project of several below them. */
const WORKSPACE_NAMES: readonly string[] = [
  ...[
    'pnpm-workspace.yaml',
    'lerna.json',
    'nx.json',
    'turbo.json',
    'go.work',
    'settings.gradle',
    'settings.gradle.kts',
  ],
  'melos.yaml',
];
/** How the names of those end that every project calls as it likes. */
const WORKSPACE_ENDINGS: readonly string[] = ['.sln', '.slnx'];

/** Whether a file of a name makes one project of several below it. */
export function isWorkspaceFile(name: string): boolean {
  return WORKSPACE_NAMES.includes(name) || WORKSPACE_ENDINGS.some((ending) => name.endsWith(ending));
}

/** Patterns for the names of all files that say something of those around them, but for teams' catalogs. */
export const TELLING_PATTERNS: readonly string[] = [
  PROJECT_FILE,
  `{${[...MANIFESTS, ...TELLING_FILES, ...WORKSPACE_NAMES].join(',')}}`,
  `*{${[...MANIFEST_ENDINGS, ...WORKSPACE_ENDINGS].join(',')}}`,
];

/** What a manifest that has others below it says so with. */
const WORKSPACES: ReadonlyMap<string, RegExp> = new Map([
  ['package.json', /"workspaces"\s*:/],
  ['Cargo.toml', /^\[workspace\]/m],
  ['pom.xml', /<modules>/],
  ['pubspec.yaml', /^workspace:/m],
  ['pyproject.toml', /^\[tool\.uv\.workspace\]/m],
]);

/** Whether a manifest makes one project of several below it. */
export function declaresWorkspace(name: string, text: string): boolean {
  return WORKSPACES.get(name)?.test(text) ?? false;
}
