import { countBelow } from '../model/countBelow.ts';
import type { FileModel, ObjectLiteral, Span } from '../model/model.ts';
import { objectsAbove } from './responses/additions.ts';

/** A request in data or in a test, as far as it says what is asked for. */
export interface Asked {
  readonly directive: string;
  readonly span: Span;
  readonly requestId?: string;
}

/** The requests of a file. */
export interface Requests {
  readonly isEmpty: boolean;
  /** Those that stand in a span. */
  inside(span: Span): readonly Asked[];
  withId(requestId: string): readonly Asked[];
  /** Those in the outermost literal that stands before another one, with no other between them. */
  before(root: ObjectLiteral): readonly Asked[];
}

/** Collects the requests of a file. */
export function collectRequests({ objects }: FileModel): Requests {
  const all: Asked[] = [];
  const byId = new Map<string, Asked[]>();
  /** By where the outermost literal begins that they stand in. */
  const byRoot = new Map<number, Asked[]>();
  for (const object of objects) {
    const value = object.entries.find(({ key }) => key === 'smartHomeDirective')?.value;
    if (value?.kind !== 'string') continue;
    const above = [object, ...objectsAbove(objects, object)];
    const requestId = textUnder(above, 'requestId');
    const asked = { directive: value.text, span: value.span, ...(requestId !== undefined && { requestId }) };
    all.push(asked);
    if (requestId !== undefined) add(byId, requestId, asked);
    add(byRoot, (above.at(-1) ?? object).span.start, asked);
  }
  all.sort((a, b) => a.span.start - b.span.start);
  const roots = objects.flatMap(({ parent, span }) => (parent ? [] : span.start)).sort((a, b) => a - b);
  return {
    isEmpty: all.length === 0,
    inside({ start, end }) {
      const found: Asked[] = [];
      let at = countBelow(all.length, (index) => (all[index]?.span.start ?? end) < start);
      for (let one = all[at]; one && one.span.end <= end; one = all[++at]) found.push(one);
      return found;
    },
    withId: (requestId) => byId.get(requestId) ?? [],
    before({ span }) {
      const last = roots[countBelow(roots.length, (index) => (roots[index] ?? 0) < span.start) - 1];
      return last === undefined ? [] : (byRoot.get(last) ?? []);
    },
  };
}

/** The text under a key of some object literals, the innermost first. */
export function textUnder(objects: readonly ObjectLiteral[], key: string): string | undefined {
  for (const { entries } of objects) {
    const value = entries.find((entry) => entry.key === key)?.value;
    if (value?.kind === 'string') return value.text;
  }
  return undefined;
}

function add<K>(groups: Map<K, Asked[]>, key: K, asked: Asked): void {
  const group = groups.get(key);
  if (group) group.push(asked);
  else groups.set(key, [asked]);
}
