import { isHttpStatus } from '../../../knowledge/numbers.ts';
import { isStatusName, statusNamed } from '../../../knowledge/statuses.ts';
import type { StatusTest } from '../../../model/model.ts';
import { part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Constants } from './constants.ts';
import { itemsOf, listBehind, patternsOf } from './lists.ts';
import { pathOf, type Source, spanOf, unwrap } from './source.ts';

/** Reads where a program asks for an HTTP status: `response.status === 429`, `status in (429, 503)`, `case 429:`. */
export function collectStatusTests(source: Source, constants: Constants): readonly StatusTest[] {
  const { constructs } = source;
  const compared = (['equals', 'differs'] as const).flatMap((kind) =>
    constructs.all(kind).flatMap((test) => pairsOf(part(test, 'left'), part(test, 'right'))),
  );
  const listed = (['contains', 'lacks'] as const).flatMap((kind) =>
    constructs.all(kind).flatMap((test) => {
      const [item, list] = [part(test, 'item'), part(test, 'list')];
      const literal = list && listBehind(source, constants, list);
      return literal ? itemsOf(source, literal).map((one) => [item, one] as const) : [];
    }),
  );
  const arms = constructs.all('switch').flatMap((dispatch) =>
    parts(dispatch, 'arm').flatMap((node) => {
      const arm = constructs.at(node, 'arm');
      const patterns = arm ? parts(arm, 'pattern') : [];
      return patterns
        .flatMap((one) => patternsOf(source, constants, one))
        .map((one) => [part(dispatch, 'subject'), one] as const);
    }),
  );
  return [...compared, ...listed, ...arms]
    .flatMap(([subject, value]) => testOf(source, subject, value) ?? [])
    .sort((a, b) => a.span.start - b.span.start);
}

function pairsOf(left: Node | undefined, right: Node | undefined) {
  return [[left, right] as const, [right, left] as const];
}

function testOf(source: Source, subject: Node | undefined, written: Node | undefined): StatusTest | undefined {
  if (!subject || !written || !pathOf(unwrap(source, subject)).some(isStatusName)) return undefined;
  const value = unwrap(source, written);
  const number = source.constructs.at(value, 'integer') && isHttpStatus(value.text) ? Number(value.text) : undefined;
  const status =
    number ?? pathOf(value).flatMap((word) => statusNamed(word.replace(/^(?:HTTP_\d+_|Status)/, '')) ?? [])[0];
  return status === undefined ? undefined : { status, span: spanOf(value) };
}
