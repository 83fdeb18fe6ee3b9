import { HOLE } from '../../../knowledge/templates.ts';
import type { EmbeddedText, FileModel, Span } from '../../../model/model.ts';
import { type Decoded, mayBeJson } from '../../decoded.ts';
import type { StringForm } from '../description.ts';
import type { Node } from '../syntax/node.ts';
import { type Source, spanOf } from './source.ts';
import { decodedUnit } from './strings.ts';

/** Reads the texts of a program that are JSON: bodies of answers, mocks, templates. */
export function collectEmbedded(source: Source): readonly FileModel[] {
  const found: FileModel[] = [];
  const nodes = (['string', 'text'] as const).flatMap((kind) => source.constructs.all(kind).map(({ node }) => node));
  let end = 0;
  for (const node of nodes.sort((one, other) => one.startIndex - other.startIndex || other.endIndex - one.endIndex)) {
    // What stands within a text is looked at once, however deep.
    if (node.startIndex < end) continue;
    end = node.endIndex;
    const raw = source.text.slice(node.startIndex, node.endIndex);
    const form = mayBeJson(raw) ? formOf(source, raw) : undefined;
    const decoded = form && decode(source.text, node, form, holesOf(node));
    const model = decoded && source.readText(decoded, writesOf(form));
    if (model) found.push(model);
  }
  return found;
}

type Form = NonNullable<ReturnType<NonNullable<StringForm['ofTemplate']>>>;

function formOf({ description: { strings } }: Source, raw: string): Form | undefined {
  const form = strings.ofTemplate?.(raw) ?? strings.split(raw);
  return form && raw.length >= form.open.length + form.close.length ? form : undefined;
}

/** How a fix may write into a text of this form. */
function writesOf({ close, escapes, doubles }: Form): EmbeddedText['writes'] {
  if (doubles) return 'nothing';
  if (close === "'") return 'a line';
  return close === '"' && escapes ? 'escaped' : 'plain';
}

/** Types of nodes that hold a string's own text; all others hold what is put into it. */
const OWN_TEXT = /_string$|content|text|fragment|escape|start|_end$|part|quote|body|char/;

/** Where something is put into a text, in text order. */
function holesOf(node: Node): readonly Span[] {
  return node.namedChildren.flatMap((child) => {
    if (!child) return [];
    return OWN_TEXT.test(child.type) ? holesOf(child) : [spanOf(child)];
  });
}

/** What is put in by a call rather than by the grammar: `format!("{{\"id\": {id}}}")`. */
const BRACES = /\{(?!\{)[^{}\n]*\}/y;

function endOfBraces(text: string, at: number, { doubles }: Form): number | undefined {
  if (doubles !== 'braces') return undefined;
  BRACES.lastIndex = at;
  return BRACES.test(text) ? BRACES.lastIndex : undefined;
}

function decode(text: string, { startIndex, endIndex }: Node, form: Form, holes: readonly Span[]): Decoded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const end = endIndex - form.close.length;
  let next = 0;
  for (let at = startIndex + form.open.length; at < end; ) {
    while ((holes[next]?.end ?? end) <= at) next++;
    const hole = holes[next];
    const holeEnd = hole !== undefined && hole.start <= at ? hole.end : endOfBraces(text, at, form);
    const [unit, length] = holeEnd === undefined ? decodedUnit(text, at, end, form) : [HOLE, holeEnd - at];
    for (const one of unit) {
      // What takes two units in UTF-16 has two places.
      for (let index = 0; index < one.length; index++) {
        units.push(one[index] ?? '');
        starts.push(at);
        ends.push(at + length);
      }
    }
    at += length;
  }
  return { text: units.join(''), starts, ends };
}
