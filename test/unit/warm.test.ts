import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { createSettingsStore } from '../../server/src/lsp/settings.ts';
import { createProjects } from '../../server/src/project/projects.ts';
import type { Document } from '../../server/src/service/api.ts';
import { createLanguageService, whatIsKnown } from '../../server/src/service/service.ts';
import { readSettings } from '../../server/src/settings.ts';
import { type Entered, type Watch, watchCalls } from '../harness/entered.ts';
import { createWorld, grammars, type World } from '../harness/host.ts';
import { countWork } from '../harness/work.ts';

const SETTINGS = readSettings({ codeLens: true }, 'en');
const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** A program with everything that a hover explains, and with findings and fixes. */
const TEXT = `
// Try again on 2210.
const BUSY = '2305';
export function advise(error: ThinQApiError, request: Request) {
  switch (error.code) {
    case '1222': return 'DeviceTurnedOff';
    case BUSY: return 'AlreadyTurnOn';
  }
  if (request.smartHomeDirective === 'TurnOff') return { resultCode: 'AlreadyTurnedOff', smartHomeDevice: {} };
  if (legacy.resultCode === '0000') log('the call failed with code 1205');
  switch (error.code) { case '1222': stop(); break; case '2305': wait(); break; }
}
`;
const NEAR_EVERY_HOVER: ReadonlyMap<string, { readonly at: string; readonly says: string }> = new Map([
  ['a code', { at: "1222': stop", says: 'Not connected device' }],
  ["a mapping's code", { at: "1222': return", says: 'Answered here with' }],
  ["a mapping's answer", { at: 'DeviceTurnedOff', says: 'Answers these ThinQ codes here' }],
  ['a constant', { at: 'BUSY:', says: 'Command not supported' }],
  ['a directive', { at: 'TurnOff', says: 'PowerControl' }],
  ["a dispatch's subject", { at: 'code) { case', says: 'Handles 2 of' }],
  ['a success of the older API', { at: '0000', says: 'Success' }],
  ['a text for people', { at: '1205', says: 'Not registered device' }],
  ['a comment', { at: '2210', says: 'Retry' }],
]);

/** What surrounds a program that talks to ThinQ and NUGU. */
const SURROUNDINGS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['a project file', new Map([['.thinq-nugu.json', '{ "vendors": ["thinq", "nugu"] }']])],
  ['a manifest that asks for the SDK', new Map([['requirements.txt', 'thinqconnect==1.0.0\n']])],
]);

/** Looking up what is remembered is no work. */
const LOOK_UPS: ReadonlySet<string> = new Set([
  'server/src/project/projects.ts',
  'server/src/project/fileNames.ts',
  'server/src/languages/languages.ts',
]);

