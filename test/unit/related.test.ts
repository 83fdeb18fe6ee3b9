import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Code, Vendor } from '../../server/src/catalog/types.ts';

const catalog = createCatalog(loadCatalogData());

function find(vendor: Vendor, code: string): Code {
  const found = catalog.find(vendor, code);
  assert.ok(found, code);
  return found;
}

/** The codes that are named first where some are handled and all other device-level codes are missing. */
function named(vendor: Vendor, handled: readonly string[], most: number): readonly string[] {
  const codes = handled.map((code) => find(vendor, code));
  const missing = catalog.codes.filter(
    (code) => code.vendor === vendor && code.judgement.deviceLevel && !codes.includes(code),
  );
  return catalog.mostRelated(codes, missing, most).map(({ code }) => code);
}

describe('the codes that have most to do with others', () => {
  for (const [handled, nearest] of [
    [['2305'], ['2304', '2301']],
    [
      ['1222', '2305'],
      ['2304', '2301'],
    ],
    [['1205'], ['1213', '1211']],
    [['1219'], ['2101', '2203']],
    [['1222'], ['1223']],
    [['1306'], ['1308']],
    [['2209', '2210'], ['2208']],
    [['2212'], ['2213']],
  ] as const) {
    it(`next to ${handled} are ${nearest}`, () => assert.deepEqual(named('thinq', handled, nearest.length), nearest));
  }

  for (const [handled, nearest] of [
    [['AlreadyTurnOn'], ['AlreadyStarting', 'AlreadyTurnOff']],
    [['AlreadyAtMaxTemp'], ['TemperatureOutofRange', 'AlreadyAtMinTemp']],
    [['UnsupportedColorType'], ['NotSupportChangeColor']],
    [
      ['DeviceTurnedOff', 'NoConnectionDevice'],
      ['NotExistDeviceInSmartHomeBackendProxy', 'DeviceInSleepMode'],
    ],
  ] as const) {
    it(`next to ${handled} are ${nearest}`, () => assert.deepEqual(named('nugu', handled, nearest.length), nearest));
  }

  it('are as many as were asked for, and no more than there are', () => {
    const [one, other] = [find('thinq', '2305'), find('thinq', '2304')];
    assert.deepEqual(catalog.mostRelated([one], [], 3), []);
    assert.deepEqual(catalog.mostRelated([one], [other], 3), [other]);
    assert.deepEqual(catalog.mostRelated([], [one, other], 1).length, 1);
  });
});

describe('the short text of a code', () => {
  for (const [code, text] of [
    ['2304', 'in POWER OFF'],
    ['2303', 'in ERROR'],
    ['2302', 'in STATE'],
    ['2305', 'in MODE'],
    ['1222', 'Not connected device'],
  ] as const) {
    it(`of ${code} is ${text}`, () => assert.equal(catalog.shortTextOf(find('thinq', code)), text));
  }
});
