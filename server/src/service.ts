import { type Catalog, createCatalog } from './catalog/catalog.ts';
import { loadCatalogData } from './catalog/load.ts';
import type { Localized, Vendor } from './catalog/types.ts';
import { createMarksReader, type Marks } from './evidence/marks.ts';
import type { ProjectFacts } from './evidence/project.ts';
import { type ResolvedModel, resolve } from './evidence/resolve.ts';
import { createVocabulary } from './evidence/vocabulary.ts';
import { type CompletionItem, completionsAt } from './features/completion.ts';
import { probesAt } from './features/cursor.ts';
import { describeCode } from './features/describe.ts';
import { explainQuery } from './features/explain.ts';
import { codesAt } from './features/hover.ts';
import { siteAt } from './features/siteHover.ts';
import { suppressionFixes } from './features/suppress.ts';
import type { Assets, Language } from './languages/language.ts';
import { createLanguages } from './languages/languages.ts';
import { createLines } from './model/lines.ts';
import type { FileModel, Span } from './model/model.ts';
import { createFixWriter } from './rules/fixWriter.ts';
import { RULES } from './rules/registry.ts';
import type { Edit, Finding, Fix, Rule } from './rules/rule.ts';
import { isSuppressed, readSuppressions } from './rules/suppressions.ts';
import type { Settings, Severity } from './settings.ts';

/** What the service needs of the world it runs in. */
export interface Host {
  readonly assets: Assets;
  /** What surrounds a file; called for each request, so it must be quick or remember. */
  projectOf(uri: string): Promise<ProjectFacts>;
}

/** A text as an editor or a command line holds it. */
export interface Document {
  readonly uri: string;
  readonly languageId?: string;
  /** Raised with each change; two documents with the same URI and version have the same text. */
  readonly version: number;
  readonly text: string;
}

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
  readonly diagnostic: Diagnostic;
}

/**
 * Everything the product can say about a text: what editor, command line and tests use. Requests about a language
 * that it does not read answer with nothing. Rejects only when a grammar cannot be loaded.
 */
export interface LanguageService {
  readonly catalog: Catalog;
  diagnose(document: Document, settings: Settings): Promise<Diagnosis>;
  hover(document: Document, offset: number, settings: Settings): Promise<Hover | undefined>;
  complete(document: Document, offset: number, settings: Settings): Promise<readonly CompletionItem[]>;
  /** Markdown for a code on offer. */
  describe(vendor: Vendor, code: string, settings: Settings): string | undefined;
  /** Fixes for the findings that touch a span, and the comments that would silence them. */
  actions(document: Document, span: Span, settings: Settings): Promise<readonly CodeAction[]>;
  /** Markdown for anything that names a code: the code, a word, a symbol, a message, a log line. */
  explain(query: string, settings: Settings): string;
  /** The model of a document, for tests and the curious. */
  model(document: Document): Promise<FileModel | undefined>;
  /** Forgets a document that was closed. */
  forget(uri: string): void;
}

/** Documents whose models are kept; an editor rarely asks about more at once. */
const REMEMBERED = 32;

/** What was found out about one version of a document. */
interface Remembered {
  readonly version: number;
  language?: Language;
  model?: Promise<FileModel | undefined>;
  marks?: Marks;
  /** What it says with regard to a project; another project asks anew. */
  resolved?: ResolvedModel;
  project?: ProjectFacts;
}

interface Analysis {
  readonly language: Language;
  readonly project: ProjectFacts;
  readonly resolved: ResolvedModel;
}

