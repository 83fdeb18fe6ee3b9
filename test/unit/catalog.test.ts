import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { spellingConflictsOf } from '../../server/src/catalog/conflicts.ts';
import { exportCatalog } from '../../server/src/catalog/exportJson.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { factsOf } from '../../server/src/catalog/text.ts';
import type { Code, Vendor } from '../../server/src/catalog/types.ts';

const catalog = createCatalog(loadCatalogData());

describe('the data files of the catalog', () => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(process.cwd(), 'server', 'catalog', file), 'utf8')) as unknown;
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(read('catalog.schema.json') as object);

  for (const file of [
    'thinq.json',
    'nugu.json',
    'protocol.json',
    'field.json',
    'pages.json',
    'companions.json',
    'mappings.json',
    'sources.json',
  ]) {
    it(`${file} follows the schema`, () => {
      validate(read(file));
      assert.deepEqual(validate.errors, null);
    });
  }

  for (const [slip, spoil] of Object.entries<(code: Record<string, unknown>) => void>({
    'an unknown key': (code) => Object.assign(code, { note: 'x' }),
    'an unknown source': (code) => Object.assign(code, { sources: { 'some/page': {} } }),
    'a documented code with a sighting for source': (code) =>
      Object.assign(code, { sources: { 'field/live-service': {} } }),
    'a ThinQ code that is no four digits': (code) => Object.assign(code, { code: '123' }),
    'a description in one language': (code) => Object.assign(code, { description: { en: 'x' } }),
    'a Korean text without Hangul': (code) => Object.assign(code, { description: { en: 'x', ko: 'x' } }),
    'a judgement without a reason': (code) => Object.assign(code, { judgement: { deviceLevel: true, retry: 'retry' } }),
  })) {
    it(`the schema rejects ${slip}`, () => {
      const file = read('thinq.json') as { codes: Record<string, unknown>[] };
      spoil(file.codes[0] ?? assert.fail('no code'));
      assert.equal(validate(file), false);
    });
  }

  it('hold 60 ThinQ codes, 30 NUGU device-level codes, OK, 3 global-level errors and 3 sightings', () => {
    const count = (wanted: (code: Code) => boolean) => catalog.codes.filter(wanted).length;
    assert.equal(
      count(({ vendor, layer }) => vendor === 'thinq' && layer === 'documented'),
      60,
    );
    assert.equal(
      count(({ level }) => level === 'device-level'),
      30,
    );
    assert.equal(
      count(({ level }) => level === 'success'),
      1,
    );
    assert.equal(
      count(({ level }) => level === 'global-level'),
      3,
    );
    assert.equal(
      count(({ layer }) => layer === 'field'),
      3,
    );
    assert.equal(catalog.codes.length, 97);
  });

  it('name no code twice', () => {
    const names = catalog.codes.map(({ vendor, code }) => `${vendor} ${code}`);
    assert.deepEqual(names, [...new Set(names)]);
  });

  it('skip the numbers that do not exist', () => {
    for (const code of ['1215', '2204', '2206', '2211']) assert.equal(catalog.find('thinq', code), undefined);
  });

  it('take 60 codes from either ThinQ Connect page and 58 from the appliance page', () => {
    const listedBy = (source: keyof Code['sources']) => catalog.codes.filter((code) => code.sources[source]).length;
    assert.equal(listedBy('thinq-connect/ko'), 60);
    assert.equal(listedBy('thinq-connect/en'), 60);
    assert.equal(listedBy('appliance-api/ko'), 58);
  });

  it('describe the HTTP statuses, marking those that the table on the page lacks', () => {
    const missing = catalog.data.http.filter((one) => factsOf(one).length === 0).map(({ status }) => status);
    assert.deepEqual(missing, [406, 412, 416]);
    const known = new Set(catalog.data.http.map(({ status }) => status));
    const unknown = catalog.codes.filter(({ vendor }) => vendor === 'thinq').flatMap(catalog.httpOf);
    assert.deepEqual(
      unknown.filter((status) => !known.has(status)),
      [],
    );
  });

  it('hold 13 NUGU capabilities with 40 directives, and no two directives of one name in any spelling', () => {
    const { capabilities, directives } = catalog.data;
    assert.equal(capabilities.length, 13);
    assert.equal(directives.length, 40);
    const spellings = capabilities.flatMap(catalog.spellingsOf);
    assert.deepEqual(spellings, [...new Set(spellings)]);
  });
});

