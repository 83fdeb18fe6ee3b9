import { type Catalog, createCatalog } from '../catalog/catalog.ts';
import { loadCatalogData } from '../catalog/load.ts';
import type { Code, Localized, Vendor } from '../catalog/types.ts';
import { type Analysis, resolve } from '../evidence/analysis.ts';
import { createPrefilter } from '../evidence/text/prefilter.ts';
import { createSignalReader, type Signals } from '../evidence/text/signals.ts';
import { createVocabulary } from '../evidence/text/vocabulary.ts';
import { type CompletionItem, completionsAt } from '../features/completion/codeCompletion.ts';
import { directiveItemsAt, pathItemsAt } from '../features/completion/directiveCompletion.ts';
import { probesAt } from '../features/completion/probes.ts';
import { describeCode, describeName } from '../features/describe/describe.ts';
import { explainQuery } from '../features/explain/explain.ts';
import { codesAt } from '../features/hover/codeHover.ts';
import { directiveNameAt } from '../features/hover/directiveHover.ts';
import { legacySuccessAt } from '../features/hover/legacyHover.ts';
import { mappingNotes } from '../features/hover/mappingNotes.ts';
import { siteAt } from '../features/hover/siteHover.ts';
import { lensesOf } from '../features/lenses.ts';
import type { Edit, Fix } from '../fixes/fix.ts';
import { createFixWriter } from '../fixes/fixWriter.ts';
import type { Assets, Language } from '../languages/language.ts';
import { createLanguages } from '../languages/languages.ts';
import type { Vocabulary } from '../languages/vocabulary.ts';
import { createLines } from '../model/lines.ts';
import type { FileModel, Span } from '../model/model.ts';
import type { ProjectFacts } from '../project/facts.ts';
import { isProjectFile } from '../project/fileNames.ts';
import type { Problem } from '../project/problem.ts';
import type { Known } from '../project/projectFile.ts';
import { RULES } from '../rules/registry.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { type Settings, type Severity, severityIn } from '../settings.ts';
import { suppressionFixes } from '../suppressions/suppressionFixes.ts';
import { createSuppressions } from '../suppressions/suppressions.ts';

/** What the service needs of the world it runs in. */
export interface Host {
  readonly assets: Assets;
  /** What surrounds a file; called for each request, so it must be quick or remember. */
  projectOf(uri: string): Promise<ProjectFacts>;
  /** What is wrong with a project file. @param text the file as it is being written, which may not be saved yet */
  checkProjectFile(uri: string, text: string): Promise<readonly Problem[]>;
}

/** A text as an editor or a command line holds it. */
export interface Document {
  readonly uri: string;
  readonly languageId?: string;
  /** Raised with each change; two documents with the same URI and version have the same text. */
  readonly version: number;
  readonly text: string;
}

/** The rule that problems of a project file go by. It is about no vendor: who shows it names none. */
export const PROJECT_FILE_RULE = 'project-file';

/** A finding as a person sees it. Offsets are UTF-16. */
export interface Diagnostic {
  readonly rule: string;
  readonly vendor: Vendor;
  readonly severity: Exclude<Severity, 'off'>;
  readonly span: Span;
  readonly message: string;
  readonly link?: string;
}

/** The findings of a file, or why it was not looked at. */
export interface Diagnosis {
  readonly diagnostics: readonly Diagnostic[];
  readonly skipped?: { readonly reason: Localized };
}

/** What a text says about codes. */
export interface Reading {
  readonly analysis: Analysis;
  /** It is run, and so decides on codes: no data, and no document. */
  readonly isProgram: boolean;
}

/** A line above a place in the code. */
export interface CodeLens {
  readonly title: string;
  readonly span: Span;
}

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** A fix as a person sees it, with the finding it repairs. */
export interface CodeAction {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  readonly safe: boolean;
  /** It repairs nothing, but writes the comment that silences the finding. */
  readonly silences: boolean;
  readonly diagnostic: Diagnostic;
}