/** Makes the service. Grammars are read through the host when a file first needs them. */
export function createLanguageService(host: Host): LanguageService {
  const catalog = createCatalog(loadCatalogData());
  const vocabulary = createVocabulary(catalog);
  const readMarks = createMarksReader(catalog);
  const languages = createLanguages(host.assets);
  const remembered = new Map<string, Remembered>();

  const languageOf = (document: Document): Language | undefined => languages.of(document.languageId, document.uri);
  const isTooLong = (document: Document, language: Language): boolean => document.text.length > language.limit;

  const read = async (language: Language, text: string): Promise<FileModel | undefined> => {
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
  const marksOf = (document: Document): Marks => {
    const known = recall(document);
    known.marks ??= readMarks(document.text);
    return known.marks;
  };
  const modelOf = (document: Document, language: Language): Promise<FileModel | undefined> => {
    const known = recall(document);
    if (known.model && known.language === language) return known.model;
    const model = read(language, document.text);
    known.model = model;
    known.language = language;
    delete known.resolved;
    // A grammar that failed to load may load next time.
    model.catch(() => remembered.delete(document.uri));
    return model;
  };
  const analyse = async (document: Document): Promise<Analysis | undefined> => {
    const language = languageOf(document);
    if (!language || isTooLong(document, language) || isBinary(document.text)) return undefined;
    const [model, project] = await Promise.all([modelOf(document, language), host.projectOf(document.uri)]);
    if (!model) return undefined;
    const known = recall(document);
    if (known.resolved?.model !== model || known.project !== project) {
      known.resolved = resolve(model, marksOf(document), project, catalog);
      known.project = project;
    }
    return { language, project, resolved: known.resolved };
  };

  /** Whether any rule could find anything: a question about text, asked before the text is parsed. */
  const mayHaveFindings = async (document: Document, marks: Marks): Promise<boolean> => {
    if (marks.found.thinq.length > 0 || marks.found.nugu.length > 0) return true;
    if (/messageId|resultCode/i.test(document.text)) return true;
    const project = await host.projectOf(document.uri);
    return project.implied.length + project.declared.length > 0;
  };

  const findings = (analysis: Analysis, document: Document, settings: Settings) => {
    const lines = createLines(document.text);
    const suppressions = readSuppressions(document.text, analysis.resolved.model.comments, lines.lineOf);
    const context = { resolved: analysis.resolved, catalog };
    const found: { rule: Rule; finding: Finding; diagnostic: Diagnostic }[] = [];
    for (const rule of RULES) {
      const set = analysis.project.rules[rule.id] ?? settings.rules[rule.id];
      if (set === 'off') continue;
      for (const finding of rule.check(context)) {
        const severity = set ?? rule.severity[finding.vendor];
        if (severity === 'off' || isSuppressed(suppressions, rule.id, lines.lineOf(finding.span.start))) continue;
        const link = linkOf(catalog, finding.vendor, settings.docsLanguage);
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
      const language = languageOf(document);
      if (!language || language.isNeverChecked) return { diagnostics: [] };
      if (!(await mayHaveFindings(document, marksOf(document)))) return { diagnostics: [] };
      const skipped = isTooLong(document, language)
        ? tooLong(document.text.length, language)
        : isBinary(document.text)
          ? BINARY
          : undefined;
      if (skipped) return { diagnostics: [], skipped: { reason: skipped } };
      const analysis = await analyse(document);
      if (!analysis) return { diagnostics: [], skipped: { reason: TANGLED } };
      return { diagnostics: findings(analysis, document, settings).map(({ diagnostic }) => diagnostic) };
    },

    async hover(document, offset, settings) {
      const analysis = await analyse(document);
      if (!analysis) return undefined;
      const explained = codesAt(analysis.resolved, document.text, offset, catalog);
      const site = explained ? undefined : siteAt(analysis.resolved, offset, catalog);
      if (site) return { markdown: inLanguage(site.text, settings), span: site.span };
      if (!explained) return undefined;
      const markdown = explained.codes
        .map((code) => describeCode(code, catalog, settings.docsLanguage))
        .join('\n\n---\n\n');
      return { markdown, span: explained.span };
    },

    async complete(document, offset) {
      const language = languageOf(document);
      if (!language || language.isNeverChecked) return [];
      if (isTooLong(document, language) || isBinary(document.text)) return [];
      if (!(await modelOf(document, language))) return [];
      const project = await host.projectOf(document.uri);
      for (const probe of probesAt(document.text, offset, language)) {
        const model = await read(language, probe.text);
        if (!model) return [];
        const resolved = resolve(model, readMarks(probe.text), project, catalog);
        const items = completionsAt(resolved, probe, catalog, createFixWriter(language, model, probe.text));
        if (items.length > 0) return items.map((item) => ({ ...item, more: withLineEnds(item.more, document.text) }));
      }
      return [];
    },

    describe(vendor, code, settings) {
      const entry = catalog.find(vendor, code);
      return entry && describeCode(entry, catalog, settings.docsLanguage);
    },

    async actions(document, span, settings) {
      const analysis = await analyse(document);
      if (!analysis) return [];
      const { language, resolved } = analysis;
      const writer = createFixWriter(language, resolved.model, document.text);
      const context = { resolved, catalog };
      const touched = findings(analysis, document, settings).filter(
        ({ diagnostic }) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end,
      );
      const repairs = touched.flatMap(({ rule, finding, diagnostic }) =>
        (rule.fixes?.(finding, context, writer) ?? []).map((fix) => ({ fix, diagnostic })),
      );
      const silencers = touched.flatMap(({ diagnostic }) =>
        suppressionFixes(document, language, resolved.model, diagnostic).map((fix) => ({ fix, diagnostic })),
      );
      return [...repairs, ...silencers].map(({ fix, diagnostic }) => toAction(fix, diagnostic, document, settings));
    },

    explain: (query, settings) => explainQuery(query, catalog, settings.docsLanguage).markdown,

    async model(document) {
      const language = languageOf(document);
      return language && modelOf(document, language);
    },

    forget(uri) {
      remembered.delete(uri);
    },
  };
}

function toAction(fix: Fix, diagnostic: Diagnostic, document: Document, settings: Settings): CodeAction {
  return {
    title: inLanguage(fix.title, settings),
    edits: withLineEnds(fix.edits, document.text),
    preferred: fix.preferred,
    safe: fix.safe,
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

function linkOf(catalog: Catalog, vendor: Vendor, language: Settings['docsLanguage']): string | undefined {
  const id = vendor === 'nugu' ? 'nugu/device-level' : language === 'ko' ? 'thinq-connect/ko' : 'thinq-connect/en';
  return catalog.data.sources.find((source) => source.id === id)?.url;
}

/** A NUL stands in no source text; what holds one is a binary file under a text file's name. */
function isBinary(text: string): boolean {
  return text.slice(0, 8000).includes('\0');
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