describe('a warm request', () => {
  let watch: Watch;
  before(async () => {
    watch = await watchCalls(pathToFileURL('dist/test/'));
  });
  after(() => watch.stop());

  for (const [around, files] of SURROUNDINGS) {
    describe(`beside ${around}`, () => {
      const world = createWorld();
      const root = world.project(files);
      const document = world.document(root, 'advise.ts', TEXT, 'typescript');

      it('is cold at first', async () => {
        const entered = await watch.during(() => everything(world, document));
        for (const room of ['evidence', 'languages', 'rules']) assert.ok(inRooms(entered, room).length > 0, room);
      });

      for (const [what, { at, says }] of NEAR_EVERY_HOVER) {
        it(`for a hover over ${what} computes nothing`, async () => {
          const offset = TEXT.indexOf(at) + 1;
          const ask = () => world.service.hover(document, offset, SETTINGS);
          assert.ok((await ask())?.markdown.includes(says), (await ask())?.markdown);
          const entered = await watch.during(ask);
          assert.deepEqual(inRooms(entered, 'evidence', 'languages', 'rules', 'project'), []);
        });
      }

      for (const [what, ask] of [
        ['lenses', async () => (await world.service.lenses(document, SETTINGS)).length],
        ['code actions', async () => (await world.service.actions(document, EVERYTHING, SETTINGS)).length],
        ['diagnostics', async () => (await world.service.diagnose(document, SETTINGS)).diagnostics.length],
      ] as const) {
        it(`for ${what} computes nothing`, async () => {
          assert.ok((await ask()) > 1, what);
          const entered = await watch.during(ask);
          assert.deepEqual(inRooms(entered, 'evidence', 'languages', 'rules', 'fixes', 'suppressions', 'project'), []);
        });
      }
    });
  }

  it('is cold again when a project file has changed', async () => {
    const world = createWorld();
    const root = world.project(SURROUNDINGS.get('a project file'));
    const document = world.document(root, 'advise.ts', TEXT, 'typescript');
    const rulesFound = async () =>
      (await world.service.diagnose(document, SETTINGS)).diagnostics.map(({ rule }) => rule);
    assert.ok((await rulesFound()).includes('unknown-code'));
    world.change(root, '.thinq-nugu.json', '{ "vendors": ["thinq", "nugu"], "rules": { "unknown-code": "off" } }');
    const entered = await watch.during(async () => assert.ok(!(await rulesFound()).includes('unknown-code')));
    assert.ok(inRooms(entered, 'evidence').length > 2);
    // What the text says has not changed.
    assert.deepEqual(inRooms(entered, 'languages'), []);
  });

  describe('after an edit in code that is about no code', () => {
    const ordinary = 'export function sum(items: number[]) {\n  // All of them.\n  return items.reduce(add, 0);\n}\n';
    // A text that speaks of directives is read as a whole.
    const text = `${ordinary.repeat(3)}${TEXT.replace('smartHomeDirective', 'kind')}${ordinary.repeat(300)}`;

    for (const [where, edited] of [
      ['in front of all else', text.replace('return', 'return  ')],
      ['behind it', `${text.slice(0, -20)}s${text.slice(-20)}`],
      ['in the first line of a function', text.replace('sum(items', 'summary(items')],
      ['in a comment', text.replace('All of them', 'All of these and "more"')],
      ['of several lines', text.replace('return', 'for (const one of items) {\n    print(one);\n  }\n  return')],
      ['that takes lines away', text.replace('  // All of them.\n', '')],
    ] as const) {
      it(`${where} parses nothing, and asks no rule`, async () => {
        const world = createWorld();
        const root = world.project(SURROUNDINGS.get('a project file'));
        await everything(world, world.document(root, 'advise.ts', text, 'typescript'));
        const document = world.document(root, 'advise.ts', edited, 'typescript');
        assert.notEqual(document.text, text);
        const parsing = ['syntax', 'query', 'extract'].map((part) => `languages/tree/${part}`);
        const diagnosed = await watch.during(() => world.service.diagnose(document, SETTINGS));
        assert.deepEqual(inRooms(diagnosed, 'rules', 'suppressions', ...parsing), []);
        const entered = await watch.during(() => everything(world, document));
        assert.ok(inRooms(entered, 'rules').length > 0);
        assert.deepEqual(inRooms(entered, ...parsing), []);
      });
    }
  });

  it('is cold for a document that many others were opened after', async () => {
    const world = createWorld();
    const root = world.project();
    const documents = Array.from({ length: 33 }, (_, index) => world.document(root, `${index}.ts`, TEXT));
    const hover = (document: Document) => world.service.hover(document, TEXT.indexOf('1222') + 1, SETTINGS);
    for (const document of documents) await hover(document);
    const [first, second] = documents;
    assert.ok(first && second);
    assert.deepEqual(inRooms(await watch.during(() => hover(second)), 'evidence'), []);
    assert.ok(inRooms(await watch.during(() => hover(first)), 'evidence').length > 2);
  });
});

