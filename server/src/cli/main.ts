import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { version } from '../../../package.json';
import { createCatalog } from '../catalog/catalog.ts';
import { loadCatalogData } from '../catalog/load.ts';
import { nearestName } from '../catalog/nearestName.ts';
import { complain } from '../node/complain.ts';
import { Failure } from '../node/failure.ts';
import { nodeFiles } from '../node/files.ts';
import { GRAMMARS } from '../node/grammars.ts';
import { projectDiskAtOnce } from '../node/projectDisk.ts';
import { inChunks, terminated } from '../report/pieces.ts';
import { isStyled } from '../report/terminal.ts';
import { type Command, type Outcome, type World, wrongUsage } from './command.ts';
import { CHECK_HELP, HELP } from './help.ts';

const WORLD: World = {
  files: nodeFiles,
  async createHost(warn) {
    const { createNodeHost } = await import('../node/host.ts');
    const host = createNodeHost(GRAMMARS, warn, projectDiskAtOnce);
    host.workIn([pathToFileURL(process.cwd()).href]);
    return host;
  },
  secondThread: fileURLToPath(new URL('secondThread.mjs', import.meta.url)),
};

/** Each command is loaded when it is called for: most of the program is of no use to most calls. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  [
    'check',
    async () => {
      // Tens of thousands of paths are short-lived enough: the space for new objects need not grow, at no cost in time.
      setFlagsFromString('--semi-space-growth-factor=1');
      // Nor need what lives on: without this the collector waits until a third of it is garbage.
      setFlagsFromString('--heap-growing-percent=10');
      const { check } = await import('./check.ts');
      return (call) => check(call, WORLD);
    },
  ],
  ['explain', async () => (await import('./explain.ts')).explain],
  ['export', async () => (await import('./export.ts')).exportCodes],
  [
    'coverage',
    async () => {
      const { coverage } = await import('./coverage.ts');
      return (call) => coverage(call, WORLD);
    },
  ],
  [
    'init',
    async () => {
      const { init } = await import('./init.ts');
      return (call) => init(call, WORLD);
    },
  ],
  ['merge', async () => (await import('./merge.ts')).merge],
]);

const HELPS: ReadonlyMap<string, string> = new Map([['check', CHECK_HELP]]);

async function run([name, ...args]: readonly string[]): Promise<Outcome> {
  if (name === '--help' || name === '-h') return { exitCode: 0, output: HELP };
  if (name === 'help') return { exitCode: 0, output: HELPS.get(args[0] ?? '') ?? HELP };
  if (name === '--version') return { exitCode: 0, output: version };
  if (name === undefined) return wrongUsage('No command given.');
  // Whoever wants it to serve does not get here.
  if (name === 'lsp') return { exitCode: 0, output: HELP };
  const load = COMMANDS.get(name);
  if (load === undefined) {
    const meant = nearestName(name, [...COMMANDS.keys(), 'lsp']);
    const hint = meant === undefined || name.startsWith('-') ? '' : ` Did you mean "${meant}"?`;
    return wrongUsage(`${name.startsWith('-') ? 'Unknown option' : 'Unknown command'} "${name}".${hint}`);
  }
  if (asksForHelp(args)) return { exitCode: 0, output: HELPS.get(name) ?? HELP };
  try {
    const isTerminal = process.stdout.isTTY ?? false;
    const styled = isStyled(isTerminal, process.env);
    const command = await load();
    return await command({
      args,
      styled,
      isTerminal,
      get catalog() {
        return createCatalog(loadCatalogData());
      },
    });
  } catch (error) {
    if (error instanceof Failure || isUsageError(error)) return wrongUsage(`${name}: ${error.message}`);
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

async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no failure.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    complain(`The output cannot be written: ${error.message}`);
  });
  const { exitCode, output, complaint } = await run(process.argv.slice(2));
  if (output !== undefined) await print(typeof output === 'string' ? [output] : output);
  if (complaint !== undefined) complain(complaint);
  // Ending at once would cut off what is not written yet. Output that could not be written has its own code by now.
  process.exitCode ??= exitCode;
}

/** Writes a text and the end of its last line, no faster than it is read; nothing where there is none. */
async function print(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(inChunks(terminated(pieces))), process.stdout, { end: false });
  } catch {
    // Whoever listens to the stream has told of it.
  }
}

if (process.argv[2] === 'lsp' && !asksForHelp(process.argv.slice(3))) {
  // It reads --stdio, --node-ipc, --socket or --pipe from the command line itself.
  import('../node/server.ts');
} else {
  main().catch((error: unknown) => {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  });
}