describe("NUGU's protocol", () => {
  const { data } = catalog;
  const nameOf = ({ name }: { readonly name: string }): string => name;

  it('holds 22 device types, 55 modes and one of a sample, 15 airflows and one of samples, 22 colours', () => {
    const count = (kind: string, isListed: boolean) =>
      data.words.filter((word) => word.kind === kind && (word.sources['nugu/attributes'] !== undefined) === isListed)
        .length;
    assert.equal(data.deviceTypes.length, 22);
    assert.deepEqual([count('mode', true), count('mode', false)], [55, 1]);
    assert.deepEqual([count('airflow', true), count('airflow', false)], [15, 1]);
    assert.deepEqual([count('color', true), count('color', false)], [22, 0]);
  });

  it('has parameters for 17 directives and properties for 35', () => {
    // The page of AirflowControl gives two of the 17 none; the attribute page does.
    assert.equal(data.directives.filter(({ parameters }) => parameters.length > 0).length, 17);
    assert.equal(data.directives.filter(({ properties }) => properties.length > 0).length, 35);
    assert.equal(data.directives.flatMap(({ properties }) => properties).length, 40);
  });

  it('describes each key that a directive, a capability or an error has, once', () => {
    const used = [
      ...data.directives.flatMap(({ parameters, properties }) => [...parameters, ...properties]),
      ...data.capabilities.flatMap(({ attributes }) => attributes),
      ...data.codes.flatMap(({ errorProperties }) => errorProperties),
    ].map(nameOf);
    const described = data.keys.map(nameOf);
    assert.deepEqual(described, [...new Set(described)]);
    assert.deepEqual(
      used.filter((name) => !described.includes(name)),
      [],
    );
  });

  it('knows the capabilities that device types have, and each has some', () => {
    const known = data.capabilities.map(nameOf);
    const used = data.deviceTypes.flatMap(({ capabilities }) => capabilities);
    assert.deepEqual([...new Set(used)].sort(), [...known].sort());
  });

  const conflictsIn = (name: string) =>
    catalog.protocolRows(name).flatMap(({ conflicts }) => conflicts.map(({ field }) => field));

  for (const [name, ...fields] of [
    ['SKYBLUE', 'spelling'],
    ['SKY_BLUE', 'spelling'],
    ['AUTO', 'presence'],
    ['WINDLESS', 'presence'],
    ['AIR_WASEHR', 'defect'],
    ['OVEN', 'presence'],
    ['AIR_CLEANER'],
    ['setTimeControl', 'spelling'],
    ['endTimeControl', 'spelling'],
    ['deviceTypeCode', 'spelling'],
    ['modelName', 'spelling'],
    ['friendlyNameSuggestion', 'spelling'],
    ['temperatureLevel', 'spelling', 'type'],
    ['humidityDelta', 'type', 'default'],
    ['temperatureDelta', 'type', 'default'],
    ['brightnessLevel', 'type', 'path'],
    ['airflowType'],
  ] as const)
    it(`${name}: ${fields.length === 0 ? 'nothing is in dispute' : `in dispute is ${fields.join(', ')}`}`, () => {
      assert.deepEqual(conflictsIn(name), fields);
    });

  it('gives a value its row by its key: AUTO is a mode and an airflow, AIR_WASHER a mode and a device type', () => {
    const rowOf = (key: string, value: string) => {
      const found = catalog.protocolKey(key);
      return found && catalog.valueRow(found, value);
    };
    assert.deepEqual(rowOf('mode', 'AUTO')?.conflicts, []);
    assert.equal(rowOf('supportedAirflowTypes', 'AUTO')?.conflicts.length, 1);
    assert.equal(rowOf('deviceTypeCode', 'AIR_WASHER')?.kind, 'device-type');
    assert.equal(rowOf('mode', 'AIR_WASHER')?.kind, 'word');
    assert.equal(rowOf('mode', 'AIR_CLEANER'), undefined);
    assert.equal(rowOf('dateTime', 'AUTO'), undefined);
  });
});

describe('the words about each code', () => {
  for (const language of ['en', 'ko'] as const) {
    for (const kind of ['description', 'advice'] as const) {
      it(`every ${kind} is there (${language}), and no two are equal`, () => {
        const texts = catalog.codes.map((code) => code[kind][language]);
        for (const text of texts) assert.match(text, /\S.{8,}\.$/);
        assert.deepEqual(texts, [...new Set(texts)]);
      });
    }
  }

  it('the Korean texts are Korean and the English ones are not', () => {
    for (const { description, advice } of catalog.codes) {
      for (const { en, ko } of [description, advice]) {
        assert.match(ko, /[가-힣]/);
        assert.doesNotMatch(en, /[가-힣]/);
      }
    }
  });

  it('codes that no vendor page lists say so', () => {
    for (const code of catalog.codes.filter(({ layer }) => layer === 'field')) {
      assert.match(code.description.en, /No vendor page lists this code/);
      assert.match(code.description.ko, /어느 제조사 문서에도 없/);
    }
  });
});

