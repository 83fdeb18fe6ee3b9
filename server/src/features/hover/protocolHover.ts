import type { Catalog } from '../../catalog/catalog.ts';
import type { ProtocolRow } from '../../catalog/protocol.ts';
import type { ProtocolPlace } from '../../evidence/protocol.ts';
import { describeProtocolRow } from '../describe/protocol.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Explains a key of NUGU's requests, answers and discovery, or a value that the pages list for one. */
export function protocolHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const { catalog } = analysis;
  const found = analysis.protocolPlaces.find(({ span }) => span.start <= offset && offset <= span.end);
  const row = found && rowOf(found, catalog);
  return row && { markdown: describeProtocolRow(row, catalog, language), span: found.span };
}

function rowOf(place: ProtocolPlace, catalog: Catalog): ProtocolRow | undefined {
  switch (place.kind) {
    case 'value':
      return catalog.valueRow(place.key, place.value);
    case 'discovery-key':
      return catalog.protocolRows(place.name).find(({ kind }) => kind === 'discovery-key');
    case 'key': {
      const { key } = place;
      return catalog.protocolRows(key.name).find((row) => row.kind === 'key' && row.key === key && !row.alias);
    }
  }
}
