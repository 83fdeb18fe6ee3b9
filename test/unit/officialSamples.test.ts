import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/settings.ts';
import { some } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { officialSamples } from '../harness/officialSamples.ts';
import { type Json, WRITERS } from '../harness/writers.ts';

/** What the vendors' own pages show is right, in every form and language, whatever the project is about. */
describe('the samples of the pages', () => {
  const world = createWorld();
  const settings = readSettings({}, 'en');
  const samples = officialSamples();
  const json = (body: unknown): string => JSON.stringify(body, null, 2);
  const documents: readonly (readonly [path: string, text: string])[] = [
    ['samples.md', samples.map(([name, body]) => `## ${name}\n\n\`\`\`json\n${json(body)}\n\`\`\`\n`).join('\n')],
    [
      'samples.http',
      samples
        .map(([, body]) =>
          // An error comes with its own status: what is sent has none.
          'version' in body || 'error' in body
            ? `POST https://example.com/proxy HTTP/1.1\nContent-Type: application/json\n\n${json(body)}`
            : `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${json(body)}`,
        )
        .join('\n\n###\n\n'),
    ],
  ];
  const bodies = samples.map(([, body]) => body);

  it('are 40 requests, as many answers, and all errors of both vendors', () => {
    assert.ok(samples.length > 170, String(samples.length));
  });

  for (const [project, files] of [
    ['about both', new Map([['.thinq-nugu.json', '{ "vendors": ["thinq", "nugu"], "preset": "strict" }']])],
    ['about nobody', new Map<string, string>()],
  ] as const) {
    const root = world.project(files);
    const findingsIn = async (path: string, text: string): Promise<readonly string[]> => {
      const { diagnostics } = await world.service.diagnose(world.document(root, path, text), settings);
      return diagnostics.map(({ rule, message }) => `[${rule}] ${message}`);
    };
    for (const [path, text] of documents)
      it(`are right in ${path} of a project ${project}`, async () => {
        assert.deepEqual(await findingsIn(path, text), []);
      });
    for (const [program, { name, path, write }] of WRITERS.entries())
      it(`are right in ${name} of a project ${project}`, async () => {
        assert.deepEqual(await findingsIn(path, write({ body: some<Json>(bodies, 12, program) })), []);
      });
  }
});
