import { createCatalog } from '../catalog/catalog.ts';
import { type ExportedCatalog, exportCatalog } from '../catalog/exportJson.ts';
import { loadCatalogData } from '../catalog/load.ts';

export type { ExportedCatalog };

/** What `thinq-nugu export` prints. */
export const catalog: ExportedCatalog = exportCatalog(createCatalog(loadCatalogData()));
