import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/api.ts';
import { GenerateRequest } from './protocol.ts';

/** Writes codes as source code. What writes it is loaded when somebody asks. */
export function registerGenerate(connection: Connection, service: () => LanguageService): void {
  connection.onRequest(GenerateRequest, async ({ language, vendors, indentation }) => {
    const [{ generateFile, generateInsertion }, { targetOf }] = await Promise.all([
      import('../generate/generate.ts'),
      import('../generate/targets.ts'),
    ]);
    const target = targetOf(language);
    if (target === undefined) return { text: null };
    const { catalog } = service();
    const selection = { vendors, classes: [] };
    const text =
      indentation === undefined
        ? generateFile(catalog, target, selection)
        : generateInsertion(catalog, target, selection, indentation);
    return { text: text ?? null };
  });
}
