import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Document } from '../../../server/src/service/api.ts';
import { readSettings } from '../../../server/src/settings.ts';
import { freshServices, type Stroke, shown, strokes, textsAfter } from '../../harness/strokes.ts';
import { shorter } from '../fuzz.ts';
import type { Kind } from '../kind.ts';
import { type Program, programs } from '../programs.ts';
import { fixtureOf } from './documents.ts';

/** A document and what is done to it, one after the other. */
export interface Edited extends Program {
  readonly strokes: readonly Stroke[];
}

const SETTINGS = readSettings({ codeLens: true }, 'en');

/** Edits, after each of which the editor's reader says what a new one says that comes from the other side. */
export const edits: Kind<Edited> = {
  name: 'edits',
  unit: 'an edit followed by a compare',
  share: 10,
  isOrdinary: true,
  async inputs(seed) {
    return fc
      .tuple(await programs(seed), fc.array(strokes, { minLength: 1, maxLength: 8 }))
      .map(([program, made]) => ({ ...program, strokes: made }));
  },
  count: ({ strokes: made }) => made.length,
  async open() {
    const fresh = freshServices();
    const editor = fresh();
    let version = 0;
    return {
      async attempt(input) {
        const uri = `file:///${input.path}`;
        await editor.diagnose({ uri, version: ++version, text: input.text }, SETTINGS);
        const asked: { readonly document: Document; readonly offset: number; readonly found: unknown }[] = [];
        for (const { text, offset } of textsAfter(input.text, input.strokes)) {
          const document = { uri, version: ++version, text };
          asked.push({ document, offset, found: await shown(editor, document, offset) });
        }
        // The last text first: what has been read before is in no case what the editor had read before.
        const afresh = fresh();
        for (const { document, offset, found } of asked.toReversed()) {
          afresh.forget(uri);
          assert.deepEqual(found, await shown(afresh, document, offset), document.text);
        }
        return undefined;
      },
      close: async () => {},
    };
  },
  *smaller(input) {
    for (const text of shorter(input.text)) yield { ...input, text };
  },
  show: ({ path, text, strokes: made }) =>
    [text, ...textsAfter(text, made).map((one) => one.text)].map((one) => fixtureOf(path, one)).join('\nand then\n\n'),
};
