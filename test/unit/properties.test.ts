import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readSettings } from '../../server/src/settings.ts';
import { runs } from '../harness/extent.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';

const SETTINGS = readSettings({}, 'en');
/** The same inputs each time, unless somebody goes looking for others. */
const SEED = Number(process.env.FAST_CHECK_SEED ?? 20_240_229);
const RUNS = runs(6);

interface Program {
  readonly path: string;
  readonly comment: string;
  /** Names in angle quotes are local: they may be called anything. */
  readonly text: string;
  /** What is underlined, and by which rule. */
  readonly findings: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  {
    path: 'handler.ts',
    comment: '//',
    text: `import { ThinQApi, ThinQApiError } from './thinq';
export async function turnOn(«api»: ThinQApi, «device»: string): Promise<void> {
  const «command» = { power: 'on' };
  try {
    await «api».control(«device», «command»);
  } catch («failure») {
    if (!(«failure» instanceof ThinQApiError)) throw «failure»;
    switch («failure».code) {
      case '1222':
        show('offline');
        break;
      case '2304':
        show('off');
        break;
    }
  }
}
`,
    findings: ['unhandled-device-error'],
  },
  {
    path: 'answer.js',
    comment: '//',
    text: `const «limits» = { low: 16, high: 30 };
module.exports = function answer(«device», «wanted») {
  const «item» = {
    resultCode: 'TemperatureOutOfRange',
    smartHomeDevice: «device»,
  };
  if («wanted» < «limits».low) {
    return «item»;
  }
  return {
    resultCode: 'TemperatureOutofRange',
    smartHomeDevice: «device»,
    errorProperties: { minTemperature: «limits».low },
  };
};
`,
    findings: ['unknown-code', 'missing-error-property'],
  },
  {
    path: 'handler.py',
    comment: '#',
    text: `from thinqconnect import ThinQAPIException

async def turn_on(«api», «device»):
    «command» = {"power": "on"}
    try:
        await «api».post(«device», «command»)
    except ThinQAPIException as «failure»:
        if «failure».code == "1222":
            show("offline")
        elif «failure».code == 2304:
            show("off")
`,
    findings: ['unhandled-device-error', 'code-type'],
  },
  {
    path: 'handled.py',
    comment: '#',
    text: `from thinqconnect import ThinQAPIException

async def turn_on(«api», «device»):
    «text» = "something went wrong"
    try:
        await «api».post(«device»)
    except ThinQAPIException as «failure»:
        match «failure».code:
            case "1222":
                «text» = "offline"
            case "2304":
                «text» = "off"
        show(«text»)
`,
    findings: [],
  },
  {
    path: 'answer.json',
    comment: '//',
    text: `{
  "requestId": "r-1",
  "data": [
    {
      "resultCode": "AlreadyTurnedOn",
      "smartHomeDevice": {}
    },
    {
      "resultCode": "HumidityOutofRange",
      "smartHomeDevice": {}
    }
  ]
}
`,
    findings: ['unknown-code', 'missing-error-property'],
  },
];

const words = fc.constantFrom(
  'TODO',
  '한글 주석',
  '기기 👩‍🔧 상태',
  '"',
  "'''",
  'x = {',
  '*',
  '𝟜',
  '1999',
  '});',
  'case',
);
const name = fc
  .tuple(
    fc.constantFrom('x', '값', 'ñ', '_'),
    fc.string({ unit: fc.constantFrom('a', 'z', '가', '0', '_'), maxLength: 6 }),
  )
  .map(([first, rest]) => `${first}${rest}q`);

interface FixtureProgram {
  readonly path: string;
  readonly comment: string;
  readonly text: string;
}

/** The programs that fixtures of rules and models are made of, by the language's id; only of languages with syntax. */
function programsByLanguage(): ReadonlyMap<string, readonly FixtureProgram[]> {
  const found = new Map<string, FixtureProgram[]>();
  for (const folder of ['test/fixtures/rules', 'test/fixtures/model']) {
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
      for (const { files } of readFixtures(readFileSync(join(folder, file), 'utf8'))) {
        for (const { path, languageId, comment, text } of files) {
          if (/json|yaml|markdown|http|log/.test(languageId)) continue;
          found.set(languageId, [...(found.get(languageId) ?? []), { path, comment, text }]);
        }
      }
    }
  }
  return found;
}

