import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { Failure } from '../node/failure.ts';
import { isWithin } from '../node/paths.ts';
import { sourcesIn } from '../node/sourcesIn.ts';
import { createLanguageService } from '../service/service.ts';
import { createTools, type Tools, type Usage } from '../service/tools.ts';
import { readSettings } from '../settings.ts';
import type { Call, Outcome, World } from './command.ts';
import type { OfferedTool } from './mcpServer.ts';
import { readArguments } from './table/readArguments.ts';

/** Lines that an answer has; more are counted. */
const MOST_TOLD_USAGES = 300;

/** `mcp`: tools for assistants over the Model Context Protocol, until standard input ends. They only read. */
export const mcp = async (call: Call, world: World): Promise<Outcome> => {
  readArguments('mcp', call.args);
  const { serveTools } = await load();
  const host = await world.createHost(() => {}, undefined);
  const settings = { ...readSettings({}, 'en'), docsLanguage: call.language };
  await serveTools(offered(createTools(createLanguageService(host), settings), world), version);
  return { exitCode: 0 };
};

/** @throws Failure where the program is not that of the package for npm */
async function load(): Promise<typeof import('./mcpServer.ts')> {
  try {
    return await import('./mcpServer.ts');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Failure({
      en: 'it is in the package for npm only, not in the extension.',
      ko: '이 명령은 npm 패키지에만 있고 확장에는 없습니다.',
    });
  }
}

function offered(tools: Tools, world: World): readonly OfferedTool[] {
  const text = (description: string) => ({ type: 'string', description }) as const;
  return [
    {
      name: 'explain_code',
      description:
        'What an error code of LG ThinQ Connect or a result code of NUGU smart home means, what its sources say, and what to do. Takes a code, a name of the SDK, a message, a line of a log, a directive, an HTTP status or words.',
      inputSchema: {
        type: 'object',
        properties: { query: text('1222, TemperatureOutofRange, TurnOn, …') },
        required: ['query'],
      },
      answer: async (input) => tools.explainCode(wanted(input, 'query')),
    },
    {
      name: 'validate_response',
      description:
        'Checks a response of ThinQ Connect, or one that is to be sent to NUGU, for codes that do not exist, missing or wrong properties and wrong levels.',
      inputSchema: { type: 'object', properties: { response: text('The response, as JSON') }, required: ['response'] },
      answer: (input) => tools.validateResponse(wanted(input, 'response')),
    },
    {
      name: 'list_usages',
      description: 'The lines that name codes: of a text, or of all files below a path of the current folder.',
      inputSchema: {
        type: 'object',
        properties: {
          text: text('Source code, instead of a path'),
          name: text('The name of the file that the text is of, such as client.py'),
          path: text('A file or a folder, from the current folder'),
        },
      },
      async answer(input) {
        if (typeof input.text === 'string') return shown(await tools.listUsages(input.text, wanted(input, 'name')));
        return shown(await usagesBelow(wanted(input, 'path'), tools, world));
      },
    },
  ];
}

/** @throws Error where it is missing */
function wanted(input: Readonly<Record<string, unknown>>, name: string): string {
  const value = input[name];
  if (typeof value !== 'string') throw new Error(`"${name}" has to be a text.`);
  return value;
}

/** @throws Error for what lies outside of the current folder, also behind a link */
async function usagesBelow(path: string, tools: Tools, world: World): Promise<readonly Usage[]> {
  const root = realpathSync(process.cwd());
  const asked = realpathSync(resolve(root, path));
  if (!isWithin(asked, root)) throw new Error(`${path} lies outside of the current folder.`);
  const usages: Usage[] = [];
  for await (const source of sourcesIn(root, { paths: [asked] }, world, () => {})) {
    const name = relative(root, source.path);
    usages.push(...(await tools.listUsages(source.text, name, pathToFileURL(source.path).href)));
  }
  return usages;
}

function shown(usages: readonly Usage[]): string {
  if (usages.length === 0) return 'No line names a code.';
  const lines = usages
    .slice(0, MOST_TOLD_USAGES)
    .map(({ name, line, codes, text }) => `${name}:${line}: ${codes.join(', ')}: ${text}`);
  const more = usages.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
