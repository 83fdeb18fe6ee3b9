import { version } from '../../../package.json';
import { createCatalog } from '../catalog/catalog.ts';
import { loadCatalogData } from '../catalog/load.ts';
import { type Command, type Outcome, wrongUsage } from './command.ts';
import { coverage } from './coverage.ts';
import { explain } from './explain.ts';
import { exportCodes } from './export.ts';
import { HELP } from './help.ts';
import { init } from './init.ts';
import { merge } from './merge.ts';
import { isStyled } from './terminal.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['explain', explain],
  ['export', exportCodes],
  ['coverage', coverage],
  ['init', init],
  ['merge', merge],
]);

const SEE_HELP = 'Run "thinq-nugu --help" for all commands and options.';

async function run([name, ...args]: readonly string[]): Promise<Outcome> {
  if (name === '--help' || name === '-h' || name === 'help') return { exitCode: 0, output: HELP };
  if (name === '--version') return { exitCode: 0, output: version };
  if (name === undefined) return wrongUsage('Say what to do.');
  const command = COMMANDS.get(name);
  if (command === undefined) {
    return wrongUsage(`${name.startsWith('-') ? 'Unknown option' : 'Unknown command'} "${name}".`);
  }
  if (asksForHelp(args)) return { exitCode: 0, output: HELP };
  try {
    const styled = isStyled(process.stdout.isTTY ?? false, process.env);
    return await command({ args, catalog: createCatalog(loadCatalogData()), styled });
  } catch (error) {
    if (isUsageError(error)) return wrongUsage(`${name}: ${error.message}`);
    throw error;
  }
}

/** Behind `--` everything is meant literally. */
function asksForHelp(args: readonly string[]): boolean {
  const literal = args.indexOf('--');
  const options = literal < 0 ? args : args.slice(0, literal);
  return options.includes('--help') || options.includes('-h');
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_');
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

run(process.argv.slice(2)).then(({ exitCode, output, complaint }) => {
  if (output !== undefined) process.stdout.write(`${output}\n`);
  if (complaint !== undefined) process.stderr.write(exitCode === 2 ? `${complaint}\n${SEE_HELP}\n` : `${complaint}\n`);
  // Ending at once would cut off what is not written yet.
  process.exitCode = exitCode;
});
