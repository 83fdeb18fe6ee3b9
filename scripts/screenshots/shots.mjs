/** @import { Shot } from '../vscode/camera.mjs' */

/** Where nothing but the editor is of interest. */
export const BARE = {
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'workbench.statusBar.visible': false,
};

/** Of a window, where a picture has no size of its own. */
const SIZE = { width: 960, height: 540 };
const WIDE = { width: 1160, height: 640 };

const HOVER = ['Control+k', 'Control+i'];
const FIXES = ['Control+.'];
const paneOf = (title) => `.sidebar .pane:has(.pane-header :text-matches("^(${title})$", "i")) .monaco-list-row`;
const rowOf = (list, text) => `${list} .monaco-list-row:has-text(${JSON.stringify(text)})`;

/** The pictures of README.md and docs/. @type {readonly Shot[]} */
export const DOCS = [
  {
    name: 'hover',
    file: 'thinq/codes.py',
    at: '{"1221", "22|02"}',
    keys: HOVER,
    shows: '.monaco-hover .hover-contents:has-text("503")',
    size: { width: 960, height: 390 },
  },
  {
    name: 'completion',
    file: 'nugu/draft.json',
    at: '"resultCode": "|"',
    keys: ['Control+Space'],
    shows: rowOf('.suggest-widget.visible', 'DeviceTurnedOff'),
    // What comes later than the rest takes the place of the row that was chosen. Control+Space once more opens the documentation.
    finally: [
      ...['t', 'e', 'm', 'p'],
      { see: rowOf('.suggest-widget.visible', 'AlreadyAtMaxHumidity') },
      ...['ArrowDown', 'Control+Space'],
    ],
    size: { width: 1160, height: 480 },
  },
  {
    name: 'quick-fix',
    file: 'nugu/answer.json',
    at: '"Temperature|OutOfRange"',
    keys: FIXES,
    shows: rowOf('.action-widget', 'TemperatureOutofRange'),
    size: SIZE,
  },
  {
    name: 'directive',
    file: 'nugu/power.js',
    at: 'directives/Turn|On',
    keys: HOVER,
    // What is found there says of the directive's codes, too, and is shown first.
    shows: '.monaco-hover .hover-contents:has-text("/nugu/v1")',
    size: { width: 1160, height: 520 },
  },
  {
    name: 'envelope',
    file: 'nugu/temperature.js',
    at: "da|ta: [{ resultCode: 'AlreadyAtMaxTemp'",
    keys: FIXES,
    shows: rowOf('.action-widget', 'requestId'),
    // Where there is no room below a line, the list covers it.
    size: { width: 1160, height: 620 },
  },
  {
    name: 'mapping',
    file: 'nugu/mapping.ts',
    at: "'23|05'",
    keys: HOVER,
    shows: '.monaco-hover .hover-contents:has-text("NotSupportedInCurrentMode")',
    size: { width: 1160, height: 620 },
  },
  {
    name: 'workspace',
    file: 'nugu/handler.ts',
    at: 'setTempe|rature',
    keys: [{ command: 'checkWorkspace' }],
    shows: ['Findings: ', '문제'].map((text) => `.notification-list-item:has-text("${text}")`).join(),
    finally: ['Control+Shift+m'],
    ends: '.markers-panel .monaco-list-row',
    size: WIDE,
  },
  {
    name: 'problems',
    file: 'thinq/errors.ts',
    at: 'case ThinQError.COMMAND|_NOT',
    keys: ['Control+Shift+m'],
    shows: rowOf('.markers-panel', 'unhandled-device-error'),
    size: SIZE,
  },
];

const SAMPLE = { en: 'sample.ts', ko: 'sample.ko.ts' };
/** As wide as the walkthrough shows it. */
const STEP = { width: 800, height: 480 };

/** The pictures of the walkthrough, in each language, over the sample that it opens. @type {readonly Shot[]} */
export const WALKTHROUGH = [
  {
    name: 'explain',
    file: SAMPLE,
    at: "['12|22'",
    keys: HOVER,
    shows: '.monaco-hover .hover-contents:has-text("1222")',
    size: STEP,
  },
  {
    name: 'repair',
    file: SAMPLE,
    // The list begins where the cursor is, and covers what is behind it.
    at: "'TemperatureOutOfRange|",
    keys: FIXES,
    shows: rowOf('.action-widget', 'TemperatureOutofRange'),
    size: STEP,
  },
  {
    name: 'handle',
    file: SAMPLE,
    at: 'switch (error.|code)',
    keys: [{ command: 'showSite' }],
    shows: rowOf('.quick-input-list', '1205'),
    size: STEP,
  },
];

