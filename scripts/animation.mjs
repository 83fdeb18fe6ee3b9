// Makes the animation of the readme out of the real VS Code: npm run animation [-- --no-build]. It is an animated PNG: browsers
// and GitHub play it, whatever else shows a PNG has its first picture. Nothing is needed for it but Chromium, Chrome or Edge.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BARE } from './screenshots/shots.mjs';
import { shrink } from './screenshots/shrink.mjs';
import { ensureDependencies, root } from './setup.mjs';
import { openCamera } from './vscode/camera.mjs';

const TARGET = 'docs/images/tour.png';

const goTo = (line, column) => ['Control+g', { write: `${line}:${column}` }, 'Enter'];
const row = (list, text) => ({ see: `${list} .monaco-list-row:has-text(${JSON.stringify(text)})` });

const START = {
  name: 'tour',
  file: 'sample.ts',
  at: "['12|22'",
  keys: [],
  shows: '.codelens-decoration:has-text("27")',
  size: { width: 860, height: 600 },
};

/** What is done, one after the other, and how long that to which it leads is looked at, in milliseconds. */
const SCENES = [
  { acts: [], ms: 1500 },
  { acts: ['Control+k', 'Control+i', { see: '.monaco-hover .hover-contents:has-text("1222")' }], ms: 3000 },
  { acts: ['Escape', ...goTo(13, 22), 'Control+.', row('.action-widget', 'TemperatureOutofRange')], ms: 2000 },
  { acts: ['Enter', { see: '.view-line:has-text("TemperatureOutofRange")' }], ms: 2000 },
  { acts: [...goTo(21, 12), { command: 'showSite' }, row('.quick-input-list', 'Add a fallback')], ms: 3000 },
  { acts: ['Enter', { see: '.view-line:has-text("default:")' }], ms: 3000 },
];
const SETTLE_MS = 900;

ensureDependencies();
if (!process.argv.includes('--no-build')) await import('./package.mjs');
const camera = await openCamera(join(root, 'media/walkthrough'), join(root, 'thinq-nugu-codes.vsix'), BARE);
try {
  const { page, hand } = await camera.stage(START);
  const pictures = [];
  for (const { acts } of SCENES) {
    for (const act of acts) await hand(act);
    await page.waitForTimeout(SETTLE_MS);
    pictures.push(await page.screenshot());
  }
  const animation = shrink(
    pictures,
    SCENES.map(({ ms }) => ms),
  );
  writeFileSync(join(root, TARGET), animation);
  console.log(`${TARGET}: ${Math.round(animation.length / 1024)} kB`);
} finally {
  await camera.close();
}
