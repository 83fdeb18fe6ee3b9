import { describeProtocolRow } from '../describe/protocol.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Explains a key of NUGU's requests, answers and discovery, or a value that the pages list for one. */
export function protocolHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const { catalog } = analysis;
  const found = analysis.protocolPlaces.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!found) return undefined;
  const { key, value, span } = found;
  const row =
    value === undefined
      ? catalog.protocolRows(key.name).find((one) => one.kind === 'key' && one.key === key && one.alias === undefined)
      : catalog.valueRow(key, value);
  return row && { markdown: describeProtocolRow(row, catalog, language), span };
}
