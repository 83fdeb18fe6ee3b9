import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBeyondGrammar } from '../../server/src/languages/yaml/limits.ts';
import { joinModels, shiftModel } from '../../server/src/model/compose.ts';
import type { FileModel } from '../../server/src/model/model.ts';
import { readSettings } from '../../server/src/settings.ts';
import { runs } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';

const SETTINGS = readSettings({}, 'en');
const SEED = Number(process.env.FAST_CHECK_SEED ?? 20_240_229);
const RUNS = runs(8);
const WRONG = 'TemperatureOutOfRange';

describe('models within models', () => {
  const world = createWorld();
  const root = world.project();
  const SOURCE = `const texts = { '1222': 'a', '2305': 'b' };
export const textOf = (error: ThinQApiError) => texts[error.code];
try {
  await api.control({ resultCode: 'OK', list: ['1103', '1218'] });
} catch (error) {
  switch (error.code) {
    case '1222':
      break;
    case '2305':
      break;
  }
}
`;
  const modelOf = async (text: string, path = 'a.ts'): Promise<FileModel> => {
    const model = await world.service.model(world.document(root, path, text));
    assert.ok(model);
    return model;
  };

  it('shifted, are those of the text further down', async () => {
    const model = await modelOf(SOURCE);
    assert.deepEqual(
      model.sites.map(({ kind }) => kind),
      ['map', 'switch'],
    );
    assert.ok(model.handlers.length > 0 && model.objects.length > 1);
    const before = '\n\n';
    assert.deepEqual(shiftModel(model, before.length), await modelOf(before + SOURCE));
    assert.equal(shiftModel(model, 0), model);
  });

  it('joined, point at their own mentions and objects', async () => {
    const model = await modelOf(SOURCE);
    const joined = joinModels([model, shiftModel(model, SOURCE.length)]);
    assert.equal(joined.mentions.length, 2 * model.mentions.length);
    for (const site of joined.sites) {
      for (const mention of site.arms.flatMap((arm) => arm.mentions.map((index) => joined.mentions[index]))) {
        assert.ok(mention && site.span.start <= mention.span.start && mention.span.end <= site.span.end);
      }
      if (site.kind === 'map')
        assert.ok(joined.objects.some(({ insertion }) => insertion && insertion === site.armInsertion));
    }
    for (const { place, span } of joined.mentions) {
      const object = place.object === undefined ? undefined : joined.objects[place.object];
      if (object) assert.ok(object.span.start <= span.start && span.end <= object.span.end);
    }
    const groups = (half: FileModel['mentions']) => new Set(half.flatMap(({ place }) => place.group ?? []));
    const first = groups(joined.mentions.slice(0, model.mentions.length));
    const second = groups(joined.mentions.slice(model.mentions.length));
    assert.ok(first.size > 0 && first.size === second.size);
    assert.ok([...second].every((group) => !first.has(group)));
  });
});

describe('YAML that its grammar would not survive', () => {
  for (const [what, text] of [
    ['sequences in sequences on one line', '- '.repeat(300)],
    ['keys in keys', '? '.repeat(300)],
    ['mappings in mappings', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['with CR only', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}- a:`).join('\r')],
    ['more lines than it counts', 'a: 1\n'.repeat(40_000)],
  ] as const) {
    it(`is not parsed: ${what}`, () => assert.ok(isBeyondGrammar(text)));
  }

  for (const [what, text] of [
    ['nothing', ''],
    ['a long list', '- a: 1\n  b:\n    - c\n'.repeat(8_000)],
    ['a deep description', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')],
    ['a long line', `a: [${'- '.repeat(10_000)}]`],
  ] as const) {
    it(`is parsed: ${what}`, () => assert.ok(!isBeyondGrammar(text)));
  }

  it('is said to be skipped', async () => {
    const world = createWorld();
    const text = `${'- '.repeat(300)}smartHomeDevice: {}\n`;
    const document = world.document(world.project(), 'a.yaml', text);
    const { diagnostics, skipped } = await world.service.diagnose(document, SETTINGS);
    assert.deepEqual(diagnostics, []);
    assert.match(skipped?.reason.en ?? '', /nested too deeply/);
    const fence = world.document(world.project(), 'a.md', `\`\`\`yaml\n${text}# 1222\n\`\`\`\n`);
    assert.ok(await world.service.hover(fence, fence.text.indexOf('1222'), SETTINGS));
  });
});

