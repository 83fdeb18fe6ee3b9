/** UTF-16 units after which pieces are handed on: long enough for a write to be worth its while. */
const CHUNK_UNITS = 64 * 1024;

/** Puts something between pieces. */
export function* joined(pieces: Iterable<string>, separator: string): Generator<string> {
  let isFirst = true;
  for (const piece of pieces) {
    yield isFirst ? piece : separator + piece;
    isFirst = false;
  }
}

/** Texts one after the other, each on lines of its own; one without pieces has none. */
export function* onLines(texts: Iterable<Iterable<string>>): Generator<string> {
  let isFirst = true;
  for (const text of texts) {
    let separator = isFirst ? '' : '\n';
    for (const piece of text) {
      yield separator + piece;
      separator = '';
      isFirst = false;
    }
  }
}

/** The same text with the end of its last line; nothing where there is none. */
export function* terminated(pieces: Iterable<string>): Generator<string> {
  let isEmpty = true;
  for (const piece of pieces) {
    isEmpty = false;
    yield piece;
  }
  if (!isEmpty) yield '\n';
}

/** The same text in as few pieces as are easy to write. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  let units = 0;
  for (const piece of pieces) {
    chunk.push(piece);
    units += piece.length;
    if (units < CHUNK_UNITS) continue;
    yield chunk.join('');
    chunk = [];
    units = 0;
  }
  if (units > 0) yield chunk.join('');
}
