/** Name of the project file. */
export const PROJECT_FILE = '.thinq-nugu.json';

/** Files that list what a project depends on. */
export const MANIFESTS = [
  'package.json',
  'requirements.txt',
  'pyproject.toml',
  'manifest.json',
  'setup.py',
  'setup.cfg',
  'Pipfile',
] as const;

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
  return name.endsWith('.json') || (MANIFESTS as readonly string[]).includes(name);
}
