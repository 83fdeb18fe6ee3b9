import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { PageRow } from '../../server/src/catalog/pages.ts';
import { factsOf } from '../../server/src/catalog/text.ts';

const catalog = createCatalog(loadCatalogData());

const KO = 'thinq-connect/ko';
const EN = 'thinq-connect/en';
const APPLIANCE = 'appliance-api/ko';

/** The only row of this kind that a text names. */
function rowOf<Kind extends PageRow['kind']>(text: string, kind: Kind): Extract<PageRow, { kind: Kind }> {
  const [row, ...others] = catalog
    .pageRows(text)
    .filter((one): one is Extract<PageRow, { kind: Kind }> => one.kind === kind);
  assert.deepEqual(others, []);
  return row ?? assert.fail(`${text} names no ${kind}`);
}

/** What each row says that a text names, in a word: the status, the pattern, the vendor and path of the key. */
function called(text: string): readonly string[] {
  return catalog.pageRows(text).map((row) => {
    if (row.kind === 'field') return `${row.field.vendor} ${row.field.path}`;
    if (row.kind === 'range') return row.range.pattern;
    return row.kind === 'status' ? String(row.status.status) : row.statusClass.pattern;
  });
}

function codesOf(text: string, kind: 'status' | 'range'): string {
  return rowOf(text, kind)
    .codes.map(({ code }) => code)
    .join(' ');
}

describe('the HTTP table of the ThinQ pages', () => {
  for (const [status, text] of [
    [200, 'OK'],
    [400, 'Bad Request'],
    [401, 'Unauthorized'],
    [404, 'Not Found'],
    [500, 'Internal Server Error'],
    [501, 'Not Implemented'],
    [503, 'Service Unavailable'],
  ] as const) {
    it(`${status}: both ThinQ Connect pages call it ${text}`, () => {
      const row = rowOf(String(status), 'status').status;
      assert.equal(row.text, text);
      assert.deepEqual(row.sources, { [KO]: { text }, [EN]: { text } });
    });
  }

  for (const [status, text, codes] of [
    [406, 'Not Acceptable', '1219 1220 1221'],
    [412, 'Precondition Failed', '2212 2213'],
    [416, 'Range Not Satisfiable', '1222 1223'],
  ] as const) {
    it(`${status} comes with ${codes}, but stands in no table`, () => {
      const row = rowOf(`HTTP ${status}`, 'status');
      assert.equal(row.status.text, text);
      assert.deepEqual(row.status.sources, {});
      assert.equal(codesOf(String(status), 'status'), codes);
      assert.match(row.status.description.en, /HTTP table lacks it/);
      assert.match(row.status.description.ko, /HTTP 표에는 없/);
    });
  }

  it('every status names the codes that come with it, by any source', () => {
    assert.equal(codesOf('500', 'status'), '0000 2000');
    assert.equal(codesOf('503', 'status'), '2101 2201 2202 2203 503');
    assert.match(codesOf('400', 'status'), /2202/);
    assert.match(codesOf('401', 'status'), /^1301 .*1311 401 1314$/);
    assert.equal(codesOf('200', 'status'), '');
    assert.equal(codesOf('501', 'status'), '');
  });

  it('every code with a status is found from the status', () => {
    for (const code of catalog.codes.filter(({ vendor }) => vendor === 'thinq'))
      for (const status of catalog.httpOf(code))
        assert.ok(rowOf(String(status), 'status').codes.includes(code), `${code.code} ${status}`);
  });

  for (const [pattern, statuses] of [
    ['2xx', [200]],
    ['4xx', [400, 401, 404, 406, 412, 416]],
    ['5xx', [500, 501, 503]],
  ] as const) {
    it(`the class ${pattern}`, () => {
      const { statusClass, statuses: found } = rowOf(pattern, 'status-class');
      assert.deepEqual(Object.keys(statusClass.sources), [KO, EN]);
      assert.deepEqual(
        found.map(({ status }) => status),
        statuses,
      );
    });
  }
});

describe('the ranges of the code pages', () => {
  for (const [pattern, en, ko, appliance] of [
    ['1000', 'Client Error', '클라이언트 에러', '클라이언트 에러'],
    ['11xx', 'Parameter', '파라미터', '파라미터'],
    ['12xx', 'Resources', '리소스', '리소스'],
    ['13xx', 'Authority', '권한', '권한'],
    ['2000', 'Server Error', '서버 에러', '서버에러'],
  ] as const) {
    it(`${pattern}: ${en}`, () => {
      assert.deepEqual(rowOf(pattern, 'range').range.sources, {
        [KO]: { text: ko },
        [EN]: { text: en },
        [APPLIANCE]: { text: appliance },
      });
    });
  }

  it('hold their codes, 1000 and 2000 all of their side', () => {
    assert.equal(codesOf('11xx', 'range'), '1101 1102 1103 1104');
    assert.match(codesOf('13xx', 'range'), /^1301 .* 1312 1314$/);
    assert.match(codesOf('1000', 'range'), /^1000 1101 .* 1312 1314$/);
    assert.match(codesOf('2000', 'range'), /^2000 2101 .* 2305$/);
  });
});