/**
 * Everything the product can say about a text: what editor, command line and tests use. Requests about a language
 * that it does not read answer with nothing. Rejects only when a grammar cannot be loaded.
 */
export interface LanguageService {
  readonly catalog: Catalog;
  diagnose(document: Document, settings: Settings): Promise<Diagnosis>;
  /** What a document says about codes; undefined for one that says nothing of a vendor, or is not to be checked. */
  resolve(document: Document): Promise<Reading | undefined>;
  hover(document: Document, offset: number, settings: Settings): Promise<Hover | undefined>;
  /** What dispatch sites do with the device-level codes; nothing where the settings do not want it. */
  lenses(document: Document, settings: Settings): Promise<readonly CodeLens[]>;
  complete(document: Document, offset: number, settings: Settings): Promise<readonly CompletionItem[]>;
  /** Markdown for a code, a capability or a directive on offer. @param uri the document it was offered in, whose project may have codes of its own */
  describe(vendor: Vendor, code: string, settings: Settings, uri?: string): Promise<string | undefined>;
  /** Fixes for the findings that touch a span, and the comments that would silence them. */
  actions(document: Document, span: Span, settings: Settings): Promise<readonly CodeAction[]>;
  /** Markdown for anything that names a code: the code, a word, a symbol, a message, a log line. */
  explain(query: string, settings: Settings): string;
  /** The model of a document, for tests and the curious. */
  model(document: Document): Promise<FileModel | undefined>;
  /** Forgets a document that was closed. */
  forget(uri: string): void;
}

/** What a project file may name: rules, and codes that are no team's own. */
export function whatIsKnown(): Known {
  const documented = new Set(loadCatalogData().codes.map(({ vendor, code }) => `${vendor} ${code}`));
  return {
    rules: RULES.map(({ id }) => id),
    isDocumented: (vendor, code) => documented.has(`${vendor} ${code}`),
  };
}

/** Documents whose models are kept; an editor rarely asks about more at once. */
const REMEMBERED = 32;

/** What is known of codes where a file lies: everywhere the same, but for the codes of a team. */
interface Knowledge {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
}

/** What was found out about one version of a document. */
interface Remembered {
  readonly version: number;
  language?: Language;
  vocabulary?: Vocabulary;
  model?: Promise<FileModel | undefined>;
  signals?: Signals;
  /** What it says with regard to a project; another project asks anew. */
  analysis?: Analysis;
  project?: ProjectFacts;
}

interface Analysed {
  readonly language: Language;
  readonly project: ProjectFacts;
  readonly knowledge: Knowledge;
  readonly analysis: Analysis;
}

