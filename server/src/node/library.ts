import { pathToFileURL } from 'node:url';
import type { Localized } from '../catalog/types.ts';
import { createLanguageService as createService } from '../service/service.ts';
import type { TextService } from '../service/textService.ts';
import type { Settings } from '../settings.ts';
import { GRAMMARS } from './grammars.ts';
import { createNodeHost } from './host.ts';

export type { ExportedCatalog } from '../catalog/exportJson.ts';
export type { Localized, Vendor } from '../catalog/types.ts';
export type { CompletionItem } from '../features/completion/item.ts';
export type { Hover } from '../features/hover/answer.ts';
export type { Edit } from '../fixes/fix.ts';
export type { Span } from '../model/model.ts';
export type {
  CodeAction,
  CodeLens,
  Diagnosis,
  Diagnostic,
  Document,
  TextService as LanguageService,
} from '../service/textService.ts';
export type { Settings, Severity } from '../settings.ts';
export { catalog } from './catalogData.ts';

/** How a program that uses the package wants it. */
export interface ServiceOptions {
  /** Absolute paths of the folders that are worked in: projects end where they do. */
  readonly folders?: readonly string[];
  /** Told of project files, catalogs and manifests that cannot be used as they are. */
  onProblem?(message: Localized, path: string): void;
}

/** Every rule as it is by itself, and texts in English. */
export const DEFAULT_SETTINGS: Settings = { rules: {}, docsLanguage: 'en', codeLens: true };

/**
 * What an editor with the extension says of texts. Their URIs are those of files, which need not be there: project files,
 * manifests and other files of their projects are read around them. Nothing is written or run.
 */
export function createLanguageService({ folders = [], onProblem }: ServiceOptions = {}): TextService {
  const host = createNodeHost(GRAMMARS, (message, path) => onProblem?.(message, path));
  host.workIn(folders.map((folder) => pathToFileURL(folder).href));
  return createService(host);
}
