import type { FileModel, ObjectLiteral, Span } from '../model/model.ts';

/** `req`, `$body`, `@params`; not what goes on from something before it. */
const ROOT = '(?<![\\w$@.>:)\\]\'"-])[$@]?[\\p{L}_][\\p{L}\\p{N}_]*';
/** `.body`, `?.body`, `->body`, `!.body`, `["body"]`, `[:body]`, `.get("body")`, `.getBody()` */
const STEP =
  '(?:(?:\\?\\.|\\?->|->|\\.|!!?\\.)[\\p{L}_][\\p{L}\\p{N}_]*(?:\\(\\s*(?:"\\w+"|\'\\w+\')?\\s*\\))?|\\??\\[(?:"\\w+"|\'\\w+\'|:\\w+)\\])';
const EXPRESSION = new RegExp(`${ROOT}${STEP}*`, 'gu');

/**
 * Finds where a value stands that can be used in an object literal: a name or a part of something, the last word of which
 * is the one looked for, in any spelling. `requestId` → `req.body.requestId`, `request_id`, `request.getRequestId()`.
 * What stands before the literal comes first; then what another literal holds, if what that is a part of is in sight.
 *
 * @param text the text the model was read from
 */
export function findInSight(object: ObjectLiteral, word: string, model: FileModel, text: string): Span | undefined {
  const wanted = simplified(word);
  const keys = new Set(model.objects.flatMap(({ entries }) => entries.map(({ keySpan }) => keySpan.start)));
  const comments = model.comments.map(({ span }) => span);
  const pieces = outermost(object, model.objects).inSight ?? [];
  for (const piece of pieces) {
    const found = [...text.slice(piece.start, piece.end).matchAll(EXPRESSION)].flatMap(({ 0: source, index }) => {
      const start = piece.start + index;
      const span = { start, end: start + source.length };
      const isOne = lastWordOf(source) === wanted && !isWritten(text, span.end);
      const isShorthand = keys.has(start) && isNameForBoth(model, start);
      return isOne && (!keys.has(start) || isShorthand) && !comments.some((one) => isIn(start, one)) ? [span] : [];
    });
    // A name is surer to be a text than a part of something is.
    const name = found.find((span) => /^[$@]?\w+$/.test(text.slice(span.start, span.end)));
    const one = name ?? found.at(-1);
    if (one) return one;
  }
  return heldElsewhere(wanted, pieces, model, text);
}

/** What another literal holds under the wanted name, such as `req.body.requestId` where `req` is in sight. */
function heldElsewhere(wanted: string, pieces: readonly Span[], model: FileModel, text: string): Span | undefined {
  const inSight = pieces.map(({ start, end }) => text.slice(start, end)).join('\n');
  return model.objects
    .flatMap(({ entries }) => entries)
    .find(({ key, keySpan, value }) => {
      if (simplified(key) !== wanted || value.kind !== 'other' || value.outer.start === keySpan.start) return false;
      const source = text.slice(value.outer.start, value.outer.end);
      const root = /^[$@]?[\p{L}_][\p{L}\p{N}_]*/u.exec(source)?.[0];
      return root !== undefined && isWholly(source) && lastWordOf(source) === wanted && hasWord(inSight, root);
    })?.value.outer;
}

/** `req.body.requestId`, `request.getRequestId()` → `requestid` */
function lastWordOf(source: string): string {
  const last = /[\p{L}\p{N}_]+(?=\W*$)/u.exec(source)?.[0] ?? '';
  return simplified(last.replace(/^get(?=[A-Z_])/, ''));
}

/** Whether a source is nothing but an expression of names and their parts. */
function isWholly(source: string): boolean {
  return new RegExp(`^${EXPRESSION.source}$`, 'u').test(source);
}

function hasWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}_$@]+/u).includes(word);
}

function outermost(object: ObjectLiteral, objects: readonly ObjectLiteral[]): ObjectLiteral {
  let at = object;
  for (;;) {
    const parent = at.parent && objects[at.parent.object];
    if (!parent) return at;
    at = parent;
  }
}

function simplified(word: string): string {
  return word.replace(/[_$@]/g, '').toLowerCase();
}

function isIn(offset: number, { start, end }: Span): boolean {
  return start <= offset && offset < end;
}

/** A part of something that is only written to holds nothing yet: `response.requestId = …`. */
function isWritten(text: string, end: number): boolean {
  return /^\s*=(?![=>])/.test(text.slice(end, end + 20)) && /[.\]]/.test(text.slice(Math.max(0, end - 20), end));
}

/** A name that is key and value at once stands for a variable. */
function isNameForBoth({ objects }: FileModel, start: number): boolean {
  return objects.some(({ entries }) =>
    entries.some(({ keySpan, value }) => keySpan.start === start && value.outer.start === start),
  );
}
