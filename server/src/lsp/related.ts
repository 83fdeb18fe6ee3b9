import type { DiagnosticRelatedInformation, Location } from 'vscode-languageserver';
import type { Localized } from '../catalog/types.ts';
import { plainIn } from '../features/describe/language.ts';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import type { ProgramFiles } from '../program/files.ts';
import type { Document, Diagnostic as Found, LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import type { Addresses } from './addresses.ts';
import { toRange } from './convert.ts';
import type { TextDocumentFactory } from './positions.ts';

/** Findings of one document whose constants are looked for in other files. */
const MOST_FINDINGS = 50;

/** What it takes to show a place in another file. */
export interface OtherFiles {
  readonly program: ProgramFiles | undefined;
  readonly addresses: Addresses;
  readonly textDocuments: TextDocumentFactory;
}

/** Where the constants are declared that findings stand at, if other files declare them. */
export async function declarationsElsewhere(
  document: Document,
  found: readonly Found[],
  service: LanguageService,
  { program, addresses, textDocuments }: OtherFiles,
  { docsLanguage }: Settings,
): Promise<ReadonlyMap<Found, DiagnosticRelatedInformation>> {
  const related = new Map<Found, DiagnosticRelatedInformation>();
  /** What was looked for already: many findings may stand at one constant. */
  const places = new Map<string, Promise<Location | undefined>>();
  const location = program && found.length > 0 ? await program.locate(document.uri) : undefined;
  if (!program || !location) return related;
  for (const finding of found.slice(0, MOST_FINDINGS)) {
    const origin = await service.originOf(document, finding.span);
    if (!origin) continue;
    const key = `${origin.path}\0${origin.name}`;
    const known = places.get(key) ?? declarationOf(origin, location.root, program);
    places.set(key, known);
    const declared = await known;
    if (declared) related.set(finding, { location: declared, message: plainIn(DECLARED, docsLanguage) });
  }
  return related;

  async function declarationOf(
    { path, name }: { readonly path: string; readonly name: string },
    root: string,
    files: ProgramFiles,
  ): Promise<Location | undefined> {
    const text = await files.read(root, path);
    const at = text === undefined ? -1 : placeOf(name, text);
    if (text === undefined || at < 0) return undefined;
    const uri = addresses.uriOf(`${root.replace(/\/$/, '')}/${path}`);
    return { uri, range: toRange(textDocuments.create(uri, '', 0, text), { start: at, end: at + name.length }) };
  }
}

const DECLARED: Localized = { en: 'It is declared here.', ko: '여기에 선언되어 있습니다.' };

/** Where a name is declared, as far as its text tells: where something is given to it, else where it first stands. */
function placeOf(name: string, text: string): number {
  const word = `(?<![\\p{L}\\p{N}_$])${escapeRegExp(name)}(?![\\p{L}\\p{N}_$])`;
  const given = new RegExp(`${word}(?=[^\\n]{0,80}["'\\d])`, 'u').exec(text);
  return (given ?? new RegExp(word, 'u').exec(text))?.index ?? -1;
}
