import { type Analysis, analyse } from '../evidence/analysis.ts';
import { claimedIn } from '../evidence/text/claimedText.ts';
import { createPrefilter, type Prefilter } from '../evidence/text/prefilter.ts';
import { SearchedText } from '../evidence/text/searchedText.ts';
import { createSignalReader, type Signals } from '../evidence/text/signals.ts';
import type { Description } from '../languages/description.ts';
import type { Language } from '../languages/language.ts';
import { createLanguages } from '../languages/languages.ts';
import type { FileModel } from '../model/model.ts';
import { NO_FILES } from '../program/files.ts';
import { ALONE, type Surrounding } from '../program/outside.ts';
import { createProgram } from '../program/program.ts';
import type { TextNames } from '../program/textReader.ts';
import { NO_PROJECT, type ProjectFacts } from '../project/facts.ts';
import type { Settings } from '../settings.ts';
import { SILENCES } from '../suppressions/suppressions.ts';
import type { Found } from './actions.ts';
import type { Analysed, Context } from './analysed.ts';
import type { Diagnostic, Document, Host } from './api.ts';
import { CUES } from './cues.ts';
import type { Lexicon, Lexicons } from './lexicons.ts';
import { runRules } from './runRules.ts';
import { type FoundBefore, foundIn, stillFound } from './stillFound.ts';
import { createTextReader } from './textReader.ts';
import { whyUnread } from './unread.ts';

/** Documents that are remembered; an editor rarely asks about more at once. */
const REMEMBERED_DOCUMENTS = 32;

/** What is known of open documents. Everything is found out when it is first asked for, and once for each version. */
export interface Documents {
  languageOf(document: Document): Language | undefined;
  /** Begins to load what reading the first document of a language takes, where its text alone says that it will be read. */
  begin(document: Document, language: Language): void;
  /** Whether any rule could find anything in it, going by its text and what surrounds it. */
  mayHaveFindings(document: Document, language: Language, project: ProjectFacts): Promise<boolean>;
  /** @returns undefined where the text is too tangled to be read */
  modelOf(document: Document, language: Language, project: ProjectFacts): Promise<FileModel | undefined>;
  /**
   * @param asked `at hand`: an answer is due at once, with what is known of other files by then
   * @returns undefined for a text that no language reads, or that is refused
   */
  analysed(document: Document, asked?: 'whole' | 'at hand'): Promise<Analysed | undefined>;
  /**
   * What decides on how a document is read, for an answer that is due at once: what it has from other files is as it lately was.
   *
   * @returns undefined for a text that no language reads, or that is refused for what can be seen at once
   */
  context(document: Document): Promise<Context | undefined>;
  /** Analyses a text as it would be in the place of a document: one that is no document, or that of the document itself. */
  analyseIn(context: Context, text: string, document: Document): Promise<Analysis | undefined>;
  /** What the rules say about a document under some settings. @param analysed what `analysed` gave for it */
  rulesOn(document: Document, analysed: Analysed, settings: Settings): readonly Found[];
  /** The same without what can be done about it. */
  findingsIn(document: Document, analysed: Analysed, settings: Settings): readonly Diagnostic[];
  /** Forgets a document that was closed. */
  forget(uri: string): void;
  /** A file of a project has changed, appeared or gone. */
  change(uri: string): Promise<boolean>;
  /** Everything may have changed. */
  reset(): void;
  /** Words one of which stands in every text of a file's project that has something from a file that is about a vendor. */
  wordsBehind(uri: string): Promise<ReadonlySet<string>>;
  /** Other files have been read for what documents have from them. */
  readonly readsOthers: boolean;
}

