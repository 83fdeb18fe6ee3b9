import { type Command, ended } from './children.ts';
import type { Figures } from './figures.ts';
import { median } from './statistics.ts';

/** Times in a round: it is over in a moment, and the first one comes from the disk. */
const REPEATED = 5;

/** A line that is about us. */
const OURS = "export const OFFLINE = '1222'; // ThinQ\n";

/**
 * What the extension costs where nothing is about us.
 *
 * @param command prints what `extensionHost.ts` says
 * @throws when it starts nothing where something is about us: then it costs nothing because it does nothing
 */
export async function activate(command: Command): Promise<Figures> {
  const { stdout } = await ended({ ...command, args: [...command.args, OURS] }, [0]);
  const { processes } = JSON.parse(stdout) as { readonly processes: number };
  if (processes === 0) throw new Error('the extension starts no server where a file is about us');
  const values = new Map<string, number[]>();
  for (let time = 0; time < REPEATED; time++) {
    const { stdout } = await ended(command, [0]);
    for (const [id, value] of Object.entries(JSON.parse(stdout) as Record<string, number>))
      values.set(id, [...(values.get(id) ?? []), value]);
  }
  return new Map([...values].map(([id, all]) => [`without.${id}`, median(all)] as const));
}
