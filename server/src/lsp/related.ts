import type { DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Localized } from '../catalog/types.ts';
import { plainIn } from '../features/describe/language.ts';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import type { ProgramFiles } from '../program/files.ts';
import type { Document, Diagnostic as Found, LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import { toRange } from './convert.ts';
import type { TextDocumentFactory } from './positions.ts';
import type { WorkspaceFiles } from './workspaceScan.ts';

/** Findings of one document whose constants are looked for in other files. */
const MOST_FINDINGS = 50;

/** What it takes to show a place in another file. */
export interface OtherFiles {
  readonly program: ProgramFiles | undefined;
  readonly files: WorkspaceFiles | undefined;
  readonly textDocuments: TextDocumentFactory;
}

/** Where the constants are declared that findings stand at, if other files declare them. */
export async function declarationsElsewhere(
  document: Document,
  found: readonly Found[],
  service: LanguageService,
  { program, files, textDocuments }: OtherFiles,
  { docsLanguage }: Settings,
): Promise<ReadonlyMap<Found, DiagnosticRelatedInformation>> {
  const related = new Map<Found, DiagnosticRelatedInformation>();
  const location = program && files && found.length > 0 ? await program.locate(document.uri) : undefined;
  if (!program || !files || !location) return related;
  for (const finding of found.slice(0, MOST_FINDINGS)) {
    const origin = await service.originOf(document, finding.span);
    const text = origin && (await program.read(location.root, origin.path));
    if (!origin || text === undefined) continue;
    const at = placeOf(origin.name, text);
    if (at < 0) continue;
    const uri = files.uriOf(`${location.root.replace(/\/$/, '')}/${origin.path}`);
    const other = textDocuments.create(uri, '', 0, text);
    const range = toRange(other, { start: at, end: at + origin.name.length });
    related.set(finding, { location: { uri, range }, message: plainIn(DECLARED, docsLanguage) });
  }
  return related;
}

const DECLARED: Localized = { en: 'It is declared here.', ko: '여기에 선언되어 있습니다.' };

/** Where a name is declared, as far as its text tells: where something is given to it, else where it first stands. */
function placeOf(name: string, text: string): number {
  const word = `(?<![\\p{L}\\p{N}_$])${escapeRegExp(name)}(?![\\p{L}\\p{N}_$])`;
  const given = new RegExp(`${word}(?=[^\\n]{0,80}["'\\d])`, 'u').exec(text);
  return (given ?? new RegExp(word, 'u').exec(text))?.index ?? -1;
}
