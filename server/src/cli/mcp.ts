import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { Failure } from '../node/failure.ts';
import { isWithin } from '../node/paths.ts';
import { sourcesIn } from '../node/sourcesIn.ts';
import { createLanguageService } from '../service/service.ts';
import { answerTool, createTools, type Tools, type Usage } from '../service/tools.ts';
import { TOOLS } from '../service/toolTable.ts';
import { readSettings } from '../settings.ts';
import type { Call, Outcome, World } from './command.ts';
import type { OfferedTool } from './mcpServer.ts';
import { readArguments } from './table/readArguments.ts';

/** `mcp`: tools for assistants over the Model Context Protocol, until standard input ends. They only read. */
export const mcp = async (call: Call, world: World): Promise<Outcome> => {
  readArguments('mcp', call.args);
  const { serveTools } = await load();
  const host = await world.createHost(() => {}, undefined);
  const settings = { ...readSettings({}, 'en'), docsLanguage: call.language };
  await serveTools(
    offered(
      createTools(createLanguageService(host), () => settings),
      world,
    ),
    version,
  );
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
  return TOOLS.map((tool) => ({
    ...tool,
    answer: (input) => answerTool(tool.name, input, tools, (path) => usagesBelow(path, tools, world)),
  }));
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