describe('documents for people', function () {
  this.timeout(60_000);
  const world = createWorld();
  const { service } = world;
  const root = world.project();

  it('a log of megabytes is looked through, and never checked', async () => {
    const row = '2024-05-01 10:00:00,123 ERROR ThinQAPIException smartHomeDevice: RETRY_REQUEST (2210) - Retry\n';
    const text = row.repeat(Math.floor(7_900_000 / row.length));
    const document = world.document(root, 'app.log', text);
    const offset = text.lastIndexOf('2210') + 1;
    assert.match((await service.hover(document, offset, SETTINGS))?.markdown ?? '', /2210/);
    assert.match((await service.hover(document, offset, SETTINGS))?.markdown ?? '', /2210/);
    assert.deepEqual(await service.diagnose(document, SETTINGS), { diagnostics: [] });
    assert.deepEqual(await service.complete(document, offset, SETTINGS), []);
  });

  it('a single line of megabytes is looked through where one points', async () => {
    const text = `${'{"api":"thinq","code":"2210","at":1714550400},'.repeat(160_000)}`;
    const document = world.document(root, 'line.log', text);
    const offset = text.indexOf('2210', 4_000_000) + 1;
    const hover = await service.hover(document, offset, SETTINGS);
    assert.match(hover?.markdown ?? '', /2210/);
    assert.equal(text.slice(hover?.span.start, hover?.span.end), '2210');
  });

  it('CRLF and lone CR end lines, a byte-order mark begins none', async () => {
    const fence = `# ThinQ\n\n\`\`\`json\n{ "resultCode": "${WRONG}", "smartHomeDevice": {} }\n\`\`\`\n`;
    const yaml = `resultCode: ${WRONG}\nsmartHomeDevice: {}\n`;
    const http = `HTTP/1.1 200 OK\n\n{ "resultCode": "${WRONG}", "smartHomeDevice": {} }\n`;
    for (const [path, text] of [
      ['a.md', fence],
      ['a.yaml', yaml],
      ['a.http', http],
    ] as const) {
      for (const variant of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\ufeff${text}`]) {
        const { diagnostics } = await service.diagnose(world.document(root, path, variant), SETTINGS);
        assert.deepEqual(
          diagnostics.map(({ rule, span }) => [rule, variant.slice(span.start, span.end)]).slice(0, 1),
          [['unknown-code', WRONG]],
          JSON.stringify(variant),
        );
      }
    }
  });

  it('nothing they hold breaks a reader', async () => {
    const piece = fc.constantFrom(
      '```json\n',
      '```\n',
      '~~~yaml\n',
      '```http\n',
      '<!--',
      '-->',
      '| 1222 |\n',
      '###\n',
      'HTTP/1.1 200 OK\n\n',
      'POST https://a\n\n',
      '{ "resultCode": "OK", "smartHomeDevice": {} }\n',
      '{ "error": { "code": 2305, "message": "x" }',
      `- resultCode: ${WRONG}\n  smartHomeDevice: {}\n`,
      '  errorProperties:\n',
      'code: 0000\n',
      '- ',
      '? ',
      ': ',
      '&a ',
      '*a\n',
      '!!str ',
      '"',
      "'",
      '|\n',
      '\t',
      '\r',
      '\ufeff',
      '\ud83d',
      '한글',
      '---\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.md', 'a.http', 'a.yaml', 'a.log'),
        fc.array(piece, { maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (path, pieces, cut) => {
          const text = pieces.join('');
          const document = world.document(root, path, text);
          const { diagnostics } = await service.diagnose(document, SETTINGS);
          for (const { span } of diagnostics) {
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          }
          if (path === 'a.log') assert.deepEqual(diagnostics, []);
          const offset = Math.floor(cut * text.length);
          const hover = await service.hover(document, offset, SETTINGS);
          assert.ok(!hover || (hover.span.start <= offset && offset <= hover.span.end));
          await service.complete(document, offset, SETTINGS);
          for (const { edits } of await service.actions(document, { start: 0, end: text.length }, SETTINGS)) {
            for (const { span } of edits)
              assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          }
        },
      ),
      { seed: SEED, numRuns: RUNS * 10 },
    );
  });
});
