import type { Code } from '../../catalog/types.ts';
import { anyOf } from '../../knowledge/expressions.ts';
import { isTellingSdkName } from '../../knowledge/vendors.ts';
import type { Span } from '../../model/model.ts';
import type { TextSearch } from '../../model/textSearch.ts';

/** UTF-16 units between a name and its code on one line: `: &'static str = `, `: Final[str] = `. */
const BETWEEN_UNITS = 40;

/**
 * Makes a finder of pairs: the name that the SDK gives a code, beside that very code, in either order and in the style of
 * any language. `NOT_CONNECTED_DEVICE: '1222'`, `"1222" => "NOT_CONNECTED_DEVICE"`, `ErrNotConnectedDevice = "1222"`.
 */
export function createPairFinder(codes: readonly Code[]): (search: TextSearch) => readonly Span[] {
  const codesOf = new Map<string, readonly string[]>();
  for (const { code, sdkName, sdkRenamed } of codes) {
    for (const name of [sdkName, sdkRenamed?.from]) {
      if (name === undefined || !isTellingSdkName(name)) continue;
      codesOf.set(folded(name), [...(codesOf.get(folded(name)) ?? []), code]);
    }
  }
  const names = codes.flatMap(({ sdkName }) =>
    sdkName !== undefined && isTellingSdkName(sdkName) ? sdkName.replaceAll('_', '_?') : [],
  );
  // The longest first: one may begin as another does.
  const name = `${anyOf(names.toSorted((a, b) => b.length - a.length))}(?![A-Za-z_])`;
  const nameFirst = new RegExp(
    `(?<name>${name})[^\\n\\d]{1,${BETWEEN_UNITS}}(?<![A-Za-z\\d])(?<code>\\d{4})(?!\\d)`,
    'gi',
  );
  const codeFirst = new RegExp(
    `(?<![A-Za-z\\d])(?<code>\\d{4})["'\`]?\\s{0,3}(?:[=-]?>|[:,=]|to\\b)[^\\n\\d]{0,${BETWEEN_UNITS}}?(?<name>${name})`,
    'gi',
  );
  const isPair = ({ groups }: RegExpExecArray): boolean =>
    codesOf.get(folded(groups?.name ?? ''))?.includes(groups?.code ?? '') ?? false;
  return (search) =>
    [nameFirst, codeFirst].flatMap((pattern) =>
      search
        .matches(pattern)
        .flatMap((match) => (isPair(match) ? { start: match.index, end: match.index + match[0].length } : [])),
    );
}

function folded(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
