import { parseArgs } from 'node:util';
import { exportCatalog } from '../catalog/exportJson.ts';
import { type Command, wrongUsage } from './command.ts';

/** `export [--format json]`: the whole catalog, with what each source says. JSON is the only format, and the default. */
export const exportCodes: Command = ({ args, catalog }) => {
  const { values } = parseArgs({ args: [...args], options: { format: { type: 'string', default: 'json' } } });
  if (values.format !== 'json') {
    return wrongUsage(`export: unknown format "${values.format}"; use --format json`);
  }
  return { exitCode: 0, output: JSON.stringify(exportCatalog(catalog), undefined, 2) };
};
