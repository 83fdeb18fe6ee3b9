import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';

/** UTF-16 units of a helper whose parameters are followed. */
const BOUND_UNITS = 4000;

/** A helper that puts what it is given under NUGU's key, as long as is asked for, and a call of it with a slip. */
function helperOf(units: number): string {
  const [head, tail] = ['function fail(smartHomeDevice, why) {', 'return { resultCode: why, smartHomeDevice };\n}\n'];
  const filling = `\n// ${'x'.repeat(units - head.length - tail.length - 3)}\n`;
  return `${head}${filling}${tail}export const off = (device) => fail(device, 'DeviceTurnOff');\n`;
}

describe('a helper that puts what it is given under resultCode', () => {
  const world = createWorld();
  const root = world.project();
  const rulesFor = async (text: string): Promise<readonly string[]> => {
    const { diagnostics } = await world.service.diagnose(
      world.document(root, 'answers.js', text),
      readSettings({}, 'en'),
    );
    return diagnostics.map(({ rule }) => rule);
  };

  it('is followed up to a length, so that helpers in one another cost no more than their text', async () => {
    assert.deepEqual(await rulesFor(helperOf(BOUND_UNITS - 100)), ['unknown-code']);
    assert.deepEqual(await rulesFor(helperOf(BOUND_UNITS + 100)), []);
  });
});