/** Makes the service. Grammars are read through the host when a file first needs them. */
export function createLanguageService(host: Host): LanguageService {
  const data = loadCatalogData();
  const catalog = createCatalog(data);
  const common: Knowledge = { catalog, vocabulary: createVocabulary(catalog) };
  const teams = new WeakMap<readonly Code[], Knowledge>();
  const readSignals = createSignalReader(catalog);
  const { mayHaveFindings } = createPrefilter(data);
  const languages = createLanguages(host.assets);
  const remembered = new Map<string, Remembered>();

  const languageOf = (document: Document): Language | undefined => languages.of(document.languageId, document.uri);

  const knowledgeOf = ({ codes }: ProjectFacts): Knowledge => {
    if (codes.length === 0) return common;
    const known = teams.get(codes);
    if (known) return known;
    const layered = createCatalog({ ...data, codes: [...data.codes, ...codes] });
    const knowledge = { catalog: layered, vocabulary: createVocabulary(layered) };
    teams.set(codes, knowledge);
    return knowledge;
  };
  const read = async (language: Language, text: string, vocabulary: Vocabulary): Promise<FileModel | undefined> => {
    await language.prepare(text);
    return language.read(text, vocabulary);
  };
  /** What is known of a document as it is now; what was known of earlier versions is forgotten. */
  const recall = (document: Document): Remembered => {
    let known = remembered.get(document.uri);
    if (known?.version !== document.version) known = { version: document.version };
    remembered.delete(document.uri);
    remembered.set(document.uri, known);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED) break;
      remembered.delete(oldest);
    }
    return known;
  };
  const signalsOf = (document: Document): Signals => {
    const known = recall(document);
    known.signals ??= readSignals(document.text);
    return known.signals;
  };
  const modelOf = (
    document: Document,
    language: Language,
    { vocabulary }: Knowledge,
  ): Promise<FileModel | undefined> => {
    const known = recall(document);
    if (known.model && known.language === language && known.vocabulary === vocabulary) return known.model;
    const model = read(language, document.text, vocabulary);
    known.model = model;
    known.language = language;
    known.vocabulary = vocabulary;
    delete known.analysis;
    // A grammar that failed to load may load next time.
    model.catch(() => remembered.delete(document.uri));
    return model;
  };
  const analyse = async (document: Document): Promise<Analysed | undefined> => {
    const language = languageOf(document);
    if (!language || whyUnread(document.text, language)) return undefined;
    const project = await host.projectOf(document.uri);
    const knowledge = knowledgeOf(project);
    const model = await modelOf(document, language, knowledge);
    if (!model) return undefined;
    const known = recall(document);
    if (known.analysis?.model !== model || known.project !== project) {
      known.analysis = resolve(model, signalsOf(document), project, knowledge.catalog);
      known.project = project;
    }
    return { language, project, knowledge, analysis: known.analysis };
  };

  /** The language of a document that is to be checked and may have findings. */
  const checkedLanguageOf = async (document: Document): Promise<Language | undefined> => {
    const language = languageOf(document);
    if (!language || language.isNeverChecked) return undefined;
    const project = await host.projectOf(document.uri);
    if (project.isExcluded) return undefined;
    return mayHaveFindings(document.text, project, () => signalsOf(document)) ? language : undefined;
  };

  const findings = ({ project, knowledge, analysis }: Analysed, document: Document, settings: Settings) => {
    const lines = createLines(document.text);
    const suppressions = createSuppressions(document.text, analysis.model.comments, lines);
    const context = { analysis, catalog: knowledge.catalog, suppressions };
    const found: { rule: Rule; finding: Finding; diagnostic: Diagnostic }[] = [];
    for (const rule of IN_ORDER) {
      const set = project.rules[rule.id] ?? settings.rules[rule.id];
      // A comment that silences a rule which is off today is of use tomorrow.
      if (set === 'off' && suppressions.isEmpty) continue;
      for (const finding of rule.check(context)) {
        const severity = set ?? severityIn(project.preset, rule.severity[finding.vendor]);
        const silenced = suppressions.silence(rule.id, lines.lineOf(finding.span.start), rule.looksAtComments);
        if (severity === 'off' || silenced) continue;
        const link = rule.looksAtComments ? undefined : linkOf(catalog, finding.vendor, settings.docsLanguage);
        const diagnostic: Diagnostic = {
          rule: rule.id,
          vendor: finding.vendor,
          severity,
          span: finding.span,
          message: inLanguage(rule.message(finding, context), settings),
          ...(link && { link }),
        };
        found.push({ rule, finding, diagnostic });
      }
    }
    return found.sort((a, b) => a.diagnostic.span.start - b.diagnostic.span.start);
  };

  return {
    catalog,

    async diagnose(document, settings) {
      if (isProjectFile(document.uri)) {
        const problems = await host.checkProjectFile(document.uri, document.text);
        return { diagnostics: problems.map((problem) => toDiagnostic(problem, settings)) };
      }
      const language = await checkedLanguageOf(document);
      if (!language) return { diagnostics: [] };
      const reason = whyUnread(document.text, language);
      if (reason) return { diagnostics: [], skipped: { reason } };
      const analysed = await analyse(document);
      if (!analysed) return { diagnostics: [], skipped: { reason: TANGLED } };
      return { diagnostics: findings(analysed, document, settings).map(({ diagnostic }) => diagnostic) };
    },

    async resolve(document) {
      if (isProjectFile(document.uri) || !(await checkedLanguageOf(document))) return undefined;
      const analysed = await analyse(document);
      // What has no arms decides on nothing.
      return analysed && { analysis: analysed.analysis, isProgram: analysed.language.printer?.arms !== undefined };
    },

    async hover(document, offset, settings) {
      const analysed = await analyse(document);
      if (!analysed) return undefined;
      const { analysis, knowledge } = analysed;
      const { catalog } = knowledge;
      const explained = codesAt(analysis, document.text, offset, catalog);
      if (explained) {
        const described = explained.codes.map((code) => {
          const notes = mappingNotes(analysis, code, explained.span, catalog);
          return describeCode(code, catalog, settings.docsLanguage, notes);
        });
        return { markdown: described.join('\n\n---\n\n'), span: explained.span };
      }
      const named = directiveNameAt(analysis, offset, catalog);
      const described = named && describeName(named.name, catalog, settings.docsLanguage);
      if (described) return { markdown: described, span: named.span };
      const note = siteAt(analysis, offset, catalog) ?? legacySuccessAt(analysis, offset);
      return note && { markdown: inLanguage(note.text, settings), span: note.span };
    },

    async lenses(document, settings) {
      if (!settings.codeLens || languageOf(document)?.isNeverChecked) return [];
      if (!mayHaveFindings(document.text, await host.projectOf(document.uri), () => signalsOf(document))) return [];
      const analysed = await analyse(document);
      const found = analysed ? lensesOf(analysed.analysis, analysed.knowledge.catalog) : [];
      return found.map(({ text, span }) => ({ title: inOneLine(text, settings), span }));
    },

    async complete(document, offset, settings) {
      const language = languageOf(document);
      if (!language || language.isNeverChecked) return [];
      const analysed = await analyse(document);
      if (!analysed) return [];
      const { project, knowledge } = analysed;
      const { catalog, vocabulary } = knowledge;
      const inPath = pathItemsAt(document.text, offset, analysed.analysis, catalog);
      if (inPath.length > 0) return inPath;
      // A slash ends many things; only paths of directives are waited for.
      if (document.text[offset - 1] === '/' && !vocabulary.hasDirectives(document.text)) return [];
      for (const probe of probesAt(document.text, offset, language)) {
        const model = await read(language, probe.text, vocabulary);
        if (!model) return [];
        const analysis = resolve(model, readSignals(probe.text), project, catalog);
        const names = directiveItemsAt(analysis, probe, document.text, catalog);
        if (names.length > 0) return names;
        const writer = createFixWriter(language, model, probe.text);
        const items = completionsAt(analysis, probe, catalog, writer, settings.docsLanguage);
        if (items.length > 0) return items.map((item) => ({ ...item, more: withLineEnds(item.more, document.text) }));
      }
      return [];
    },

    async describe(vendor, code, settings, uri) {
      const { catalog } = uri === undefined ? common : knowledgeOf(await host.projectOf(uri));
      const entry = catalog.find(vendor, code);
      return entry
        ? describeCode(entry, catalog, settings.docsLanguage)
        : describeName(code, catalog, settings.docsLanguage);
    },

    async actions(document, span, settings) {
      const analysed = await analyse(document);
      if (!analysed) return [];
      const { language, analysis, knowledge } = analysed;
      if (analysed.project.isExcluded || isProjectFile(document.uri)) return [];
      const writer = createFixWriter(language, analysis.model, document.text);
      const suppressions = createSuppressions(document.text, analysis.model.comments, createLines(document.text));
      const context = { analysis, catalog: knowledge.catalog, suppressions };
      const touched = findings(analysed, document, settings).filter(
        ({ diagnostic }) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end,
      );
      const repairs = touched.flatMap(({ rule, finding, diagnostic }) =>
        (rule.fixes?.(finding, context, writer) ?? []).map((fix) =>
          toAction(fix, diagnostic, document, settings, false),
        ),
      );
      const silencers = touched.flatMap(({ rule, diagnostic }) =>
        rule.looksAtComments
          ? []
          : suppressionFixes(document, language, analysis.model, diagnostic).map((fix) =>
              toAction(fix, diagnostic, document, settings, true),
            ),
      );
      return [...repairs, ...silencers];
    },

    explain: (query, settings) => explainQuery(query, catalog, settings.docsLanguage).markdown,

    async model(document) {
      const language = languageOf(document);
      return language && modelOf(document, language, knowledgeOf(await host.projectOf(document.uri)));
    },

    forget(uri) {
      remembered.delete(uri);
    },
  };
}

