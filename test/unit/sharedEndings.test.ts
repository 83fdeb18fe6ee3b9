import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';

const SETTINGS = readSettings({}, 'en');
const SOURCE = `const BASE = 'https://api-kic.lgthinq.com';
function answer() {
  return { resultCode: 'AlreadyTurnedOn', smartHomeDevice: {} };
}
`;

describe('files of an ending that several languages have', () => {
  const { service, ...world } = createWorld();
  const ask = async (files: readonly string[], path: string, languageId?: string) => {
    const root = world.project(new Map(files.map((file) => [file, '{}'])));
    const document = world.document(root, path, SOURCE, languageId);
    const { diagnostics, skipped } = await service.diagnose(document, SETTINGS);
    assert.equal(skipped, undefined);
    const hover = await service.hover(document, SOURCE.indexOf('Turned'), SETTINGS);
    const actions = await service.actions(document, { start: 0, end: SOURCE.length }, SETTINGS);
    const completions = await service.complete(document, SOURCE.indexOf('Already'), SETTINGS);
    return {
      findings: diagnostics.length,
      hover: hover !== undefined,
      fixes: actions.length > 0,
      completes: completions.length > 0,
    };
  };
  const READ = { findings: 1, hover: true, fixes: true, completes: true };
  const NOT_READ = { findings: 0, hover: false, fixes: false, completes: false };

  for (const [what, files, path, expected] of [
    ['a manifest beside it', ['appsscript.json'], 'Code.gs', READ],
    ["clasp's file beside it", ['.clasp.json'], 'Code.gs', READ],
    ['a manifest in a folder around it', ['src/appsscript.json'], 'src/lib/Code.gs', READ],
    ["clasp's file in a folder around it", ['.clasp.json'], 'src/Code.gs', READ],
    ['no manifest', ['package.json'], 'Code.gs', NOT_READ],
    ['a manifest in another folder', ['scripts/appsscript.json'], 'shaders/Code.gs', NOT_READ],
    ['an ending of its own', [], 'Code.js', READ],
  ] as const) {
    it(`${path}, with ${what}`, async () => assert.deepEqual(await ask(files, path), expected));
  }

  it('are read where an editor knows better', async () =>
    assert.deepEqual(await ask([], 'Code.gs', 'javascript'), READ));

  it('are not read where an editor knows another language', async () =>
    assert.deepEqual(await ask([], 'Code.gs', 'gosu'), NOT_READ));

  it('are no others: a component is read as plain text is, too', async () => {
    const text = `<script>${SOURCE}</script>`;
    const document = world.document(world.project(), 'A.vue', text, 'plaintext');
    assert.equal((await service.diagnose(document, SETTINGS)).diagnostics.length, 1);
  });
});
