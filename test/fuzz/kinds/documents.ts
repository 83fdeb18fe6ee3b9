import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../server/src/model/model.ts';
import { readSettings } from '../../../server/src/settings.ts';
import { createWorld } from '../../harness/host.ts';
import { shorter } from '../fuzz.ts';
import type { Kind } from '../kind.ts';
import { type Program, programs } from '../programs.ts';

/** A document, and what somebody asks about it. */
export interface AskedDocument extends Program {
  /** Where, as parts of the text's length; beyond 1, behind its end. */
  readonly places: readonly number[];
  /** What lies around it: an index into `AROUND`. */
  readonly around: number;
}

const AROUND: readonly ReadonlyMap<string, string>[] = [
  new Map(),
  new Map([['.thinq-nugu.json', '{ "vendors": ["thinq", "nugu"], "preset": "strict" }']]),
  new Map([['requirements.txt', 'thinqconnect==1.0.0\n']]),
];
const SETTINGS = readSettings({ codeLens: true, docs: { language: 'both' } }, 'ko');

/** A part of a text's length, and now and then more than that. */
export const place = fc.nat(1010).map((part) => part / 1000);

/** One document: everything is asked of it that an editor asks. */
export const documents: Kind<AskedDocument> = {
  name: 'documents',
  unit: 'a document checked',
  share: 12,
  isOrdinary: true,
  inputs: async (seed) =>
    fc
      .tuple(await programs(seed), fc.array(place, { minLength: 1, maxLength: 3 }), fc.nat(AROUND.length - 1))
      .map(([program, places, around]) => ({ ...program, places, around })),
  count: () => 1,
  async open() {
    const world = createWorld();
    const { service } = world;
    const roots = AROUND.map((files) => world.project(files));
    return {
      async attempt({ path, text, places, around }) {
        const document = world.document(roots[around] ?? '', path, text);
        const isIn = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
        const { diagnostics, skipped } = await service.diagnose(document, SETTINGS);
        assert.ok(skipped === undefined || diagnostics.length === 0);
        for (const { span, message, rule } of diagnostics) assert.ok(isIn(span) && message !== '', rule);
        for (const { span, title } of await service.lenses(document, SETTINGS)) assert.ok(isIn(span), title);
        for (const part of places) {
          const offset = Math.floor(part * text.length);
          const hover = await service.hover(document, offset, SETTINGS);
          assert.ok(!hover || (isIn(hover.span) && hover.markdown !== ''), `hover at ${offset}`);
          for (const { label } of await service.complete(document, offset, SETTINGS)) assert.ok(label !== '');
        }
        for (const { title, edits } of await service.actions(document, { start: 0, end: text.length }, SETTINGS))
          for (const { span } of edits) assert.ok(isIn(span), title);
        service.forget(document.uri);
        return undefined;
      },
      close: async () => {},
    };
  },
  *smaller(input) {
    for (const text of shorter(input.text)) yield { ...input, text };
  },
  show: ({ path, text }) => fixtureOf(path, text),
};

/** A text as a fence of a fixture. */
export function fixtureOf(path: string, text: string): string {
  const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/^`+/gm)].map(([run]) => run.length + 1)));
  return `${ticks}${path.slice(path.lastIndexOf('.') + 1)} ${path}\n${text}${text.endsWith('\n') ? '' : '\n'}${ticks}\n`;
}
