import companions from '../../catalog/companions.json';
import field from '../../catalog/field.json';
import mappings from '../../catalog/mappings.json';
import nugu from '../../catalog/nugu.json';
import pages from '../../catalog/pages.json';
import protocol from '../../catalog/protocol.json';
import sources from '../../catalog/sources.json';
import thinq from '../../catalog/thinq.json';
import type { CatalogData } from './types.ts';

/**
 * Puts the catalog's data files together: the documented ThinQ codes, the NUGU codes, then those seen in the field.
 * Their form is held by `catalog.schema.json`, which the tests check them against.
 */
export function loadCatalogData(): CatalogData {
  // A JSON module types its enum words as plain strings.
  return {
    sources: sources.sources,
    codes: [...thinq.codes, ...nugu.codes, ...field.codes],
    ranges: pages.ranges,
    http: pages.http,
    httpClasses: pages.httpClasses,
    fields: pages.fields,
    keys: protocol.keys,
    words: protocol.words,
    deviceTypes: protocol.deviceTypes,
    capabilities: nugu.capabilities.map(({ directives, ...capability }) => ({
      ...capability,
      directives: directives.map(({ name }) => name),
    })),
    directives: nugu.capabilities.flatMap(({ name, directives }) =>
      directives.map((directive) => ({ capability: name, ...directive })),
    ),
    lookalikes: field.lookalikes,
    companions: companions.companions,
    mappings: mappings.mappings,
  } as unknown as CatalogData;
}