describe('conflicts between the sources', () => {
  const conflicting: Record<string, readonly string[]> = {
    '1221': ['defect'],
    '1225': ['presence'],
    '1302': ['meaning'],
    '1306': ['defect'],
    '1308': ['defect'],
    '1309': ['presence'],
    '2202': ['http'],
    '2203': ['text'],
    '2207': ['meaning'],
    '2210': ['meaning'],
    '2212': ['text', 'defect'],
    '2302': ['text'],
    '2305': ['text'],
  };

  it('are exactly these', () => {
    const found = catalog.codes
      .map((code) => [code.code, catalog.conflicts(code).map(({ field }) => field)] as const)
      .filter(([, fields]) => fields.length > 0);
    assert.deepEqual(Object.fromEntries(found), conflicting);
  });

  const valuesOf = (code: string, field: string) =>
    catalog
      .conflicts(thinq(code))
      .find((conflict) => conflict.field === field)
      ?.values.map(({ source, value }) => [source, value]);

  it('2202: the English page alone says 503', () => {
    assert.deepEqual(valuesOf('2202', 'http'), [
      ['thinq-connect/ko', 400],
      ['thinq-connect/en', 503],
      ['appliance-api/ko', 400],
    ]);
    assert.deepEqual(catalog.httpOf(thinq('2202')), [400, 503]);
  });

  for (const [code, ko, en, appliance] of [
    ['2203', 'Not existent modelJSON', 'Not existent model JSON', 'Not existent modelJSON'],
    ['2212', 'Syncing', 'Syncing', 'Syncing ModelJSON'],
    [
      '2302',
      'Command not supported in {STATE (Exception Code)}',
      'Command not supported in (STATE)',
      'Command not supported in {STATE (Exception Code)}',
    ],
    [
      '2305',
      'Command not supported in {MODE (Exception Code)}',
      'Command not supported in (MODE)',
      'Command not supported in {MODE (Exception Code)}',
    ],
  ] as const) {
    it(`${code}: every text is kept`, () => {
      assert.deepEqual(valuesOf(code, 'text'), [
        ['thinq-connect/ko', ko],
        ['thinq-connect/en', en],
        ['appliance-api/ko', appliance],
      ]);
      assert.equal(catalog.textOf(thinq(code)), en);
    });
  }

  for (const code of ['1225', '1309']) {
    it(`${code}: the appliance page leaves it out`, () => {
      assert.deepEqual(valuesOf(code, 'presence'), [
        ['thinq-connect/ko', true],
        ['thinq-connect/en', true],
        ['appliance-api/ko', false],
      ]);
    });
  }

  it('1302, 2207, 2210: the Korean pages agree with each other and not with the English one', () => {
    for (const code of ['1302', '2207', '2210']) {
      const { sources } = thinq(code);
      assert.deepEqual(sources['thinq-connect/ko']?.meaning, sources['appliance-api/ko']?.meaning);
      assert.notDeepEqual(sources['thinq-connect/ko']?.meaning, sources['thinq-connect/en']?.meaning);
    }
  });

  it('a meaning is given only where the sources disagree about it', () => {
    const given = catalog.codes.filter(({ sources }) => Object.values(sources).some(({ meaning }) => meaning));
    assert.deepEqual(
      given.map(({ code }) => code),
      ['1302', '2207', '2210'],
    );
  });

  it('1221, 1306, 1308, 2212: the spoilt cells of the appliance page are kept as printed, and never shown first', () => {
    for (const code of ['1221', '1306', '1308', '2212']) {
      assert.deepEqual(
        valuesOf(code, 'defect')?.map(([source]) => source),
        ['appliance-api/ko'],
      );
    }
    assert.equal(thinq('1306').sources['appliance-api/ko']?.text, 'Exceeded API calls API');
    assert.equal(thinq('1308').sources['appliance-api/ko']?.text, 'No control autdority');
    assert.equal(catalog.textOf(thinq('1306')), 'Exceeded API calls');
    assert.equal(catalog.textOf(thinq('1308')), 'No control authority');
  });
});

describe('conflicts between the places that name a directive', () => {
  const conflictsOf = (name: string) => spellingConflictsOf(catalog.directive(name) ?? assert.fail(name));

  it('are exactly these', () => {
    const found = catalog.data.directives
      .map(({ name }) => [name, conflictsOf(name).map(({ field }) => field)] as const)
      .filter(([, fields]) => fields.length > 0);
    assert.deepEqual(Object.fromEntries(found), {
      SetEndTime: ['spelling'],
      CancelEndTime: ['spelling'],
      StopCharging: ['defect'],
    });
  });

  for (const [heading, body] of [
    ['SetEndTime', 'SetEndtime'],
    ['CancelEndTime', 'CancelEndtime'],
  ] as const) {
    it(`${heading} and ${body} are as official as each other`, () => {
      assert.deepEqual(conflictsOf(heading), [
        {
          field: 'spelling',
          values: [
            { source: 'nugu/directive-headings', value: heading },
            { source: 'nugu/directive-paths', value: body },
            { source: 'nugu/directive-bodies', value: body },
          ],
        },
      ]);
      assert.equal(catalog.directive(body), catalog.directive(heading));
      assert.equal(catalog.capabilityOf(body)?.name, 'SetTimeControl');
      assert.deepEqual(catalog.codesOfDirective(body), catalog.codesOfDirective(heading));
      assert.deepEqual(catalog.codesOfDirective(`SetTimeControl.${body}`), catalog.codesOfDirective(heading));
      assert.deepEqual(catalog.nearestDirectives(body), []);
    });
  }

  it('a slip of a sample is no spelling', () => {
    assert.equal(catalog.directive('StartCharging')?.name, 'StartCharging');
    const charging = catalog.capability('ChargeControl') ?? assert.fail();
    assert.deepEqual(catalog.spellingsOf(charging), ['StartCharging', 'StopCharging', 'CheckRemainingBattery']);
  });

  it('the path of AskDeviceTemperature is printed with placeholders only', () => {
    const without = catalog.data.directives.filter(({ sources }) => !sources['nugu/directive-paths']);
    assert.deepEqual(
      without.map(({ name }) => name),
      ['AskDeviceTemperature'],
    );
  });

  it('every capability names its page', () => {
    for (const { page } of catalog.data.capabilities)
      assert.match(
        page,
        /^https:\/\/developers-doc\.nugu\.co\.kr\/nugu-play\/smarthome-play\/smarthomecapability\/\w+-interface$/,
      );
  });
});

