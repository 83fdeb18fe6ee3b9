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
