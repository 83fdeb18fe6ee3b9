import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { version } from '../../../package.json';
import { createCatalog } from '../catalog/catalog.ts';
import { harmless } from '../catalog/harmless.ts';
import { loadCatalogData } from '../catalog/load.ts';
import { nearestName } from '../catalog/nearestName.ts';
import type { Localized } from '../catalog/types.ts';
import { oneOf } from '../features/describe/language.ts';
import { complain } from '../node/complain.ts';
import { Failure } from '../node/failure.ts';
import { nodeFiles } from '../node/files.ts';
import { GRAMMARS } from '../node/grammars.ts';
import { projectDiskAtOnce } from '../node/projectDisk.ts';
import { systemError } from '../node/systemErrors.ts';
import { inChunks, terminated } from '../report/pieces.ts';
import { columnsFor, isStyled } from '../report/screen.ts';
import type { Command, Outcome, World } from './command.ts';
import type { HelpOptions } from './help/help.ts';
import { type CallLanguages, languagesOf } from './language.ts';
import { COMMAND_NAMES, type CommandName, isCommandName } from './table/commands.ts';

const WORLD: World = {
  files: nodeFiles,
  async createHost(warn, given) {
    const { createNodeHost } = await import('../node/host.ts');
    const root = process.cwd();
    const host = given
      ? createNodeHost(GRAMMARS, given.telling(warn, root), given.on(projectDiskAtOnce, root))
      : createNodeHost(GRAMMARS, warn, projectDiskAtOnce);
    host.workIn([pathToFileURL(process.cwd()).href]);
    return host;
  },
  secondThread: fileURLToPath(new URL('secondThread.mjs', import.meta.url)),
  spend() {
    // What is parsed lives for the length of a file, and there is plenty of it: collecting it all the time would take a third
    // as long as all else. Room for new objects would save another tenth, and cost a quarter of the memory.
    setFlagsFromString('--heap-growing-percent=30');
  },
};

/** Each command is loaded when it is called for: most of the program is of no use to most calls. */
const LOADERS: { readonly [name in CommandName]?: () => Promise<Command> } = {
  async check() {
    // Tens of thousands of paths are short-lived enough: the space for new objects need not grow, at no cost in time.
    setFlagsFromString('--semi-space-growth-factor=1');
    // Nor need what lives on: without this the collector waits until a third of it is garbage.
    setFlagsFromString('--heap-growing-percent=10');
    const { check } = await import('./check.ts');
    return (call) => check(call, WORLD);
  },
  explain: async () => (await import('./explain.ts')).explain,
  export: async () => (await import('./export.ts')).exportCodes,
  async coverage() {
    const { coverage } = await import('./coverage.ts');
    return (call) => coverage(call, WORLD);
  },
  async init() {
    const { init } = await import('./init.ts');
    return (call) => init(call, WORLD);
  },
  merge: async () => (await import('./merge.ts')).merge,
  async mcp() {
    const { mcp } = await import('./mcp.ts');
    return (call) => mcp(call, WORLD);
  },
  completion: async () => (await import('./completion/completion.ts')).completion,
};

const columns = columnsFor(process.stdout.columns, process.env);

async function run([name, ...args]: readonly string[]): Promise<Outcome> {
  const command = name !== undefined && isCommandName(name) ? name : undefined;
  const languages = languagesOf(command, args, process.env);
  const page: HelpOptions = { language: languages.language, columns };
  if (name === '--help' || name === '-h') return help(page);
  if (name === 'help') return help(page, args[0]);
  if (name === '--version') return { exitCode: 0, output: version };
  if (command === undefined) return wrongUsage(unknownCommand(name), languages);
  // Whoever wants it to serve does not get here.
  const load = LOADERS[command];
  if (asksForHelp(args) || load === undefined) return help(page, command);
  try {
    const isTerminal = process.stdout.isTTY ?? false;
    const styled = isStyled(isTerminal, process.env);
    const perform = await load();
    return await perform({
      ...{ args, styled, isTerminal, columns, ...languages },
      get catalog() {
        return createCatalog(loadCatalogData());
      },
    });
  } catch (error) {
    if (error instanceof Failure) return wrongUsage(error.text, languages, command);
    throw error;
  }
}

/** @param name of a command; the help of the program where it is of none */
async function help(page: HelpOptions, name = ''): Promise<Outcome> {
  const { commandHelp, programHelp } = await import('./help/help.ts');
  return { exitCode: 0, output: isCommandName(name) ? commandHelp(name, page) : programHelp(page) };
}

/** The outcome of a call that cannot be done, with where to read how it can. @param text one line; what it quotes may hold more */
function wrongUsage(text: Localized, { language }: CallLanguages, command?: CommandName): Outcome {
  const which = command === undefined ? 'thinq-nugu --help' : `thinq-nugu ${command} --help`;
  const more = {
    en: `Run "${which}" for ${command === undefined ? 'all commands' : 'its options'}.`,
    ko: `${command === undefined ? '명령' : '옵션'}은 "${which}"에 나옵니다.`,
  };
  const said = harmless(oneOf(text, language));
  return {
    exitCode: 2,
    complaint: `${command === undefined ? '' : `${command}: `}${said}\n${oneOf(more, language)}`,
  };
}

function unknownCommand(name: string | undefined): Localized {
  if (name === undefined) return { en: 'No command given.', ko: '명령이 없습니다.' };
  if (name.startsWith('-')) return { en: `Unknown option "${name}".`, ko: `알 수 없는 옵션 "${name}"입니다.` };
  const meant = nearestName(name, COMMAND_NAMES);
  return {
    en: `Unknown command "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
    ko: `알 수 없는 명령 "${name}"입니다.${meant === undefined ? '' : ` "${meant}" 아닌가요?`}`,
  };
}

/** Behind `--` everything is meant literally. */
function asksForHelp(args: readonly string[]): boolean {
  const literal = args.indexOf('--');
  const options = literal < 0 ? args : args.slice(0, literal);
  return options.includes('--help') || options.includes('-h');
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no failure.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    const { en, ko } = systemError(error);
    const { language } = languagesOf(undefined, args, process.env);
    complain(oneOf({ en: `The output cannot be written: ${en}`, ko: `출력할 수 없습니다. ${ko}` }, language));
  });
  const { exitCode, output, complaint } = await run(args);
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
