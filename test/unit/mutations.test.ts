import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/fixes/fix.ts';
import type { CodeAction, Diagnostic, Document } from '../../server/src/service/api.ts';
import { readSettings } from '../../server/src/settings.ts';
import { some } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { INVALID, VALID } from '../harness/mutations.ts';
import { WRITERS } from '../harness/writers.ts';

/** Right responses stay without a finding; each broken in one way gets one, whose fix makes it right again, or asks for what only a person knows. */
describe('mutations', () => {
  const world = createWorld();
  const settings = readSettings({}, 'en');
  const root = world.project(new Map([['.thinq-nugu.json', JSON.stringify({ vendors: ['thinq', 'nugu'] })]]));
  const findingsIn = async (document: Document): Promise<readonly Diagnostic[]> =>
    (await world.service.diagnose(document, settings)).diagnostics;

  /** What a repair has made of a response; where that is neither right nor to be filled in, as text to read. */
  const outcomeOf = async (repaired: Document): Promise<string> => {
    const model = await world.service.model(repaired);
    const findings = await findingsIn(repaired);
    if (!model?.hadErrors && findings.length === 0) return 'right';
    const isBlank = !model?.hadErrors && findings.every(({ message }) => message.endsWith('is empty: fill it in.'));
    return isBlank ? 'blank' : `${findings.map(print).join('\n')}\n${repaired.text}`;
  };

  /** What the repairs of a response make of it, up to one that makes it right: there is none better. */
  const outcomesOf = async (path: string, text: string, repairs: readonly CodeAction[]): Promise<readonly string[]> => {
    const outcomes: string[] = [];
    for (const { edits } of repairs) {
      outcomes.push(await outcomeOf(world.document(root, path, applyEdits(text, edits))));
      if (outcomes.includes('right')) break;
    }
    return outcomes;
  };

  for (const [turn, writer] of WRITERS.entries()) {
    describe(writer.name, () => {
      const open = (text: string): Document => world.document(root, writer.path, text);

      for (const [name, response] of some(VALID, 8, turn)) {
        it(`says nothing of ${name}`, async () => {
          const text = writer.write(response);
          assert.deepEqual((await findingsIn(open(text))).map(print), [], text);
        });
      }

      for (const { name, rule, response, fixed } of some(INVALID, 8, turn)) {
        it(`finds ${name}`, async () => {
          const text = writer.write(response);
          const document = open(text);
          assert.equal((await world.service.model(document))?.hadErrors, false, text);
          const found = await findingsIn(document);
          assert.deepEqual(
            found.map((one) => one.rule),
            [rule],
            `${found.map(print).join('\n')}\n${text}`,
          );
          const actions = await world.service.actions(document, { start: 0, end: text.length }, settings);
          const repairs = actions.filter((action) => !action.title.startsWith('Ignore'));
          const left = await outcomesOf(writer.path, text, repairs);
          const best = left.includes('right') ? 'right' : left.includes('blank') ? 'blank' : 'none';
          const expected = writer.unfixed?.names.test(name) ? 'none' : fixed;
          assert.equal(best, expected, `${left.join('\n')}\n${text}`);
        });
      }
    });
  }
});

function print({ rule, message }: Diagnostic): string {
  return `[${rule}] ${message}`;
}