describe('looking a code up', () => {
  it('by vendor and exact spelling', () => {
    assert.equal(catalog.find('thinq', '1222')?.sdkName, 'NOT_CONNECTED_DEVICE');
    assert.equal(catalog.find('nugu', 'TemperatureOutofRange')?.level, 'device-level');
    assert.equal(catalog.find('nugu', 'temperatureoutofrange'), undefined);
    assert.equal(catalog.find('nugu', '1222'), undefined);
    assert.deepEqual(names(catalog.findAny('401')), ['401']);
    assert.deepEqual(catalog.findAny('9999'), []);
  });

  it('by the name in the SDK', () => {
    assert.equal(catalog.bySdkName('INVALID_TOKEN')?.code, '1103');
    assert.equal(catalog.bySdkName('INVALID_TOKEN_AGAIN')?.code, '1218');
    assert.equal(catalog.bySdkName('COMMAND_NOT_SUPPORTED_IN_MODE')?.code, '2305');
    assert.equal(catalog.bySdkName('NO_SUCH_NAME'), undefined);
  });

  it('all 60 documented ThinQ codes have a name in the SDK, and no other code has', () => {
    for (const code of catalog.codes) {
      assert.equal(code.sdkName !== undefined, code.vendor === 'thinq' && code.layer === 'documented', code.code);
    }
  });

  it('the SDK assigned NOT_REGISTERED_DEVICE twice: the name means 1213, and 1205 has one of its own since 1.0.13', () => {
    assert.equal(catalog.bySdkName('NOT_REGISTERED_DEVICE')?.code, '1213');
    assert.equal(catalog.bySdkName('NOT_EXIST_DEVICE')?.code, '1205');
    const renamed = catalog.codes.filter(({ sdkRenamed }) => sdkRenamed);
    assert.deepEqual(
      renamed.map(({ code, sdkRenamed }) => [code, sdkRenamed]),
      [['1205', { from: 'NOT_REGISTERED_DEVICE', since: '1.0.13' }]],
    );
    const unreachable = catalog.codes.filter((code) => code.sdkName && !catalog.sdkReferenceOf(code));
    assert.deepEqual(names(unreachable), ['1205']);
    assert.equal(catalog.sdkReferenceOf(thinq('1213')), 'NOT_REGISTERED_DEVICE');
  });

  it('no two codes have one name in the SDK', () => {
    const symbols = catalog.codes.flatMap(({ sdkName }) => sdkName ?? []);
    assert.deepEqual(symbols, [...new Set(symbols)]);
  });

  it('by range', () => {
    const pattern = (code: string) => catalog.rangeOf(thinq(code))?.pattern;
    assert.deepEqual(['1000', '1103', '1222', '1314', '2305'].map(pattern), ['1000', '11xx', '12xx', '13xx', '2000']);
    assert.deepEqual(['0000', '0001', '4001'].map(pattern), [undefined, undefined, undefined]);
    assert.equal(catalog.rangeOf(nugu('401')), undefined);
  });

  it('the sightings have the HTTP status they were seen with; a code of the client only has none', () => {
    assert.deepEqual(catalog.httpOf(thinq('1314')), [401]);
    assert.deepEqual(catalog.httpOf(thinq('4001')), [400]);
    assert.deepEqual(catalog.httpOf(thinq('0001')), []);
  });
});

