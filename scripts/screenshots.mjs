// Takes pictures of the real VS Code: npm run screenshots [-- name ...] [--set=docs|walkthrough|views] [--folder=test/sample]
//   docs         the pictures of README.md and docs/, into docs/images; if no set is named
//   walkthrough  those of the walkthrough, in both languages, into media/walkthrough
//   views        everything that the extension shows, in both languages, light, dark and in high contrast, into
//                dist/screenshots, to be looked at; names choose among them, and so do --languages=ko --themes=dark,hc-dark
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BARE, DOCS, VIEWS, WALKTHROUGH } from './screenshots/shots.mjs';
import { shrink } from './screenshots/shrink.mjs';
import { ensureDependencies, root } from './setup.mjs';
import { LANGUAGES, openCamera, THEMES } from './vscode/camera.mjs';

/** Of each set: what it shows, how, over which folder, where each picture goes, and whether it makes do with few colours. */
const SETS = {
  docs: {
    shots: DOCS,
    languages: ['en'],
    themes: ['light'],
    folder: 'test/sample',
    settings: BARE,
    into: ({ name }) => `docs/images/${name}.png`,
  },
  walkthrough: {
    shots: WALKTHROUGH,
    languages: LANGUAGES,
    themes: ['light', 'dark'],
    folder: 'media/walkthrough',
    settings: BARE,
    // They are in the package. Elsewhere the colours of codes and of severities are to be seen.
    fewColours: true,
    into: ({ name, language, theme }) => `media/walkthrough/${language}/${name}-${theme}.png`,
  },
  views: {
    shots: VIEWS,
    languages: LANGUAGES,
    themes: Object.keys(THEMES),
    folder: 'test/sample',
    settings: { 'thinqNugu.inlayHints': true },
    into: ({ name, language, theme }) => `dist/screenshots/${name}-${language}-${theme}.png`,
  },
};

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', default: 'docs' },
    folder: { type: 'string' },
    languages: { type: 'string' },
    themes: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const set = SETS[options.set];
if (!set) throw new Error(`Which set: ${Object.keys(SETS).join(', ')}?`);
const chosen = (all, given) => (given === undefined ? all : all.filter((one) => given.split(',').includes(one)));

ensureDependencies();
if (!options['no-build']) await import('./package.mjs');
const vsix = join(root, 'thinq-nugu-codes.vsix');
const shots = set.shots.filter(({ name }) => names.length === 0 || names.includes(name));
const camera = await openCamera(resolve(options.folder ?? join(root, set.folder)), vsix, set.settings);
try {
  for (const language of chosen(set.languages, options.languages))
    for (const theme of chosen(set.themes, options.themes))
      for (const shot of shots) await take(shot, { language, theme });
} finally {
  await camera.close();
}

async function take(shot, look) {
  const path = set.into({ name: shot.name, ...look });
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const picture = await camera.take(shot, look);
  writeFileSync(join(root, path), set.fewColours ? shrink([picture]) : picture);
  console.log(path);
}