/** What was found out about one version of a document. */
interface Memory {
  readonly version: number;
  /** What reading it takes has been loaded. */
  prepared?: Promise<void>;
  /** What has been looked for in its text, or in that of the last version before it in which something was. */
  searched?: SearchedText;
  signals?: Signals;
  /** Whether it may have findings in a project. */
  prefilter?: { readonly project: ProjectFacts; readonly passed: boolean };
  /** What it says it has from other files. */
  names?: Promise<TextNames | undefined>;
  /** What it has from other files, as they were in a generation of the program. */
  surrounding?: { readonly generation: number; readonly found: Promise<Surrounding>; isFound: boolean };
  /** What it had from other files when that was last known, in this version or an earlier one. */
  lately?: Surrounding;
  model?: {
    readonly language: Language;
    readonly lexicon: Lexicon;
    readonly outside: string;
    readonly read: Promise<FileModel | undefined>;
  };
  /** What it says with regard to a project and to other files; another project, or others there, ask anew. */
  analysis?: { readonly along: Surrounding['along']; readonly analysis: Analysis };
  /** What was found in it, or in the last version before it in which something was looked for. */
  found?: FoundBefore;
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
  host: Pick<Host, 'assets' | 'projectOf' | 'program' | 'due'>,
  lexicons: Lexicons,
  policy: ReadingPolicy = {},
): Documents {
  const { catalog } = lexicons.common;
  const languages = createLanguages(host.assets, policy.languages);
  const readSignals = createSignalReader(catalog);
  const prefilter = createPrefilter(catalog.data, CUES);
  const mayHaveOwn = policy.mayHaveFindings ?? prefilter.mayHaveFindings;
  const reader = createTextReader(languages, lexicons.common);
  const program = createProgram(host.program ?? NO_FILES, reader);
  const memories = new Map<string, Memory>();
  /** Languages of which something has been loaded; what others of their documents need is there, or soon will be. */
  const begun = new Set<Language>();

  /** What is known of a document as it is now; what was known of earlier versions is forgotten. */
  const recall = (document: Document): Memory => {
    let memory = memories.get(document.uri);
    if (memory?.version !== document.version) {
      const { lately, searched, found } = memory ?? {};
      memory = {
        version: document.version,
        ...(lately && { lately }),
        ...(searched && { searched }),
        ...(found && { found }),
      };
    }
    memories.delete(document.uri);
    memories.set(document.uri, memory);
    for (const oldest of memories.keys()) {
      if (memories.size <= REMEMBERED_DOCUMENTS) break;
      memories.delete(oldest);
    }
    return memory;
  };
  const readIn = (
    language: Language,
    text: string,
    { vocabulary }: Lexicon,
    { outside }: Surrounding,
  ): FileModel | undefined => language.read(text, vocabulary, outside);
  const languageOf = (document: Document): Language | undefined => languages.of(document.languageId, document.uri);
  const searchedOf = (document: Document): SearchedText => {
    const memory = recall(document);
    if (memory.searched?.text !== document.text)
      memory.searched = new SearchedText(document.text, languageOf(document)?.comment ?? {}, memory.searched);
    return memory.searched;
  };
  const signalsOf = (document: Document): Signals => {
    const memory = recall(document);
    memory.signals ??= readSignals(searchedOf(document));
    return memory.signals;
  };
  /** Whether a file only shares its ending with a language; an editor that names the language knows better. */
  const isSomethingElse = (document: Document, project: ProjectFacts): boolean =>
    project.isSomethingElse === true && !languageOf(document)?.languageIds.includes(document.languageId ?? '');
  const mayHaveByItself = (document: Document, project: ProjectFacts): boolean => {
    const memory = recall(document);
    if (memory.prefilter?.project !== project) {
      const claimed = claimedIn(document.text, document.uri, languageOf(document));
      const passed = mayHaveOwn(searchedOf(document).search, project, () => signalsOf(document), claimed);
      memory.prefilter = { project, passed };
    }
    return memory.prefilter.passed;
  };
  const lookAround = async (document: Document, language: Language, project: ProjectFacts): Promise<Surrounding> => {
    const { uri, text } = document;
    const mayHaveFromOthers = async (): Promise<boolean> => {
      if (!speaksForVendor(project)) return program.mayReach(uri, text);
      // A team's own codes may be any words.
      return project.codes.length > 0 || program.mayHaveCodes({ uri, text, language });
    };
    // What names no code, and nothing that is called one, decides on nothing; the rest asks where anybody names a vendor.
    const asks =
      language.modules !== undefined &&
      host.program !== undefined &&
      (mayHaveByItself(document, project) || (prefilter.mayNameCodes(text) && (await mayHaveFromOthers())));
    const own = (): Promise<TextNames | undefined> => {
      const memory = recall(document);
      memory.names ??= reader.read(text, language, 'imports', () => signalsOf(document));
      return memory.names;
    };
    return asks ? program.around({ uri, text, language, own }) : ALONE;
  };
  const surroundingOf = (document: Document, language: Language, project: ProjectFacts): Promise<Surrounding> => {
    const memory = recall(document);
    const { generation } = program;
    if (memory.surrounding?.generation !== generation) {
      const found = lookAround(document, language, project);
      const asked = { generation, found, isFound: false };
      memory.surrounding = asked;
      const keep = (surrounding: Surrounding): void => {
        asked.isFound = true;
        memory.lately = surrounding;
      };
      // A grammar that failed to load may load next time; whoever waits for it hears of that.
      found.then(keep).catch(() => memories.delete(document.uri));
    }
    return memory.surrounding.found;
  };
  /** What is known by the time an answer is due: where other files are not read yet, what there was before. */
  const surroundingAtHand = (document: Document, language: Language, project: ProjectFacts): Promise<Surrounding> => {
    const whole = surroundingOf(document, language, project);
    if (!host.due || recall(document).surrounding?.isFound) return whole;
    return Promise.race([whole, host.due().then(() => recall(document).lately ?? ALONE)]);
  };
  /** What there was before, without a look at whether something was added. */
  const surroundingLately: typeof surroundingOf = async (document, language, project) =>
    recall(document).lately ?? surroundingAtHand(document, language, project);
  const mayHaveFindings: Documents['mayHaveFindings'] = async (document, language, project) => {
    if (isSomethingElse(document, project)) return false;
    if (mayHaveByItself(document, project)) return true;
    const { along, outside } = await surroundingOf(document, language, project);
    if (along.thinq !== undefined || along.nugu !== undefined) return true;
    return speaksForVendor(project) && outside.names.size > 0;
  };
  const prepared = (document: Document, language: Language): Promise<void> => {
    const memory = recall(document);
    if (memory.prepared) return memory.prepared;
    const loading = language.prepare(document.text);
    memory.prepared = loading;
    // Whoever waits for a grammar hears of what goes wrong; the next one tries again.
    loading.catch(() => memories.delete(document.uri));
    return loading;
  };
  const modelAround = (document: Document, language: Language, lexicon: Lexicon, surrounding: Surrounding) => {
    const memory = recall(document);
    const outside = surrounding.outside.key;
    const { model: known } = memory;
    if (known?.language === language && known.lexicon === lexicon && known.outside === outside) return known.read;
    const model = {
      ...{ language, lexicon, outside },
      read: prepared(document, language).then(() => readIn(language, document.text, lexicon, surrounding)),
    };
    memory.model = model;
    model.read.catch(() => memories.delete(document.uri));
    return model.read;
  };
  const analysisOf = (
    document: Document,
    model: FileModel,
    project: ProjectFacts,
    { catalog }: Lexicon,
    { along }: Surrounding,
  ): Analysis => {
    const memory = recall(document);
    const { along: known, analysis } = memory.analysis ?? {};
    const isSame = known?.thinq === along.thinq && known?.nugu === along.nugu;
    if (isSame && analysis?.model === model && analysis.project === project) return analysis;
    const made = analyse({ model, signals: signalsOf(document), project, along, catalog });
    memory.analysis = { along, analysis: made };
    return made;
  };

  const contextOf = async (document: Document, lookAt: typeof surroundingOf): Promise<Context | undefined> => {
    const language = languageOf(document);
    if (!language || whyUnread(document.text, language)) return undefined;
    void prepared(document, language);
    const project = await host.projectOf(document.uri);
    if (isSomethingElse(document, project)) return undefined;
    const surrounding = await lookAt(document, language, project);
    document.signal?.throwIfAborted();
    return { language, lexicon: lexicons.of(project), surrounding, project };
  };
  const analysedIn = async (context: Context, document: Document): Promise<Analysed | undefined> => {
    const { language, lexicon, surrounding, project } = context;
    const model = await modelAround(document, language, lexicon, surrounding);
    const analysis = model && analysisOf(document, model, project, lexicon, surrounding);
    return analysis && { ...context, analysis };
  };

  const rulesOn: Documents['rulesOn'] = (document, { analysis, language }, settings) => {
    const memory = recall(document);
    if (memory.run?.analysis !== analysis || memory.run.settings !== settings)
      memory.run = { analysis, settings, found: runRules(analysis, language, document, settings) };
    return memory.run.found;
  };

  return {
    languageOf,
    begin(document, language) {
      if (begun.has(language) || whyUnread(document.text, language) || !mayHaveByItself(document, NO_PROJECT)) return;
      begun.add(language);
      void prepared(document, language);
    },
    mayHaveFindings,
    async modelOf(document, language, project) {
      return modelAround(document, language, lexicons.of(project), await surroundingOf(document, language, project));
    },
    async analysed(document, asked = 'whole') {
      const context = await contextOf(document, asked === 'whole' ? surroundingOf : surroundingAtHand);
      return context && analysedIn(context, document);
    },
    context: (document) => contextOf(document, surroundingLately),
    async analyseIn(context, text, document) {
      if (text === document.text) return (await analysedIn(context, document))?.analysis;
      const { language, lexicon, surrounding, project } = context;
      await language.prepare(text);
      const model = readIn(language, text, lexicon, surrounding);
      const { along } = surrounding;
      const searched = new SearchedText(text, language.comment, searchedOf(document));
      return model && analyse({ model, signals: readSignals(searched), project, along, catalog: lexicon.catalog });
    },
    rulesOn,
    findingsIn(document, analysed, settings) {
      const memory = recall(document);
      const { found } = memory;
      if (found?.analysed.analysis === analysed.analysis && found.settings === settings) return found.diagnostics;
      // Which line a comment speaks of, and whether it speaks in vain, may have changed with any other.
      const isSilent = !searchedOf(document).search.has(SILENCES);
      const now =
        (isSilent ? stillFound(found, analysed, settings) : undefined) ??
        foundIn(analysed, settings, rulesOn(document, analysed, settings));
      memory.found = now;
      return now.diagnostics;
    },
    forget: (uri) => void memories.delete(uri),
    wordsBehind: program.wordsToReach,
    change: program.change,
    reset: program.reset,
    get readsOthers() {
      return program.isUsed;
    },
  };
}

function speaksForVendor({ declared, implied }: ProjectFacts): boolean {
  return declared.length + implied.length > 0;
}
