import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';

const catalog = createCatalog(loadCatalogData());

describe('what is taken for a code or a message of a vendor', () => {
  for (const [text, description] of [
    ['9012', /older app API/],
    ['9006', /older app API/],
    ['0106', /older app API/],
    ['0110', /older app API/],
    ['0102', /older app API/],
    ['0005', /older app API/],
    [' 9012 ', /older app API/],
    ['Not support current_job_mode : None', /refuses this before it sends/],
    ['Not support wind_strength', /refuses this before it sends/],
    ['Not supported country_code.', /refuses this before it sends/],
    ['unknown error code', /has no code or no message/],
    ['Unknown Error Code', /no response body/],
    ['Unexpected Error', /no response body/],
  ] as const) {
    it(`${JSON.stringify(text)} is something else`, () =>
      assert.match(catalog.lookalikeOf(text)?.description.en ?? '', description));
  }

  for (const text of ['1222', '0000', '9999', 'Not supported model', 'Not supported country', 'Not support', ''])
    it(`${JSON.stringify(text)} is none of them`, () => assert.equal(catalog.lookalikeOf(text), undefined));

  it('no code and no message of the catalog is among them', () => {
    for (const code of catalog.codes) {
      assert.equal(catalog.lookalikeOf(code.code), undefined, code.code);
      assert.equal(catalog.lookalikeOf(catalog.textOf(code)), undefined, code.code);
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void catalog.lookalikeOf(text)));
  });
});
