import { type Analysis, analyse } from '../evidence/analysis.ts';
import { createPrefilter, type Prefilter } from '../evidence/text/prefilter.ts';
import { createSignalReader, type Signals } from '../evidence/text/signals.ts';
import type { Description } from '../languages/description.ts';
import type { Language } from '../languages/language.ts';
import { createLanguages } from '../languages/languages.ts';
import type { FileModel } from '../model/model.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Settings } from '../settings.ts';
import type { Found } from './actions.ts';
import type { Document, Host } from './api.ts';
import { CUES } from './cues.ts';
import type { Lexicon, Lexicons } from './lexicons.ts';
import { runRules } from './runRules.ts';
import { whyUnread } from './unread.ts';

/** Documents that are remembered; an editor rarely asks about more at once. */
const REMEMBERED_DOCUMENTS = 32;

/** A document, the language that reads it, and what the evidence makes of it. */
export interface Analysed {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly analysis: Analysis;
}

/** What is known of open documents. Everything is found out when it is first asked for, and once for each version. */
export interface Documents {
  languageOf(document: Document): Language | undefined;
  /** Whether any rule could find anything in it, going by its text and what surrounds it. */
  mayHaveFindings(document: Document, project: ProjectFacts): boolean;
  /** @returns undefined where the text is too tangled to be read in time */
  modelOf(document: Document, language: Language, lexicon: Lexicon): Promise<FileModel | undefined>;
  /** @returns undefined for a text that no language reads, or that is refused */
  analysed(document: Document): Promise<Analysed | undefined>;
  /** Analyses a text that is no document, as it would be in the place of one. */
  analyseInstead(text: string, of: Analysed): Promise<Analysis | undefined>;
  /** What the rules say about a document under some settings. @param analysed what `analysed` gave for it */
  rulesOn(document: Document, analysed: Analysed, settings: Settings): readonly Found[];
  /** Forgets a document that was closed. */
  forget(uri: string): void;
}

/** What was found out about one version of a document. */
interface Memory {
  readonly version: number;
  signals?: Signals;
  /** Whether it may have findings in a project. */
  prefilter?: { readonly project: ProjectFacts; readonly passed: boolean };
  model?: { readonly language: Language; readonly lexicon: Lexicon; readonly read: Promise<FileModel | undefined> };
  /** What it says with regard to a project; another project asks anew. */
  analysis?: Analysis;
  /** What the rules say; other settings ask anew. */
  run?: { readonly analysis: Analysis; readonly settings: Settings; readonly found: readonly Found[] };
}

/** What decides on how much of a text is read; the product's own where absent. Tests read more, or less. */
export interface ReadingPolicy {
  readonly languages?: readonly Description[];
  readonly mayHaveFindings?: Prefilter['mayHaveFindings'];
}

/** Makes an empty memory. */
export function createDocuments(
  host: Pick<Host, 'assets' | 'projectOf'>,
  lexicons: Lexicons,
  policy: ReadingPolicy = {},
): Documents {
  const { catalog } = lexicons.common;
  const languages = createLanguages(host.assets, policy.languages);
  const readSignals = createSignalReader(catalog);
  const prefilter = policy.mayHaveFindings ?? createPrefilter(catalog.data, CUES).mayHaveFindings;
  const memories = new Map<string, Memory>();

  /** What is known of a document as it is now; what was known of earlier versions is forgotten. */
  const recall = (document: Document): Memory => {
    let memory = memories.get(document.uri);
    if (memory?.version !== document.version) memory = { version: document.version };
    memories.delete(document.uri);
    memories.set(document.uri, memory);
    for (const oldest of memories.keys()) {
      if (memories.size <= REMEMBERED_DOCUMENTS) break;
      memories.delete(oldest);
    }
    return memory;
  };
  const read = async (language: Language, text: string, { vocabulary }: Lexicon): Promise<FileModel | undefined> => {
    await language.prepare(text);
    return language.read(text, vocabulary);
  };
  const languageOf = (document: Document): Language | undefined => languages.of(document.languageId, document.uri);
  const signalsOf = (document: Document): Signals => {
    const memory = recall(document);
    memory.signals ??= readSignals(document.text, languageOf(document)?.comment ?? {});
    return memory.signals;
  };
  /** Whether a file only shares its ending with a language; an editor that names the language knows better. */
  const isSomethingElse = (document: Document, project: ProjectFacts): boolean =>
    project.isSomethingElse === true && !languageOf(document)?.languageIds.includes(document.languageId ?? '');
  const mayHaveFindings: Documents['mayHaveFindings'] = (document, project) => {
    if (isSomethingElse(document, project)) return false;
    const memory = recall(document);
    if (memory.prefilter?.project !== project) {
      const passed = prefilter(document.text, project, () => signalsOf(document));
      memory.prefilter = { project, passed };
    }
    return memory.prefilter.passed;
  };
  const modelOf: Documents['modelOf'] = (document, language, lexicon) => {
    const memory = recall(document);
    if (memory.model?.language === language && memory.model.lexicon === lexicon) return memory.model.read;
    const model = { language, lexicon, read: read(language, document.text, lexicon) };
    memory.model = model;
    // A grammar that failed to load may load next time.
    model.read.catch(() => memories.delete(document.uri));
    return model.read;
  };
  const analysisOf = (document: Document, model: FileModel, project: ProjectFacts, { catalog }: Lexicon): Analysis => {
    const memory = recall(document);
    if (memory.analysis?.model !== model || memory.analysis.project !== project)
      memory.analysis = analyse({ model, signals: signalsOf(document), project, catalog });
    return memory.analysis;
  };

  return {
    languageOf,
    mayHaveFindings,
    modelOf,
    async analysed(document) {
      const language = languageOf(document);
      if (!language || whyUnread(document.text, language)) return undefined;
      const project = await host.projectOf(document.uri);
      if (isSomethingElse(document, project)) return undefined;
      const lexicon = lexicons.of(project);
      const model = await modelOf(document, language, lexicon);
      return model && { language, lexicon, analysis: analysisOf(document, model, project, lexicon) };
    },
    async analyseInstead(text, { language, lexicon, analysis: { project, catalog } }) {
      const model = await read(language, text, lexicon);
      return model && analyse({ model, signals: readSignals(text, language.comment), project, catalog });
    },
    rulesOn(document, { analysis, language }, settings) {
      const memory = recall(document);
      if (memory.run?.analysis !== analysis || memory.run.settings !== settings)
        memory.run = { analysis, settings, found: runRules(analysis, language, document, settings) };
      return memory.run.found;
    },
    forget: (uri) => void memories.delete(uri),
  };
}
