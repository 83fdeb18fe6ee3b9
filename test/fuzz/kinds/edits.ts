import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Description, isTree } from '../../../server/src/languages/description.ts';
import type { Language } from '../../../server/src/languages/language.ts';
import { LANGUAGES } from '../../../server/src/languages/registry.ts';
import { createTreeLanguage } from '../../../server/src/languages/tree/reader.ts';
import { createTreeSitter } from '../../../server/src/languages/tree/syntax/treeSitter.ts';
import { NO_PROJECT } from '../../../server/src/project/facts.ts';
import type { Document, LanguageService } from '../../../server/src/service/api.ts';
import { createLanguageService } from '../../../server/src/service/service.ts';
import { readSettings } from '../../../server/src/settings.ts';
import { grammars } from '../../harness/host.ts';
import { shorter } from '../fuzz.ts';
import type { Kind } from '../kind.ts';
import { at, NOISE, type Program, programs } from '../programs.ts';
import { fixtureOf, place } from './documents.ts';

/** What one stroke of an editor does. */
interface Edit {
  /** Where, as a part of the text's length. */
  readonly where: number;
  /** UTF-16 units taken away. */
  readonly removed: number;
  readonly inserted: string;
}

/** A document and what is done to it, one after the other. */
export interface Edited extends Program {
  readonly edits: readonly Edit[];
}

const SETTINGS = readSettings({ codeLens: true }, 'en');

/** The text after each edit. */
function textsOf({ text, edits }: Edited): readonly string[] {
  const texts: string[] = [];
  let now = text;
  for (const { where, removed, inserted } of edits) {
    const offset = Math.min(now.length, Math.floor(where * now.length));
    now = now.slice(0, offset) + inserted + now.slice(offset + removed);
    texts.push(now);
  }
  return texts;
}

/** What an editor shows of a document. */
async function shown(service: LanguageService, document: Document, offset: number): Promise<unknown> {
  const { diagnostics, skipped } = await service.diagnose(document, SETTINGS);
  const lenses = await service.lenses(document, SETTINGS);
  const hover = await service.hover(document, offset, SETTINGS);
  return { findings: diagnostics.map(({ rule, span, message }) => [rule, span, message]), skipped, lenses, hover };
}

/** A language that has been made already, under the name of its description. */
function plain({ name, scopes }: Description, language: Language): Description {
  return { name, scopes, ...language };
}

/** Edits, after each of which the editor's reader says what a new one says that comes from the other side. */
export const edits: Kind<Edited> = {
  name: 'edits',
  unit: 'an edit followed by a compare',
  share: 10,
  isOrdinary: true,
  async inputs(seed) {
    const words = ['1222', 'case', 'resultCode', 'x', 'thinqApi', '"AlreadyTurnedOn"', 'end\n', '\n}\n', '\n\n', '  '];
    const edit = fc.record({
      where: place,
      removed: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(120)),
      inserted: fc.oneof(
        fc.nat(1000).map((by) => at(NOISE, by)),
        fc.constantFrom('', ...words),
      ),
    });
    return fc
      .tuple(await programs(seed), fc.array(edit, { minLength: 1, maxLength: 8 }))
      .map(([program, made]) => ({ ...program, edits: made }));
  },
  count: ({ edits }) => edits.length,
  async open() {
    // Grammars are loaded once; all that a reader remembers is its own.
    const treeSitter = createTreeSitter(grammars);
    const host = { assets: grammars, projectOf: async () => NO_PROJECT, checkProjectFile: async () => [] };
    const fresh = (): LanguageService => {
      const languages = LANGUAGES.map((one) => (isTree(one) ? plain(one, createTreeLanguage(one, treeSitter)) : one));
      return createLanguageService(host, { languages });
    };
    const editor = fresh();
    let version = 0;
    return {
      async attempt(input) {
        const uri = `file:///${input.path}`;
        await editor.diagnose({ uri, version: ++version, text: input.text }, SETTINGS);
        const asked: { readonly document: Document; readonly offset: number; readonly found: unknown }[] = [];
        for (const [index, text] of textsOf(input).entries()) {
          const offset = Math.floor((input.edits[index]?.where ?? 0) * text.length);
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
  show: (input) => [input.text, ...textsOf(input)].map((text) => fixtureOf(input.path, text)).join('\nand then\n\n'),
};