/** What is declared in a program under a name that says nothing about codes, errors or services, and is never quoted. */
function localNames(text: string): readonly string[] {
  const declared = text.matchAll(
    /\b(?:const|let|var|val|def|fun|func|fn|function|final|[Ss]tring|int|void|bool|boolean|[Oo]bject)\s+\$?([A-Za-z]\w*)\b(?!\s*[.:<])/g,
  );
  const isUsedOtherwise = (name: string): boolean =>
    new RegExp(`[.>:@#&'"\`/{\\\\]\\s*${name}\\b|\\b${name}\\s*:(?!=)`).test(text);
  return [...new Set(Array.from(declared, ([, name = '']) => name))].filter(
    (name) => !MEANS_SOMETHING.test(name) && !isUsedOtherwise(name) && !isQuoted(text, name),
  );
}

/** Words that evidence is read from, types of numbers and what requests go through among them, and those by which errors are told to somebody. */
const MEANS_SOMETHING =
  /thinq|nugu|smarthome|lg|session|http|client|code|err|exc|fail|fault|msg|message|reason|status|result|response|^(?:e|ex|it|self|show|print|report|log|str|text|main|new|mut|async|int|val|class|enum|struct)$|^[gs]et/i;

function isQuoted(text: string, name: string): boolean {
  return (text.match(/(["'`]).*?\1|(?:\/\/|#).*/g) ?? []).some((quoted) => wholeWord(name).test(quoted));
}

function wholeWord(name: string): RegExp {
  return new RegExp(`\\b${name}\\b`, 'g');
}

describe('properties', function () {
  // As many runs as somebody asks for; only what never ends is wrong.
  this.timeout(180_000);
  const world = createWorld();
  const { service } = world;
  const root = world.project();

  /** Findings without their places: rule, what is underlined, and what is said. */
  async function findings(path: string, text: string): Promise<readonly string[]> {
    const { diagnostics, skipped } = await service.diagnose(world.document(root, path, text), SETTINGS);
    assert.equal(skipped, undefined);
    return diagnostics.map(({ rule, span, message }) => `${rule} | ${text.slice(span.start, span.end)} | ${message}`);
  }

  const plain = (text: string): string => text.replace(/[«»]/g, '');
  const property = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => Promise<void>): Promise<void> =>
    Promise.resolve(fc.assert(fc.asyncProperty(arbitrary, check), { seed: SEED, numRuns: RUNS }));

  for (const { path, comment, text, findings: rules } of PROGRAMS) {
    describe(path, () => {
      it('has the findings it is there for', async () => {
        assert.deepEqual(
          (await findings(path, plain(text))).map((one) => one.split(' ')[0]),
          rules,
        );
      });

      it('comments, blank lines and Korean text between the lines change nothing', async () => {
        const before = await findings(path, plain(text));
        const lines = plain(text).split('\n');
        const insertion = fc.record({
          at: fc.nat({ max: lines.length - 1 }),
          line: fc.oneof(
            fc.constantFrom('', '   ', '\t'),
            words.map((word) => `${comment} ${word}`),
          ),
          indented: fc.boolean(),
        });
        await property(fc.array(insertion, { maxLength: 12 }), async (insertions) => {
          const changed = lines.flatMap((line, index) => [
            ...insertions
              .filter(({ at }) => at === index)
              .map((one) => (one.indented ? (/^\s*/.exec(line)?.[0] ?? '') : '') + one.line),
            line,
          ]);
          assert.deepEqual(await findings(path, changed.join('\n')), before);
        });
      });

      it('comments and blanks behind the lines change nothing', async () => {
        const before = await findings(path, plain(text));
        const lines = plain(text).split('\n');
        const tails = fc.array(
          fc.oneof(
            fc.constantFrom('', '', '  '),
            words.map((word) => `  ${comment} ${word}`),
          ),
          {
            minLength: lines.length,
            maxLength: lines.length,
          },
        );
        await property(tails, async (behind) => {
          const changed = lines.map((line, index) => line + behind[index]);
          assert.deepEqual(await findings(path, changed.join('\n')), before);
        });
      });

      it('other line ends change nothing', async () => {
        const before = await findings(path, plain(text));
        assert.deepEqual(await findings(path, plain(text).replaceAll('\n', '\r\n')), before);
      });

      it('other names for local variables change nothing', async () => {
        const local = [...new Set(Array.from(text.matchAll(/«(\w+)»/g), (match) => match[1] ?? ''))];
        const before = await findings(path, plain(text));
        const names = fc.uniqueArray(name, { minLength: local.length, maxLength: local.length });
        await property(names, async (others) => {
          const renamed = (one: string): string =>
            one.replace(/«(\w+)»/g, (_, word) => others[local.indexOf(word)] ?? '');
          const expected = before.map((one) =>
            local.reduce((line, word, at) => line.replaceAll(`${word}.`, `${others[at]}.`), one),
          );
          assert.deepEqual(await findings(path, renamed(text)), expected);
        });
      });
    });
  }

  for (const [languageId, programs] of programsByLanguage()) {
    describe(`programs of the fixtures: ${languageId}`, () => {
      const program = fc.constantFrom(...programs);
      const runs = { seed: SEED, numRuns: RUNS };
      const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), words), {
        minLength: 1,
        maxLength: 8,
      });

      it('comments, blank lines and Korean text between the lines change nothing', () =>
        fc.assert(
          fc.asyncProperty(program, places, async ({ path, comment, text }, insertions) => {
            const lines = text.split('\n');
            const at = await linesThatTakeAnother(path, text);
            const changed = lines.flatMap((line, index) => [
              ...insertions
                .filter(([where]) => at[Math.floor(where * (at.length - 1))] === index)
                .map(([, isComment, word]) => (isComment ? `${/^\s*/.exec(line)?.[0]}${comment} ${word}` : '')),
              line,
            ]);
            assert.deepEqual(await findings(path, changed.join('\n')), await findings(path, text));
          }),
          runs,
        ));

      it('other names for functions and local variables change nothing', () =>
        fc.assert(
          fc.asyncProperty(program, async ({ path, text }) => {
            const names = localNames(text);
            const rename = (one: string): string =>
              names.reduce((changed, word) => changed.replaceAll(wholeWord(word), `${word}Q7`), one);
            const before = await findings(path, text);
            // The rule keeps its name, and so do the words of a sentence, such as "device": what is quoted in it is the program's.
            const renamed = before.map((finding) =>
              finding.replace(
                / \| (.*) \| (.*)$/s,
                (_, underlined: string, message: string) =>
                  ` | ${rename(underlined)} | ${message.replace(/`[^`]*`|"[^"]*"/g, rename)}`,
              ),
            );
            assert.deepEqual(await findings(path, rename(text)), renamed);
          }),
          runs,
        ));
    });
  }

  /** The lines before which another may stand: not those within a text or in markup, nor above where PHP begins. */
  async function linesThatTakeAnother(path: string, text: string): Promise<readonly number[]> {
    const model = await service.model(world.document(root, path, text));
    let offset = 0;
    return text.split('\n').flatMap((line, index, all) => {
      const start = offset;
      offset += line.length + 1;
      const isWithin = model?.opaque.some((span) => span.start < start && start <= span.end);
      return isWithin || all[index - 1]?.endsWith('\\') || (path.endsWith('.php') && index === 0) ? [] : index;
    });
  }

  it('no edit of any fixture makes anything throw', async () => {
    const folder = 'test/fixtures';
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.endsWith('README.md'))
      .flatMap((file) => readFixtures(readFileSync(join(folder, file), 'utf8')))
      .flatMap((fixture) => fixture.files);
    assert.ok(texts.length > 100);
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 12 }),
      text: fc.oneof(
        fc.constantFrom(
          '"',
          "'",
          '`',
          '{',
          '}',
          '[',
          ']',
          '(',
          ')',
          ':',
          ',',
          '\\',
          '\r',
          '\n',
          '/*',
          '...',
          '${',
          '\ud83d',
          '0000',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constant(''),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ({ path, languageId, text }, changes, cut) => {
          let changed = text;
          for (const { at, length, text: inserted } of changes) {
            const start = Math.floor(at * changed.length);
            changed = changed.slice(0, start) + inserted + changed.slice(start + length);
          }
          if (cut < 0.3) changed = changed.slice(0, Math.floor((cut / 0.3) * changed.length));
          const all = { start: 0, end: changed.length };
          const document = world.document(root, path, changed, languageId);
          const offset = Math.floor(cut * changed.length);
          const { diagnostics } = await service.diagnose(document, SETTINGS);
          await service.hover(document, offset, SETTINGS);
          const items = await service.complete(document, offset, SETTINGS);
          const actions = await service.actions(document, all, SETTINGS);
          const spans = [
            ...diagnostics.map(({ span }) => span),
            ...items.flatMap(({ edit, more }) => [edit, ...more]).map(({ span }) => span),
            ...actions.flatMap(({ edits }) => edits).map(({ span }) => span),
          ];
          for (const span of spans)
            assert.ok(all.start <= span.start && span.start <= span.end && span.end <= all.end, JSON.stringify(span));
        },
      ),
      { seed: SEED, numRuns: RUNS * 10 },
    );
  });
});