/** Rules that look at what the others have found come last. */
const IN_ORDER = [...RULES.filter((rule) => !rule.looksAtComments), ...RULES.filter((rule) => rule.looksAtComments)];

function toDiagnostic({ span, severity, message }: Problem, settings: Settings): Diagnostic {
  return { rule: PROJECT_FILE_RULE, vendor: 'thinq', severity, span, message: inLanguage(message, settings) };
}

function toAction(
  fix: Fix,
  diagnostic: Diagnostic,
  document: Document,
  settings: Settings,
  silences: boolean,
): CodeAction {
  return {
    title: inLanguage(fix.title, settings),
    edits: withLineEnds(fix.edits, document.text),
    preferred: fix.preferred,
    safe: fix.safe,
    silences,
    diagnostic,
  };
}

/** Languages print lines with LF; a file that uses CRLF keeps it. */
function withLineEnds(edits: readonly Edit[], text: string): readonly Edit[] {
  return text.includes('\r\n') ? edits.map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', '\r\n') })) : edits;
}

/** A text in the language that the user reads; both, one below the other, where wanted. */
export function inLanguage(text: Localized, { docsLanguage }: Settings): string {
  return docsLanguage === 'both' ? `${text.en}\n${text.ko}` : text[docsLanguage];
}

/** The same where there is one line only. */
function inOneLine(text: Localized, settings: Settings): string {
  return inLanguage(text, settings).replaceAll('\n', ' · ').replace(/\.$/, '');
}

