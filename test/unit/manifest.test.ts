import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly walkthroughs: readonly { readonly title: string; readonly steps: readonly Step[] }[];
  };
}

const read = (file: string): string => readFileSync(file, 'utf8');
const client = readdirSync('client/src/common')
  .map((file) => read(`client/src/common/${file}`))
  .join('\n');

/** The manifest as VS Code shows it, by the language of its display. */
const manifests = [
  ['en', 'package.nls.json'],
  ['ko', 'package.nls.ko.json'],
].map(([language = '', file = '']) => {
  const texts = JSON.parse(read(file)) as Readonly<Record<string, string>>;
  const filled = JSON.parse(read('package.json'), (_, value: unknown) => {
    const [, key] = typeof value === 'string' ? (/^%(.+)%$/.exec(value) ?? []) : [];
    if (key === undefined) return value;
    assert.ok(texts[key], `${file} has ${key}`);
    return texts[key];
  }) as Manifest;
  return { language, texts, ...filled.contributes };
});

describe('the texts of the manifest', () => {
  it('are the same in both languages, but for their words', () => {
    const [english, korean] = manifests;
    assert.deepEqual(Object.keys(korean?.texts ?? {}), Object.keys(english?.texts ?? {}));
  });

  it('are all used', () => {
    const manifest = read('package.json');
    for (const key of Object.keys(manifests[0]?.texts ?? {})) assert.ok(manifest.includes(`"%${key}%"`), key);
  });
});

for (const { language, commands, walkthroughs } of manifests) {
  describe(`the walkthrough (${language})`, () => {
    const steps = walkthroughs.flatMap((one) => one.steps);
    const titles = new Map(commands.map(({ command, title }) => [command, title]));

    it('has three steps', () => {
      assert.equal(walkthroughs.length, 1);
      assert.deepEqual(
        steps.map(({ id }) => id),
        ['explain', 'repair', 'handle'],
      );
    });

    it('links to commands that are there, and names those that it is not alone to run as they are called', () => {
      const links = steps.flatMap(({ description }) => [...description.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)]);
      assert.equal(links.length, 5);
      for (const [, text, target = ''] of links) {
        const [, command = '', args] = /^command:(?:toSide:)?([\w.]+)(?:\?(.+))?$/.exec(target) ?? [];
        assert.ok(titles.has(command), target);
        if (args === undefined) assert.equal(text, titles.get(command));
        else
          assert.ok(
            steps.some(({ id }) => id === (JSON.parse(decodeURIComponent(args)) as string[])[0]),
            target,
          );
      }
    });

    it('has pictures for each theme, in its language, in the package', () => {
      const packed = read('.vscodeignore').split('\n');
      assert.ok(packed.includes('!media/walkthrough/**'));
      for (const { media } of steps) {
        assert.deepEqual(Object.keys(media.image).sort(), ['dark', 'hc', 'hcLight', 'light']);
        for (const file of Object.values(media.image)) {
          assert.ok(existsSync(file) && file.startsWith(`media/walkthrough/${language}/`), file);
        }
        assert.ok(media.altText.length > 20);
      }
    });

    it('ticks a step off when what it is about has been done', () => {
      for (const event of steps.flatMap(({ completionEvents }) => completionEvents)) {
        const [kind, name = ''] = event.split(':');
        // A command that a lens names is run where no walkthrough hears of it.
        assert.ok(!['thinqNugu.showSite', 'thinqNugu.addMissing'].includes(name), event);
        if (kind === 'onCommand') assert.ok(titles.has(name), event);
        else {
          assert.equal(kind, 'onContext', event);
          assert.ok(client.includes(`\${SECTION}.${name.replace('thinqNugu.', '')}`), event);
        }
      }
    });
  });

  describe(`the sample (${language})`, () => {
    const text = read(`media/walkthrough/sample${language === 'en' ? '' : `.${language}`}.ts`);

    it('has what the steps are about, and nothing else to be told of', async () => {
      const { service, project, document } = createWorld();
      const { diagnostics } = await service.diagnose(document(project(), 'sample.ts', text), readSettings({}, 'en'));
      assert.deepEqual(
        diagnostics.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
        [
          ['unknown-code', 'TemperatureOutOfRange'],
          ['unhandled-device-error', 'error.code'],
        ],
      );
    });

    it('has the places that the command goes to', () => {
      const [, places = ''] = /const PLACES = \{(.+)\} as const/.exec(read('client/src/common/sample.ts')) ?? [];
      const wanted = [...places.matchAll(/: (?:'(.+?)'|"(.+?)")(?=,| )/g)].map(
        ([, single, double]) => single ?? double,
      );
      assert.equal(wanted.length, 3);
      for (const place of wanted) assert.ok(text.includes(place ?? ''), place);
    });

    it('is written in its language', () => assert.equal(/[가-힣]/.test(text), language === 'ko'));
  });
}
