import type { Catalog } from '../catalog/catalog.ts';
import type { ErrorProperty } from '../catalog/types.ts';
import type { NewEntry } from './objectWriter.ts';

/** An error property whose value only the program or its author knows: to be filled in, a mode with one of the page's. */
export function blankProperty({ name }: ErrorProperty, catalog: Catalog): NewEntry {
  const choices = catalog.listedValues(name);
  return [name, { kind: 'blank', ...(choices.length > 0 && { choices }) }];
}
