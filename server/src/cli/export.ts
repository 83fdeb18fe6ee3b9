import { exportCatalog } from '../catalog/exportJson.ts';
import type { Command } from './command.ts';
import { readArguments } from './table/readArguments.ts';

/** `export [--format json]`: the whole catalog, with what each source says. JSON is the only format, and the default. */
export const exportCodes: Command = ({ args, catalog }) => {
  readArguments('export', args);
  return { exitCode: 0, output: JSON.stringify(exportCatalog(catalog), undefined, 2) };
};