describe('an edit', () => {
  it('parses a text once, also where a team has codes of its own', async () => {
    const counter = await countWork(pathToFileURL('dist/test/'));
    const catalog = '"catalog": [{ "vendor": "thinq", "code": "9101", "description": { "en": "Ours", "ko": "우리" } }]';
    const text = `import { BUSY } from './busy';\n${TEXT}`;
    const parsingIn = async (project: string): Promise<number> => {
      const world = createWorld();
      const root = world.project(new Map([['.thinq-nugu.json', project]]));
      await everything(world, world.document(root, 'advise.ts', text, 'typescript'));
      const document = world.document(root, 'advise.ts', text.replace("'1222'", "'1223'"), 'typescript');
      const work = await counter.of(() => everything(world, document));
      return [...work].reduce((all, [place, count]) => all + (place.includes('/treeSitter.ts') ? count : 0), 0);
    };
    const alone = await parsingIn('{ "vendors": ["thinq", "nugu"] }');
    const ofTeam = await parsingIn(`{ "vendors": ["thinq", "nugu"], ${catalog} }`);
    await counter.stop();
    assert.ok(alone > 100);
    assert.ok(ofTeam < 1.5 * alone, `${ofTeam} steps, and ${alone} without a catalog`);
  });
});

describe('a grammar', () => {
  /** A host that tells in which order it was asked, and whose project nobody finds. */
  const asked: string[] = [];
  const service = createLanguageService({
    assets: {
      read(name) {
        asked.push(name);
        return grammars.read(name);
      },
    },
    projectOf() {
      asked.push('project');
      return new Promise(() => {});
    },
    checkProjectFile: async () => [],
  });
  const open = (uri: string, text: string) => void service.diagnose({ uri, version: 1, text }, SETTINGS);

  it('is loaded while the project of the first text that needs it is looked for', () => {
    open('file:///a.py', 'print("nothing of ours")');
    assert.deepEqual(asked.splice(0), ['project'], 'a text without a word of ours needs none');
    open('file:///b.py', 'from thinqconnect import ThinQApi\n\nOFFLINE = "1222"\n');
    assert.deepEqual(asked.splice(0), ['web-tree-sitter.wasm', 'tree-sitter-python.wasm', 'project']);
    open('file:///c.py', 'from thinqconnect import ThinQApi\n\nMODE = "2305"\n');
    assert.deepEqual(asked.splice(0), ['project']);
  });
});

describe('what is remembered by identity', () => {
  it('is what is known of a file, for the last 500 files, until something changes', async () => {
    const read = async (path: string) => (path === '/p/requirements.txt' ? 'thinqconnect\n' : undefined);
    const projects = createProjects({ read, names: async () => ['requirements.txt'] }, whatIsKnown(), () => {});
    const factsOf = (index: number) => projects.factsOf(['/p', ''], `${index}.py`);
    const [first, second] = [await factsOf(0), await factsOf(1)];
    assert.deepEqual(first.implied, ['thinq']);
    for (let index = 2; index < 501; index++) await factsOf(index);
    assert.equal(await factsOf(1), second);
    assert.notEqual(await factsOf(0), first);
    projects.reset();
    assert.notEqual(await factsOf(1), second);
  });

  it('is the settings of a document, until something changes', async () => {
    const store = createSettingsStore({ workspace: { getConfiguration: async () => ({}) } });
    store.initialize({ canBeAsked: true, displayLanguage: 'en', settings: undefined });
    const settings = await store.of('file:///a.ts');
    assert.equal(await store.of('file:///a.ts'), settings);
    store.change(undefined);
    assert.notEqual(await store.of('file:///a.ts'), settings);
  });
});

async function everything({ service }: World, document: Document): Promise<void> {
  await service.hover(document, TEXT.indexOf('1222') + 1, SETTINGS);
  await service.diagnose(document, SETTINGS);
  await service.lenses(document, SETTINGS);
  await service.actions(document, EVERYTHING, SETTINGS);
}

/** The functions among those entered that lie in some rooms of the server, without looking up. */
function inRooms(entered: readonly Entered[], ...rooms: readonly string[]): readonly string[] {
  const isIn = (file: string): boolean =>
    !LOOK_UPS.has(file) && rooms.some((room) => file.startsWith(`server/src/${room}/`));
  return entered.filter(({ file }) => isIn(file)).map(({ file, name }) => `${file} ${name}`);
}
