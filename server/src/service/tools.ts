import type { Settings } from '../settings.ts';
import type { Document, LanguageService } from './api.ts';
import type { ToolName } from './toolTable.ts';

/** What programs that write and answer for people may ask: nothing here changes anything. Answers are Markdown or plain lines. */
export interface Tools {
  /** What a code, a message, a line of a log or a word means, and what to do about it. */
  explainCode(query: string): Promise<string>;
  /** What is wrong with a response that ThinQ would send, or that NUGU would be sent. @param response JSON */
  validateResponse(response: string): Promise<string>;
  /** The lines of a text that name codes. @param name of the file, by whose ending the language is told @param uri of one that lies on the disk, around which its project is looked for */
  listUsages(text: string, name: string, uri?: string): Promise<readonly Usage[]>;
}

/** A line that names codes. */
export interface Usage {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly codes: readonly string[];
  readonly text: string;
}

/** UTF-16 units of a line that are told. */
const MOST_TOLD_UNITS = 200;
/** Lines that an answer has; more are counted. */
const MOST_TOLD_USAGES = 300;

/** @param settingsNow the language, and the rules */
export function createTools(service: LanguageService, settingsNow: () => Settings | Promise<Settings>): Tools {
  // No editor counts so: what it has open has other versions.
  let version = 0;
  return {
    explainCode: async (query) => service.explain(query, await settingsNow()),
    async validateResponse(response) {
      const problem = problemOfJson(response);
      if (problem !== undefined) return `This is no JSON: ${problem}`;
      const document: Document = {
        uri: 'untitled:/response.json',
        languageId: 'json',
        version: --version,
        text: response,
      };
      const { diagnostics } = await service.diagnose(document, await settingsNow());
      if (diagnostics.length > 0) return diagnostics.map(({ rule, message }) => `- ${rule}: ${message}`).join('\n');
      const reading = await service.resolve(document);
      return reading === undefined
        ? 'Nothing in it shows that it is a response of ThinQ, or one for NUGU, so nothing was checked.'
        : 'Nothing wrong was found.';
    },
    async listUsages(text, name, uri = `untitled:/${encodeURIComponent(name)}`) {
      const document: Document = { uri, version: --version, text };
      const { places } = await service.placesOf(document, service.catalog.codes);
      service.forget(uri);
      const lines = new Map<number, { readonly start: number; readonly codes: Set<string> }>();
      for (const { codes, span } of places) {
        const start = text.lastIndexOf('\n', span.start - 1) + 1;
        const line = lines.get(start) ?? { start, codes: new Set() };
        for (const { code } of codes) line.codes.add(code);
        lines.set(start, line);
      }
      return [...lines.values()].map(({ start, codes }) => ({
        name,
        line: text.slice(0, start).split('\n').length,
        codes: [...codes],
        text: /^[^\r\n]*/.exec(text.slice(start))?.[0].trim().slice(0, MOST_TOLD_UNITS) ?? '',
      }));
    },
  };
}

/**
 * Answers one of the tools of the table.
 *
 * @param input what was sent, of which nothing is known
 * @param usagesBelow the usages in all files below a path of the folder that is worked in
 * @throws Error for what cannot be done, with a message for whoever asked
 */
export async function answerTool(
  name: ToolName,
  input: Readonly<Record<string, unknown>>,
  tools: Tools,
  usagesBelow: (path: string) => Promise<readonly Usage[]>,
): Promise<string> {
  switch (name) {
    case 'explain_code':
      return tools.explainCode(wanted(input, 'query'));
    case 'validate_response':
      return tools.validateResponse(wanted(input, 'response'));
    case 'list_usages':
      if (typeof input.text === 'string') return inLines(await tools.listUsages(input.text, wanted(input, 'name')));
      return inLines(await usagesBelow(wanted(input, 'path')));
  }
}

/** @throws Error where it is missing */
function wanted(input: Readonly<Record<string, unknown>>, name: string): string {
  const value = input[name];
  if (typeof value !== 'string') throw new Error(`"${name}" has to be a text.`);
  return value;
}

function inLines(usages: readonly Usage[]): string {
  if (usages.length === 0) return 'No line names a code.';
  const lines = usages
    .slice(0, MOST_TOLD_USAGES)
    .map(({ name, line, codes, text }) => `${name}:${line}: ${codes.join(', ')}: ${text}`);
  const more = usages.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

function problemOfJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