const ACTIVITY = '.activitybar [aria-label^="ThinQ & NUGU Codes"]';
const CATALOG = paneOf('Catalog|카탈로그');
const COVERAGE = paneOf('Coverage|커버리지');
/** Until then what is written goes into the editor. */
const ASKS = { see: '.quick-input-titlebar .quick-input-title:not(:empty)' };
/** A page is there some time after its tab, and is not always drawn before something changes its size. */
const DRAWN = ['Control+j', 'Control+j'];
/** The first row of a tree, which a click unfolds, and the first below it, down to a level: each when it is there. */
const unfolded = (rows, depth) => [
  { click: rows },
  ...Array.from({ length: depth - 1 }, (_, above) => [
    ...(above > 0 ? ['ArrowRight'] : []),
    { see: `${rows}[aria-level="${above + 2}"]` },
    'ArrowDown',
  ]).flat(),
];
const HANDLER = { file: 'nugu/handler.ts', at: 'setTempe|rature', size: WIDE };

/** Everything that the extension shows, to be looked at in each language and theme. @type {readonly Shot[]} */
export const VIEWS = [
  ...DOCS,
  {
    ...HANDLER,
    name: 'site',
    file: 'thinq/errors.ts',
    at: 'case ThinQError.COMMAND|_NOT',
    keys: [{ see: '.codelens-decoration' }, { command: 'showSite' }],
    shows: rowOf('.quick-input-list', '1205'),
  },
  {
    ...HANDLER,
    name: 'catalog',
    keys: [{ click: ACTIVITY }],
    shows: `${CATALOG}:has-text("ThinQ")`,
    finally: unfolded(CATALOG, 3),
  },
  {
    ...HANDLER,
    name: 'coverage',
    keys: [{ command: 'coverage' }],
    shows: COVERAGE,
    finally: unfolded(COVERAGE, 4),
  },
  {
    ...HANDLER,
    name: 'look-up',
    keys: [{ command: 'lookUp' }, ASKS, { write: { en: 'offline', ko: '온도' } }],
    // Not what there is for the word at the cursor, which it begins with.
    shows: `${rowOf('.quick-input-list', 'offline')}, ${rowOf('.quick-input-list', '온도')}`,
  },
  { ...HANDLER, name: 'declare', keys: [{ command: 'declare' }], shows: ASKS.see },
  { ...HANDLER, name: 'rules', keys: [{ command: 'turnRuleOff' }], shows: ASKS.see },
  { ...HANDLER, name: 'answer', keys: [{ command: 'insertAnswer' }], shows: ASKS.see },
  { ...HANDLER, name: 'generate', keys: [{ command: 'newFileOfCodes' }], shows: ASKS.see },
  {
    ...HANDLER,
    name: 'explanation',
    file: 'thinq/wiremock.json',
    at: '|',
    keys: [{ command: 'explainSelection' }],
    shows: '.tab:has-text("Preview")',
    finally: [...DRAWN, ...DRAWN],
  },
  {
    ...HANDLER,
    name: 'rule',
    keys: [
      { command: 'lookUp' },
      ASKS,
      { write: 'unknown-code' },
      { see: rowOf('.quick-input-list', 'unknown-code') },
      'Enter',
    ],
    shows: '.tab:has-text("unknown-code")',
    finally: DRAWN,
  },
  {
    ...HANDLER,
    name: 'page',
    // Before that is found there is a row that explains whatever has been written.
    keys: [
      { command: 'lookUp' },
      ASKS,
      { write: '1222' },
      { see: rowOf('.quick-input-list', 'Not connected') },
      'Enter',
    ],
    shows: '.tab:has-text("1222")',
    finally: DRAWN,
  },
  {
    ...HANDLER,
    name: 'status',
    // What comes later than it is opened has no room made for it.
    keys: [{ see: '.squiggly-warning' }, { click: '[id="status.languageStatus"]' }],
    shows: '.hover-language-status:has-text("ThinQ")',
  },
  {
    ...HANDLER,
    name: 'settings',
    keys: ['Control+,', { see: '.settings-editor .search-container' }, { write: '@ext:thinq-nugu.thinq-nugu-codes' }],
    shows: '.settings-editor .setting-item:has-text("thinq")',
    // All of them.
    size: { width: 1160, height: 1200 },
  },
  {
    ...HANDLER,
    name: 'walkthrough',
    keys: [
      'F1',
      { write: 'Welcome: Open Walkthrough...' },
      { see: rowOf('.quick-input-list', 'Open Walkthrough') },
      'Enter',
      { see: rowOf('.quick-input-list', 'ThinQ') },
      { write: 'ThinQ' },
      { see: rowOf('.quick-input-list', 'ThinQ') },
      'Enter',
    ],
    shows: '.getting-started-step',
    size: { width: 1280, height: 760 },
  },
  {
    ...HANDLER,
    name: 'extension',
    keys: [
      'Control+Shift+x',
      { see: '.extensions-viewlet .monaco-editor' },
      { write: '@installed thinq' },
      { click: '.extensions-viewlet .monaco-list-row:has-text("ThinQ")' },
    ],
    shows: '.extension-editor .details',
    finally: ['Control+b', 'Control+j', 'Control+j'],
    size: { width: 1280, height: 900 },
  },
];
