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
