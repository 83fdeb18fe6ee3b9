import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { type AnswerStyle, answeredDirectives, answerSnippet } from '../../server/src/features/nuguAnswer.ts';
import { answerStyle } from '../../server/src/lsp/answerStyle.ts';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';
import { officialSamples } from '../harness/officialSamples.ts';

const catalog = createCatalog(loadCatalogData());
const directives = answeredDirectives(catalog, 'en');
const answers = directives.flatMap(({ directive, codes }) => codes.map(({ code }) => ({ directive, code })));

/** A snippet as it stands there when nobody has filled anything in. */
function untouched(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}

function styleOf(languageId: string, text = ''): AnswerStyle {
  return answerStyle(languageId, text) ?? assert.fail(languageId);
}

function written(directive: string, code: string, languageId: string, text = ''): string {
  return answerSnippet(catalog, { directive, code }, styleOf(languageId, text)) ?? assert.fail(`${directive} ${code}`);
}

describe('answers for NUGU', () => {
  it('are there for every directive, with OK, its own codes, those of any and those of a request', () => {
    assert.equal(directives.length, 40);
    for (const { codes } of directives) {
      assert.equal(codes[0]?.code, 'OK');
      assert.deepEqual(
        codes.slice(-3).map(({ code }) => code),
        ['401', '429', '503'],
      );
    }
    const set = directives.find(({ directive }) => directive === 'SetTemperature');
    assert.equal(set?.codes[1]?.code, 'TemperatureOutofRange');
    assert.ok(!set?.codes.some(({ code }) => code === 'AlreadyCharging'));
    for (const { codes } of answeredDirectives(catalog, 'ko'))
      for (const { gloss } of codes) assert.match(gloss, /[가-힣]/);
  });

  it('are JSON, in the shape of the pages, with nothing that the pages do not have', () => {
    for (const { directive, code } of answers) {
      const answer = JSON.parse(untouched(written(directive, code, 'json')));
      const known = catalog.find('nugu', code) ?? assert.fail(code);
      if (known.level === 'global-level') {
        assert.deepEqual(Object.keys(answer), ['requestId', 'error']);
        assert.deepEqual(Object.keys(answer.error), ['code', 'message']);
        assert.equal(answer.error.code, Number(code));
        continue;
      }
      assert.deepEqual(Object.keys(answer), ['requestId', 'data']);
      const [item] = answer.data;
      assert.equal(item.resultCode, code);
      const { properties = {}, errorProperties = {}, ...rest } = item;
      assert.deepEqual(Object.keys(rest), ['resultCode', 'smartHomeDevice']);
      const allowed = catalog.directive(directive)?.properties.map(({ name }) => name) ?? [];
      assert.ok(code === 'OK' || !('properties' in item), code);
      assert.ok(Object.keys(properties).every((key) => allowed.includes(key)));
      assert.deepEqual(
        Object.keys(errorProperties),
        known.errorProperties.map(({ name }) => name),
      );
    }
  });

  it('carry with OK the keys that the samples of the pages carry, and their values but for two that no table has', () => {
    const others: string[] = [];
    for (const [name, body] of officialSamples()) {
      const directive = /^an answer to (\w+)$/.exec(name)?.[1];
      if (directive === undefined) continue;
      const [{ properties: shown }] = body.data as readonly [{ readonly properties: object }];
      const { properties } = JSON.parse(untouched(written(directive, 'OK', 'json'))).data[0];
      assert.deepEqual(Object.keys(properties), Object.keys(shown), directive);
      for (const [key, value] of Object.entries(shown))
        if (properties[key] !== value && Number(properties[key]) !== Number(value)) others.push(`${directive}.${key}`);
    }
    assert.deepEqual(others, ['DecreaseAirflow.airflowType', 'CancelMode.mode']);
  });

  it('are silent in every language once the id of the request is there', async () => {
    const service = createWorld().service;
    const settings = readSettings({}, 'en');
    const frames: Readonly<Record<string, (answer: string) => string>> = {
      json: (answer) => answer.replace('"requestId": ""', '"requestId": "request-1"'),
      typescript: (answer) => `export const answer = (requestId: string, device: object) => (${answer});\n`,
      javascript: (answer) => `export const answer = (requestId, device) => (${answer});\n`,
      python: (answer) => `def answer(request_id, device):\n    return ${answer}\n`,
    };
    for (const [languageId, frame] of Object.entries(frames))
      for (const [index, { directive, code }] of answers.entries()) {
        const text = frame(untouched(written(directive, code, languageId)));
        const uri = `untitled:/${languageId}-${index}`;
        const { diagnostics } = await service.diagnose({ uri, languageId, version: 1, text }, settings);
        assert.deepEqual(
          diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
          [],
          text,
        );
      }
  });

  it('have tab stops, choices where the pages list words, and the quotes of the file', () => {
    assert.equal(
      written('AskPower', 'OK', 'json'),
      [
        '{',
        '\t"requestId": "$1",',
        '\t"data": [',
        '\t\t{',
        '\t\t\t"resultCode": "OK",',
        '\t\t\t"smartHomeDevice": { $2 \\},',
        '\t\t\t"properties": {',
        `\t\t\t\t"powerConsumption": "\${3:30}",`,
        `\t\t\t\t"month": "\${4:3}"`,
        '\t\t\t\\}',
        '\t\t\\}',
        '\t]',
        '\\}',
      ].join('\n'),
    );
    assert.match(written('DecreaseAirflow', 'OK', 'json'), /"airflowType": "\$\{3\|[A-Z]\w*,/);
    assert.match(written('ChangeColor', 'OK', 'json'), /"colorType": "\$\{3:#ff0000\}"/);
    assert.match(written('SetTemperature', 'TemperatureOutofRange', 'typescript'), /minTemperature: '\$\{3:18\}',\n/);
    assert.match(written('TurnOn', 'OK', 'typescript', 'const a = "b";'), /resultCode: "OK"/);
    assert.match(written('TurnOn', 'OK', 'python'), /"requestId": \$\{1:request_id\},/);
    assert.match(written('TurnOn', '429', 'json'), /"code": 429,\n\t\t"message": "\$\{2:Too many requests\}"/);
  });

  it('are not written for a code that does not answer, nor in a language without such literals', () => {
    assert.equal(answerSnippet(catalog, { directive: 'TurnOn', code: 'AlreadyCharging' }, styleOf('json')), undefined);
    assert.equal(answerSnippet(catalog, { directive: 'Turn', code: 'OK' }, styleOf('json')), undefined);
    for (const languageId of ['kotlin', 'java', 'go', 'plaintext'])
      assert.equal(answerStyle(languageId, ''), undefined);
  });
});