function linkOf(catalog: Catalog, vendor: Vendor, language: Settings['docsLanguage']): string | undefined {
  const id = vendor === 'nugu' ? 'nugu/device-level' : language === 'ko' ? 'thinq-connect/ko' : 'thinq-connect/en';
  return catalog.data.sources.find((source) => source.id === id)?.url;
}

/** Why a text is not even looked into. */
function whyUnread(text: string, language: Language): Localized | undefined {
  if (text.length > language.limit) return tooLong(text.length, language);
  // A NUL stands in no source text; what holds one is a binary file under a text file's name.
  return text.slice(0, 8000).includes('\0') ? BINARY : undefined;
}

const BINARY: Localized = { en: 'Not checked: this is a binary file.', ko: '검사하지 않음: 바이너리 파일입니다.' };

const TANGLED: Localized = {
  en: 'Not checked: too tangled to be read in time (thousands of brackets or operators inside one another).',
  ko: '검사하지 않음: 괄호나 연산자가 수천 겹으로 얽혀 있어 제때 읽을 수 없습니다.',
};

function tooLong(length: number, language: Language): Localized {
  const mega = (units: number): string => (units / 1_000_000).toFixed(1);
  return {
    en: `Not checked: ${mega(length)} million characters; the limit is ${mega(language.limit)} million.`,
    ko: `검사하지 않음: ${mega(length)}백만 자로, 한도 ${mega(language.limit)}백만 자를 넘습니다.`,
  };
}
