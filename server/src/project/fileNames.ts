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
 * Whether a file may say something of those around it: a project file, a manifest, or a team's catalog, which is JSON
 * under any name.
 *
 * @param path a path or URI
 */
export function maySpeakForProject(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.endsWith('.json') || isManifest(name);
}

/** Names of files that say where a project begins, in every language. */
export const MANIFEST_NAMES =
  /^(?:package\.json|requirements\.txt|pyproject\.toml|manifest\.json|setup\.(?:py|cfg)|Pipfile|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|.+\.csproj|Cargo\.toml|composer\.json|Gemfile|pubspec\.yaml|Package\.swift)$/;

/** Names of files that make one project of several below them. */
export const WORKSPACE_FILES =
  /^(?:pnpm-workspace\.yaml|lerna\.json|nx\.json|turbo\.json|go\.work|settings\.gradle(?:\.kts)?|melos\.yaml|.+\.slnx?)$/;

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