describe('the keys of responses', () => {
  for (const [path, page, appliance] of [
    ['messageId', 'string', undefined],
    ['timestamp', 'string', undefined],
    ['error', 'object', 'Object'],
    ['error.message', 'string', 'String'],
    ['error.code', 'enum', 'Enum'],
  ] as const) {
    it(`ThinQ: ${path} is ${page}${appliance ? `, ${appliance} on the appliance page` : ''}`, () => {
      const field = catalog.data.fields.find((one) => one.vendor === 'thinq' && one.path === path);
      assert.equal(field?.sources[KO]?.type, page);
      assert.equal(field.sources[EN]?.type, page);
      assert.equal(field.sources[APPLIANCE]?.type, appliance);
    });
  }

  for (const [path, source, type] of [
    ['requestId', 'nugu/global-level', 'string'],
    ['error', 'nugu/global-level', 'object'],
    ['error.code', 'nugu/global-level', 'number'],
    ['error.message', 'nugu/global-level', 'string'],
    ['requestId', 'nugu/device-level', 'string'],
    ['data', 'nugu/device-level', 'array'],
    ['data[].resultCode', 'nugu/device-level', 'string'],
    ['data[].smartHomeDevice', 'nugu/device-level', 'object'],
    ['data[].properties', 'nugu/device-level', 'object'],
    ['data[].errorProperties', 'nugu/device-level', 'object'],
  ] as const) {
    it(`NUGU: ${path} is ${type} in the sample of ${source}`, () => {
      const field = catalog.data.fields.find((one) => one.vendor === 'nugu' && one.path === path);
      assert.deepEqual(field?.sources[source], { path, sampleType: type });
    });
  }

  for (const [text, ...names] of [
    ['messageId', 'thinq messageId'],
    ['timestamp', 'thinq timestamp'],
    ['response', 'thinq response'],
    ['error', 'thinq error', 'nugu error'],
    ['message', 'thinq error.message', 'nugu error.message'],
    ['code', 'thinq error.code', 'nugu error.code'],
    ['error.code', 'thinq error.code', 'nugu error.code'],
    ['Error', 'thinq error'],
    ['Message', 'thinq error.message'],
    ['Code', 'thinq error.code'],
    ['Error.Code', 'thinq error.code'],
    ['requestId', 'nugu requestId'],
    ['data', 'nugu data'],
    ['resultCode', 'nugu data[].resultCode'],
    ['data[0].resultCode', 'nugu data[].resultCode'],
    ['data[].smartHomeDevice', 'nugu data[].smartHomeDevice'],
    ['smartHomeDevice', 'nugu data[].smartHomeDevice'],
    ['properties', 'nugu data[].properties'],
    ['parameters', 'nugu data[].properties'],
    ['errorProperties', 'nugu data[].errorProperties'],
  ] as const) {
    it(`${text} → ${names.join(', ')}`, () => assert.deepEqual(called(text), names));
  }

  it('disagree where the sources do', () => {
    const found = catalog.data.fields.flatMap(({ vendor, path }) => {
      const row = catalog.pageRows(path).find((one) => one.kind === 'field' && one.field.vendor === vendor);
      return row?.kind === 'field' && row.conflicts.length > 0
        ? [[`${vendor} ${path}`, row.conflicts.map(({ field }) => field)] as const]
        : [];
    });
    assert.deepEqual(Object.fromEntries(found), {
      'thinq error': ['path'],
      'thinq error.message': ['path'],
      'thinq error.code': ['path', 'type'],
      'nugu data[].resultCode': ['path'],
      'nugu data[].properties': ['path'],
    });
  });

  it('what no page lists says so', () => {
    for (const field of catalog.data.fields.filter((one) => factsOf(one).every(([id]) => id.startsWith('field/')))) {
      assert.match(field.description.en, /No vendor page lists this key/);
      assert.match(field.description.ko, /어느 제조사 문서에도 없/);
    }
  });
});

describe('asking for a row of a page', () => {
  for (const [text, ...names] of [
    ['416', '416'],
    [' 416 ', '416'],
    ['HTTP 416', '416'],
    ['http status 416', '416'],
    ['HTTP 4xx', '4xx'],
    ['1000', '1000'],
    ['12xx', '12xx'],
    ['429'],
    ['3xx'],
    ['14xx'],
    ['1222'],
    ['HTTP'],
    ['Timestamp'],
    ['ERROR'],
    ['constructor'],
    [''],
  ] as const) {
    it(`${JSON.stringify(text)} → ${names.join(', ') || 'nothing'}`, () => assert.deepEqual(called(text), names));
  }

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void catalog.pageRows(text)));
  });
});