describe('looking codes up by message text', () => {
  const finds = (text: string, codes: readonly string[], vendor?: Vendor) =>
    it(`${JSON.stringify(text)}${vendor ? ` of ${vendor}` : ''} → ${codes.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(names(catalog.byText(text, vendor)), codes);
    });

  finds('Retry request', ['2210']);
  finds('retry REQUEST', ['2210']);
  finds(' Retry request ', ['2210']);
  finds('Retry request (2210)', ['2210']);
  finds('Retry', []);
  finds('', []);

  // Any source's spelling counts, a spoilt one too.
  finds('Not existent modelJSON', ['2203']);
  finds('Not existent model JSON', ['2203']);
  finds('Syncing ModelJSON', ['2212']);
  finds('No control autdority', ['1308']);

  // Texts under more than one code.
  finds('Not registered device', ['1205', '1213']);
  finds('Not allowed api', ['1305', '1309']);
  finds('Not allowed API', ['1305', '1309']);
  finds('Not allowed API (1309)', ['1309']);
  finds('Invalid token', ['1103', '1218'], 'thinq');
  finds('Invalid token', ['1103', '1218', '401']);

  // A state or mode filled in.
  finds('Command not supported in HEAT (2302)', ['2302']);
  finds('Command not supported in STANDBY (2305)', ['2305']);
  finds('Command not supported in HEAT', ['2302', '2305']);
  finds('command not supported in heat', ['2302', '2305']);
  finds('Command not supported in {STATE (Exception Code)}', ['2302']);
  finds('Command not supported in (MODE)', ['2305']);
  finds('Command not supported in REMOTE OFF', ['2301']);
  finds('Command not supported in ERROR', ['2303']);
  finds('Command not supported in POWER OFF', ['2304']);
  finds('Command not supported in POWER OFF (2304)', ['2304']);
  finds('Command not supported in HEAT (1222)', []);
  finds('Command not supported in ', []);
  finds('Command not supported in {mode}: ask "them"', []);

  it('twins share a text', () => {
    const pairs = catalog.codes
      .filter((code) => catalog.twins(code).length > 0)
      .map((code) => [code.code, ...names(catalog.twins(code))]);
    assert.deepEqual(Object.fromEntries(pairs), {
      '1103': '1218',
      '1205': '1213',
      '1213': '1205',
      '1218': '1103',
      '1219': '2101',
      '1221': '2202',
      '1305': '1309',
      '1309': '1305',
      '2101': '1219',
      '2202': '1221',
    });
  });

  it('a code without a message is shown by its own name', () => {
    assert.equal(catalog.textOf(nugu('AlreadyTurnOn')), 'AlreadyTurnOn');
    assert.equal(catalog.textOf(thinq('4001')), '4001');
  });
});

describe('the codes that a mistyped one may stand for', () => {
  const meant = (text: string, ...codes: readonly string[]) =>
    it(`${text} → ${codes.join(', ')}`, () => assert.deepEqual(names(catalog.nearest('nugu', text, 3)), codes));

  // Another case.
  meant('TemperatureOutOfRange', 'TemperatureOutofRange');
  meant('alreadyturnon', 'AlreadyTurnOn');
  meant('TEMPERATURE_OUT_OF_RANGE', 'TemperatureOutofRange');
  meant('Ok', 'OK');
  meant('ok', 'OK');

  // Another form of a word.
  meant('TempOutOfRange', 'TemperatureOutofRange');
  meant('NotSupportedBrightnessControl', 'NotSupportBrightnessControl');
  meant('UnsupportBrightnessControl', 'NotSupportBrightnessControl');
  meant('UnsupportedBrightnessControl', 'NotSupportBrightnessControl');
  meant('NotSupportedChangeColour', 'NotSupportChangeColor');
  meant('NotSupportedMode', 'UnsupportedMode');
  meant('UnsupportedInCurrentMode', 'NotSupportedInCurrentMode');
  meant('AlreadyTurnedOn', 'AlreadyTurnOn');
  meant('AlreadyTurnedOff', 'AlreadyTurnOff');
  meant('DeviceTurnOff', 'DeviceTurnedOff');
  meant('NoConnectDevice', 'NoConnectionDevice');
  meant('NotConnectedDevice', 'NoConnectionDevice');
  meant('AlreadyStarted', 'AlreadyStarting');
  meant('AlreadyAtMaximumTemperature', 'AlreadyAtMaxTemp');

  // A word left out or added.
  meant('UnsupportBrightness', 'NotSupportBrightnessControl');
  meant('NotExistDevice', 'NotExistDeviceInSmartHomeBackendProxy');
  meant('UnsupportedAirflowLevel', 'UnsupportedAirflow');

  // Wrong letters.
  meant('AlreadyChargin', 'AlreadyCharging');
  meant('HumidityOutoRange', 'HumidityOutofRange');
  meant('NoControlAutority', 'NoControlAuthority');

  for (const unrelated of [
    'Success',
    'Fail',
    'Error',
    'InvalidParameter',
    'Okay',
    'KO',
    'O',
    '',
    'NotFound',
    'Unauthorized',
    'TurnOn',
    'SetMode',
    'NotSupported',
    'UnsupportedMediaType',
    'AlreadyExists',
    'DeviceTurnedOn',
    '0000',
    '한국어',
  ]) {
    it(`${JSON.stringify(unrelated)} has nothing to do with any code`, () => {
      assert.deepEqual(catalog.nearest('nugu', unrelated, 3), []);
    });
  }

  it('a code that is right needs no suggestion', () => {
    for (const { vendor, code } of catalog.codes) {
      if (catalog.find(vendor, code)?.layer === 'documented') assert.deepEqual(catalog.nearest(vendor, code, 3), []);
    }
  });

  it('never suggests the opposite', () => {
    assert.deepEqual(catalog.nearest('nugu', 'DeviceTurnedOn', 3), []);
    assert.deepEqual(names(catalog.nearest('nugu', 'AlreadyAtMaxTem', 3)), ['AlreadyAtMaxTemp']);
    assert.deepEqual(names(catalog.nearest('nugu', 'AlreadyAtMaxAirflo', 3)), ['AlreadyAtMaxAirflow']);
  });

  it('of two codes that are equally near, the one that begins alike comes first', () => {
    assert.deepEqual(names(catalog.nearest('nugu', 'AlreadyTurnOf', 3)), ['AlreadyTurnOff', 'AlreadyTurnOn']);
  });

  it('gives at most as many as wanted', () => {
    assert.deepEqual(names(catalog.nearest('nugu', 'AlreadyAtMax', 9)).toSorted(), [
      'AlreadyAtMaxAirflow',
      'AlreadyAtMaxHumidity',
      'AlreadyAtMaxTemp',
    ]);
    assert.equal(catalog.nearest('nugu', 'AlreadyAtMax', 2).length, 2);
    assert.equal(catalog.nearest('thinq', '1215', 1).length, 1);
  });

  it('ThinQ: one slip away, the same range first, at most three', () => {
    assert.deepEqual(names(catalog.nearest('thinq', '1215', 9)), ['1214', '1216', '1213']);
    assert.deepEqual(names(catalog.nearest('thinq', '2211', 9)), ['2210', '2212', '2213']);
    assert.deepEqual(names(catalog.nearest('thinq', '3102', 9)), ['1302', '1102']);
    assert.ok(names(catalog.nearest('thinq', '2122', 9)).includes('1222'));
    assert.ok(names(catalog.nearest('thinq', '12222', 9)).includes('1222'));
  });

  it('ThinQ: not for words, and not for numbers far away', () => {
    for (const text of ['NotFound', '9999', '12', '8080', '']) {
      assert.deepEqual(catalog.nearest('thinq', text, 3), [], text);
    }
  });

  it('suggests no code that was merely seen in the field', () => {
    assert.equal(names(catalog.nearest('thinq', '1315', 3)).includes('1314'), false);
    assert.deepEqual(catalog.nearest('thinq', '4002', 3), []);
  });

  it('a near miss differs in upper and lower case only', () => {
    assert.equal(catalog.isNearMiss('TemperatureOutOfRange'), true);
    assert.equal(catalog.isNearMiss('alreadyTurnOn'), true);
    assert.equal(catalog.isNearMiss('TemperatureOutofRange'), false);
    assert.equal(catalog.isNearMiss('AlreadyTurnedOn'), false);
    assert.equal(catalog.isNearMiss('ok'), false);
  });
});

describe('NUGU device-level codes', () => {
  it('four of them need error properties', () => {
    const needing = catalog.codes
      .filter(({ errorProperties }) => errorProperties.length > 0)
      .map(({ code, errorProperties }) => [code, errorProperties.map(({ name, type }) => `${name}: ${type}`)]);
    assert.deepEqual(Object.fromEntries(needing), {
      TemperatureOutofRange: ['minTemperature: number', 'maxTemperature: number'],
      NotInAvailableMode: ['mode: string'],
      HumidityOutofRange: ['minHumidity: number', 'maxHumidity: number'],
      NotSupportedInCurrentMode: ['mode: string'],
    });
  });

  it('name only directives that exist', () => {
    const all = new Set(catalog.directivesOf(nugu('NoConnectionDevice')));
    for (const code of catalog.codes) {
      for (const directive of catalog.directivesOf(code)) assert.ok(all.has(directive), `${code.code}: ${directive}`);
    }
  });

  it('the page names the directive of four codes; the others are our judgement', () => {
    const byPage = catalog.codes
      .filter(({ directives }) => directives?.basis === 'page')
      .map((code) => [code.code, ...catalog.directivesOf(code)]);
    assert.deepEqual(byPage, [
      ['AlreadyTurnOn', 'PowerControl.TurnOn'],
      ['AlreadyTurnOff', 'PowerControl.TurnOff'],
      ['AlreadyStarting', 'PowerControl.TurnOn'],
      ['AlreadyStopped', 'PowerControl.TurnOff'],
    ]);
  });

  const general = [
    'NotExistDeviceInSmartHomeBackendProxy',
    'NoConnectionDevice',
    'DeviceTurnedOff',
    'NotSupportedInCurrentMode',
    'DeviceInSleepMode',
    'NoControlAuthority',
  ];

  it('those about the device as such answer any directive', () => {
    const any = catalog.codes.filter(({ directives }) => directives?.names === 'any');
    assert.deepEqual(names(any), general);
    assert.equal(catalog.directivesOf(nugu('NoConnectionDevice')).length, 40);
  });

  it('a directive is answered by its own codes first', () => {
    const powerOn = ['AlreadyTurnOn', 'AlreadyStarting', ...general];
    assert.deepEqual(names(catalog.codesOfDirective('PowerControl.TurnOn')), powerOn);
    assert.deepEqual(names(catalog.codesOfDirective('TurnOn')), powerOn);
    assert.deepEqual(names(catalog.codesOfDirective('AskState')), general);
    assert.deepEqual(catalog.codesOfDirective('NoSuchDirective'), []);
    assert.deepEqual(catalog.codesOfDirective('n'), []);
    assert.deepEqual(catalog.codesOfDirective('ModeControl.TurnOn'), []);
  });
});

describe('our judgement', () => {
  it('takes these ThinQ codes to be about the device', () => {
    const deviceLevel = catalog.codes.filter(({ vendor, judgement }) => vendor === 'thinq' && judgement.deviceLevel);
    assert.deepEqual(
      names(deviceLevel)
        .join(' ')
        .match(/.{1,60}(?: |$)/g),
      [
        '1205 1210 1211 1212 1213 1217 1219 1220 1221 1222 1223 1308 ',
        '2101 2201 2202 2203 2205 2208 2209 2210 2212 2213 2301 2302 ',
        '2303 2304 2305',
      ],
    );
  });

  it('takes all NUGU device-level codes to be about the device, and nothing else of NUGU', () => {
    for (const { vendor, level, judgement } of catalog.codes) {
      if (vendor === 'nugu') assert.equal(judgement.deviceLevel, level === 'device-level');
    }
  });
});

describe('the reasons for what we judge', () => {
  it('are given for every code of the catalog and every suggested answer', () => {
    for (const { code, judgement } of catalog.codes) assert.ok(judgement.reason, code);
    for (const { from, reason } of catalog.data.mappings) assert.ok(reason.en && reason.ko, from);
  });

  it('a device-level code concerns a device, and one that is not says what it is about', () => {
    for (const { code, vendor, judgement } of catalog.codes) {
      if (vendor === 'thinq' && judgement.deviceLevel)
        assert.match(judgement.reason?.en ?? '', /one device|devices of one/, code);
    }
  });

  it('an existing subscription is a success: nothing is to be repaired', () => {
    for (const code of ['1207', '4001']) assert.equal(thinq(code).judgement.retry, 'none');
    const repaired = catalog.codes.filter(({ judgement }) => judgement.retry === 'none');
    assert.deepEqual(names(repaired), ['1207', 'OK', '4001']);
  });
});

describe('the NUGU answers that we suggest', () => {
  const { mappings } = catalog.data;
  const answered = (code: string) => catalog.suggestionFor(code)?.code?.code;

  it('are for ThinQ codes, each once and in order, and are NUGU codes', () => {
    const from = mappings.map((one) => one.from);
    assert.deepEqual(from, [...new Set(from)].sort());
    for (const one of mappings) {
      assert.ok(catalog.find('thinq', one.from), one.from);
      for (const word of [one.code, ...(one.alternatives ?? []).map(({ code }) => code)]) {
        if (word !== undefined) assert.ok(catalog.find('nugu', word), word);
      }
    }
  });

  it('are what they are', () => {
    assert.equal(answered('1222'), 'NoConnectionDevice');
    assert.equal(answered('2304'), 'DeviceTurnedOff');
    assert.equal(answered('1308'), 'NoControlAuthority');
    assert.equal(answered('2302'), 'NotSupportedInCurrentMode');
    assert.equal(answered('2305'), 'NotSupportedInCurrentMode');
    for (const code of ['1218', '1302']) assert.equal(answered(code), '401');
    for (const code of ['1306', '1314']) assert.equal(answered(code), '429');
    for (const code of ['0000', '2000', '2214']) assert.equal(answered(code), '503');
  });

  it('a fault of the service itself does not look like one of the token', () => {
    for (const code of ['1301', '1103', '1305', '1201', '1203', '1208']) assert.equal(answered(code), '503', code);
  });

  it('a code that needs errorProperties is suggested only where there is a value for them', () => {
    // ERROR is none of NUGU's modes.
    assert.equal(answered('2303'), 'NoControlAuthority');
    const needing = mappings.filter(({ code }) => code && nugu(code).errorProperties.length > 0);
    assert.deepEqual(
      needing.map(({ from }) => from),
      ['2302', '2305'],
    );
    for (const { reason } of needing) {
      assert.match(reason.en, /errorProperties\.mode/);
      assert.match(reason.ko, /errorProperties\.mode/);
    }
  });

  it('1224 and 2207 are faults of the request for the flag, and depend on where they come from for the answer', () => {
    for (const code of ['1224', '2207']) {
      assert.equal(thinq(code).judgement.deviceLevel, false);
      assert.equal(thinq(code).judgement.retry, 'fix-request');
      assert.equal(answered(code), undefined);
      assert.ok((catalog.suggestionFor(code)?.alternatives.length ?? 0) > 1);
    }
  });

  it('hold a device-level answer for every device-level code that has one', () => {
    const without = catalog.codes
      .filter(({ vendor, judgement }) => vendor === 'thinq' && judgement.deviceLevel)
      .filter(({ code }) => catalog.suggestionFor(code)?.code?.level !== 'device-level');
    // A feature that may be any.
    assert.deepEqual(names(without), ['1220', '2201']);
  });

  it('leave out what a request of the program is wrong in, and what no directive meets', () => {
    const silent = catalog.codes.filter(({ vendor, code }) => vendor === 'thinq' && !catalog.suggestionFor(code));
    assert.deepEqual(
      names(silent).join(' '),
      '1000 1101 1102 1104 1204 1206 1207 1214 1216 1225 1307 1310 1311 1312 4001',
    );
  });

  it('say why, and where it depends, what fits when', () => {
    const off = catalog.suggestionFor('2304');
    assert.equal(off?.basis, 'judgement');
    assert.match(off.reason?.en ?? '', /switched off/);
    assert.deepEqual(
      off.alternatives.map(({ code, when }) => [code.code, when.en]),
      [
        ['AlreadyTurnOff', 'where TurnOff was asked for'],
        ['NoControlAuthority', 'where TurnOn was asked for'],
      ],
    );
    for (const code of ['1220', '2201', '2207']) {
      const found = catalog.suggestionFor(code);
      assert.equal(found?.code, undefined);
      const words = (found?.alternatives ?? []).map((other) => other.code.code);
      for (const word of ['UnsupportedMode', 'NotAvailableSetAirflow', 'UnsupportedSetEndTime'])
        assert.ok(words.includes(word), `${code} ${word}`);
    }
  });

  it('give way to what a project has decided', () => {
    const own = { '1222': 'DeviceInSleepMode', '1312': 'NoControlAuthority', '1308': 'Nonsense', '9999': 'OK' };
    assert.equal(catalog.suggestionFor('1222', own)?.code?.code, 'DeviceInSleepMode');
    assert.equal(catalog.suggestionFor('1222', own)?.basis, 'project');
    assert.equal(catalog.suggestionFor('1312', own)?.code?.code, 'NoControlAuthority');
    assert.equal(catalog.suggestionFor('1308', own)?.basis, 'judgement');
    assert.equal(catalog.suggestionFor('9999', own), undefined);
    assert.equal(catalog.suggestionFor('constructor', own), undefined);
  });

  it('are looked up the other way round', () => {
    assert.deepEqual(names(catalog.thinqCodesFor('DeviceTurnedOff')), ['2304']);
    assert.deepEqual(names(catalog.thinqCodesFor('429')), ['1306', '1314']);
    assert.deepEqual(names(catalog.thinqCodesFor('DeviceTurnedOff', { '2304': 'AlreadyTurnOff' })), []);
    assert.deepEqual(catalog.thinqCodesFor('AlreadyCharging'), []);
  });
});

describe('codes that say the same', () => {
  it('are those with the same text, and 1306 with 1314', () => {
    const pairs = catalog.data.companions.map(({ codes }) => codes.join('/'));
    const sameText = catalog.codes
      .filter(({ vendor }) => vendor === 'thinq')
      .flatMap((code) => catalog.twins(code).map((twin) => [code.code, twin.code].toSorted().join('/')));
    assert.deepEqual(new Set(pairs), new Set([...sameText, '1306/1314']));
    for (const { codes, basis } of catalog.data.companions) assert.equal(basis === 'field', codes.includes('1314'));
  });

  it('are found from either side', () => {
    assert.equal(catalog.companionOf(thinq('1103'))?.code.code, '1218');
    assert.equal(catalog.companionOf(thinq('1218'))?.code.code, '1103');
    assert.deepEqual(catalog.companionOf(thinq('1306')), { code: thinq('1314'), basis: 'field' });
    assert.equal(catalog.companionOf(thinq('1222')), undefined);
  });
});

describe('the exported catalog', () => {
  const exported = exportCatalog(catalog) as { codes: Record<string, unknown>[] } & Record<string, unknown>;

  it('has all parts', () => {
    assert.deepEqual(Object.keys(exported), [
      'codes',
      'ranges',
      'http',
      'httpClasses',
      'fields',
      'capabilities',
      'directives',
      'keys',
      'words',
      'deviceTypes',
      'lookalikes',
      'companions',
      'mappings',
      'sources',
    ]);
    assert.equal(exported.codes.length, catalog.codes.length);
  });

  it('keeps what each source says, names the error properties, and marks judgement as ours', () => {
    const find = (code: string) => exported.codes.find((entry) => entry.code === code) ?? assert.fail(code);
    assert.deepEqual(find('2202').sources, {
      'thinq-connect/ko': { text: 'Not supported product', http: 400 },
      'thinq-connect/en': { text: 'Not supported product', http: 503 },
      'appliance-api/ko': { text: 'Not supported product', http: 400 },
    });
    const { reason } = thinq('2202').judgement;
    assert.deepEqual(find('2202').judgement, { deviceLevel: true, retry: 'give-up', reason, basis: 'our judgement' });
    assert.deepEqual(find('HumidityOutofRange').errorProperties, ['minHumidity', 'maxHumidity']);
    assert.deepEqual(find('HumidityOutofRange').errorPropertyDetails, [
      { name: 'minHumidity', type: 'number', sample: '30' },
      { name: 'maxHumidity', type: 'number', sample: '70' },
    ]);
  });
});

function thinq(code: string): Code {
  return catalog.find('thinq', code) ?? assert.fail(code);
}

function nugu(code: string): Code {
  return catalog.find('nugu', code) ?? assert.fail(code);
}

function names(codes: readonly Code[]): readonly string[] {
  return codes.map(({ code }) => code);
}
