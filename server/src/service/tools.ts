import type { Settings } from '../settings.ts';
import type { Document, LanguageService } from './api.ts';

/** What programs that write and answer for people may ask: nothing here changes anything. Answers are Markdown or plain lines. */
export interface Tools {
  /** What a code, a message, a line of a log or a word means, and what to do about it. */
  explainCode(query: string): string;
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

/** @param settings the language, and the rules */
export function createTools(service: LanguageService, settings: Settings): Tools {
  let version = 0;
  return {
    explainCode: (query) => service.explain(query, settings),
    async validateResponse(response) {
      const problem = problemOfJson(response);
      if (problem !== undefined) return `This is no JSON: ${problem}`;
      const document: Document = {
        uri: 'untitled:/response.json',
        languageId: 'json',
        version: ++version,
        text: response,
      };
      const { diagnostics } = await service.diagnose(document, settings);
      if (diagnostics.length > 0) return diagnostics.map(({ rule, message }) => `- ${rule}: ${message}`).join('\n');
      const reading = await service.resolve(document);
      return reading === undefined
        ? 'Nothing in it shows that it is a response of ThinQ, or one for NUGU, so nothing was checked.'
        : 'Nothing wrong was found.';
    },
    async listUsages(text, name, uri = `untitled:/${encodeURIComponent(name)}`) {
      const document: Document = { uri, version: ++version, text };
      const { places } = await service.placesOf(document, service.catalog.codes);
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

function problemOfJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
