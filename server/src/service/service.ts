import { harmless } from '../catalog/harmless.ts';
import { loadCatalogData } from '../catalog/load.ts';
import type { Localized } from '../catalog/types.ts';
import { completeAt } from '../features/completion/complete.ts';
import { describeCode, describeName, describeProtocol } from '../features/describe/describe.ts';
import { plainIn } from '../features/describe/language.ts';
import { harmlessMarkdown } from '../features/describe/markdown.ts';
import { explainQuery } from '../features/explain/explain.ts';
import { explainText } from '../features/explain/log.ts';
import { pageLinksIn } from '../features/explain/pageLinks.ts';
import { hoverAt } from '../features/hover/hover.ts';
import { hintsIn } from '../features/inlayHints.ts';
import { lensesOf } from '../features/lenses.ts';
import { catalogRows } from '../features/pages/catalogRows.ts';
import { lookUpRows } from '../features/pages/lookUp.ts';
import { pageAt } from '../features/pages/page.ts';
import { type RuleExample, whyInLine } from '../features/pages/rulePage.ts';
import { codesNamedAt, placesOf, type ReadText } from '../features/references/codePlaces.ts';
import { misspeltAt, misspeltIn } from '../features/references/misspelt.ts';
import { outlineOf, siteAround, siteAt } from '../features/siteOutline.ts';
import { type SilentReason, type Standing, standingOf } from '../features/standing.ts';
import { createFixWriter } from '../fixes/fixWriter.ts';
import type { Language } from '../languages/language.ts';
import type { Span } from '../model/model.ts';
import { isProjectFile } from '../project/fileNames.ts';
import type { Problem } from '../project/problem.ts';
import type { Known } from '../project/projectFile.ts';
import { RULES } from '../rules/registry.ts';
import type { Settings } from '../settings.ts';
import { actionsAt } from './actions.ts';
import type { Analysed } from './analysed.ts';
import {
  type CodeAction,
  type Diagnostic,
  type Document,
  type Host,
  type LanguageService,
  PROJECT_FILE_RULE,
} from './api.ts';
import { createDocuments, type ReadingPolicy } from './documents.ts';
import { createLexicons } from './lexicons.ts';
import { TANGLED, whyUnread } from './unread.ts';

/** What a project file may name: rules, and codes that are no team's own. */
export function whatIsKnown(): Known {
  const documented = new Set(loadCatalogData().codes.map(({ vendor, code }) => `${vendor} ${code}`));
  return {
    rules: RULES.map(({ id }) => id),
    isDocumented: (vendor, code) => documented.has(`${vendor} ${code}`),
  };
}

/** Makes the service. Grammars are read through the host when a file first needs them. */
export function createLanguageService(host: Host, policy: ReadingPolicy = {}): LanguageService {
  const lexicons = createLexicons(loadCatalogData());
  const { catalog } = lexicons.common;
  const documents = createDocuments(host, lexicons, policy);

  /** The language of a document that is to be checked and may have findings. */
  const checkedLanguageOf = async (document: Document): Promise<Language | undefined> => {
    const language = documents.languageOf(document);
    if (!language || language.isNeverChecked) return undefined;
    // A grammar is loaded for the most part in the background, and its project found on the disk.
    documents.begin(document, language);
    const project = await host.projectOf(document.uri);
    if (project.isExcluded) return undefined;
    return (await documents.mayHaveFindings(document, language, project)) ? language : undefined;
  };

  /** The fix that adds all codes that are missing at a dispatch site. @param head what it decides on */
  const addsAllAt = (
    document: Document,
    analysed: Analysed,
    head: Span,
    settings: Settings,
  ): CodeAction | undefined => {
    if (analysed.analysis.project.isExcluded) return undefined;
    return documents
      .rulesOn(document, analysed, settings)
      .filter(({ diagnostic: { span } }) => span.start === head.start && span.end === head.end)
      .flatMap(({ repairs }) => repairs())
      .find(({ addsAll }) => addsAll);
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
      const analysed = await documents.analysed(document);
      if (!analysed) return { diagnostics: [], skipped: { reason: TANGLED } };
      return { diagnostics: documents.findingsIn(document, analysed, settings) };
    },

    async standing(document) {
      const language = documents.languageOf(document);
      if (!language || isProjectFile(document.uri)) return undefined;
      const silent = (why: SilentReason): Standing => ({ state: 'silent', why, about: [] });
      if (language.isNeverChecked) return silent('explained');
      const project = await host.projectOf(document.uri);
      if (project.isExcluded) return silent('excluded');
      if (!(await documents.mayHaveFindings(document, language, project))) return silent('no words');
      const analysed = await documents.analysed(document);
      return analysed && standingOf(analysed.analysis);
    },

    async resolve(document) {
      if (isProjectFile(document.uri) || !(await checkedLanguageOf(document))) return undefined;
      const analysed = await documents.analysed(document);
      return analysed && { analysis: analysed.analysis, isProgram: analysed.language.isProgram };
    },

    async hover(document, offset, { docsLanguage: language }) {
      const analysed = await documents.analysed(document, 'at hand');
      const hover = analysed && hoverAt({ analysis: analysed.analysis, text: document.text, offset, language });
      return hover && { ...hover, markdown: harmlessMarkdown(hover.markdown) };
    },

    async lenses(document, settings) {
      const language = documents.languageOf(document);
      if (!settings.codeLens || !language || language.isNeverChecked) return [];
      if (!(await documents.mayHaveFindings(document, language, await host.projectOf(document.uri)))) return [];
      const analysed = await documents.analysed(document);
      const found = analysed ? lensesOf(analysed.analysis) : [];
      return found.map(({ text, span, head }) => {
        const addAll = analysed && addsAllAt(document, analysed, head, settings);
        return {
          title: inOneLine(text, settings),
          span,
          at: head.start,
          ...(addAll && { addAll: addAll.title.replaceAll('\n', ' · ') }),
        };
      });
    },

    async hints(document, span, { inlayHints, docsLanguage }) {
      const language = documents.languageOf(document);
      if (!inlayHints || !language) return [];
      const project = await host.projectOf(document.uri);
      if (!language.isNeverChecked && !(await documents.mayHaveFindings(document, language, project))) return [];
      const analysed = project.isExcluded ? undefined : await documents.analysed(document);
      const found = analysed ? hintsIn(analysed.analysis, document.text, span, docsLanguage) : [];
      return found.map((one) => ({ ...one, label: harmless(one.label), tooltip: harmless(one.tooltip) }));
    },

    async siteAt(document, offset, { docsLanguage }) {
      const analysed = await documents.analysed(document);
      const found = analysed && (siteAt(analysed.analysis, offset)?.found ?? siteAround(analysed.analysis, offset));
      return found && outlineOf(found, analysed.lexicon.catalog, docsLanguage);
    },

    async complete(document, offset, { docsLanguage }) {
      if (documents.languageOf(document)?.isNeverChecked) return [];
      const context = await documents.context(document);
      if (!context) return [];
      const { language, lexicon, surrounding } = context;
      const items = await completeAt({
        outside: surrounding.outside,
        catalog: lexicon.catalog,
        text: document.text,
        offset,
        language,
        docsLanguage,
        hasDirectives: lexicon.vocabulary.hasDirectives(document.text),
        analysis: () => documents.analyseIn(context, document.text, document),
        analyseInstead: (text) => documents.analyseIn(context, text, document),
        writerFor: ({ model }, text) => createFixWriter(language, model, text),
      });
      return items.map((item) => ({
        ...item,
        label: harmless(item.label),
        detail: harmless(item.detail),
        ...(item.gloss !== undefined && { gloss: harmless(item.gloss) }),
      }));
    },

    async describe(vendor, code, { docsLanguage }, uri) {
      const { catalog: known } = uri === undefined ? lexicons.common : lexicons.of(await host.projectOf(uri));
      const entry = known.find(vendor, code);
      if (entry) return harmlessMarkdown(describeCode(entry, known, docsLanguage));
      return describeName(code, known, docsLanguage) ?? describeProtocol(code, known, docsLanguage);
    },

    async actions(document, span, settings) {
      const analysed = await documents.analysed(document);
      if (!analysed || analysed.analysis.project.isExcluded || isProjectFile(document.uri)) return [];
      return actionsAt(documents.rulesOn(document, analysed, settings), span);
    },

    async chosen(document, offset, text, settings) {
      const analysed = await documents.analysed(document);
      if (!analysed || analysed.analysis.project.isExcluded) return undefined;
      const found = documents
        .rulesOn(document, analysed, settings)
        .find(({ diagnostic }) => diagnostic.takesChoice && diagnostic.span.start === offset);
      const vendor = found?.diagnostic.vendor;
      const code = vendor && analysed.lexicon.catalog.find(vendor, text);
      return code && found.chosen(code)[0];
    },

    explain: (query, settings) =>
      harmlessMarkdown(explainQuery(query, { catalog, rules: RULES }, settings.docsLanguage).markdown),
    explainText: (text, settings) =>
      harmlessMarkdown(explainText(text, { catalog, rules: RULES }, settings.docsLanguage)),

    async codesAt(document, offset) {
      const analysed = await documents.analysed(document);
      return analysed && codesNamedAt(textOf(document, analysed), offset);
    },

    async placesOf(document, codes, usedElsewhere = new Set()) {
      const analysed = await documents.analysed(document);
      if (!analysed) return { places: [], constants: [], outsideConstants: [] };
      return placesOf(textOf(document, analysed), new Set(codes), usedElsewhere);
    },

    async originOf(document, span) {
      const analysed = await documents.analysed(document);
      const mention = analysed?.analysis.model.mentions.find(
        ({ kind, span: own }) => kind === 'reference' && own.start <= span.start && span.end <= own.end,
      );
      const name = mention?.name;
      const path = name === undefined ? undefined : analysed?.surrounding.outside.origins?.get(name);
      return name === undefined || path === undefined
        ? undefined
        : { path, name: name.slice(name.lastIndexOf('.') + 1) };
    },

    async misspeltAt(document, offset) {
      const analysed = await documents.analysed(document);
      return analysed && misspeltAt(analysed.analysis, document.text, offset);
    },

    async misspeltIn(document, misspelt) {
      const analysed = await documents.analysed(document);
      return analysed ? misspeltIn(analysed.analysis, document.text, misspelt) : [];
    },

    async page(path, query, { docsLanguage }, placesOf) {
      const { catalog: known } = query.includes(':') ? lexicons.of(await host.projectOf(query)) : lexicons.common;
      const sources = { catalog: known, rules: RULES, exampleOf, placesOf };
      const markdown = await pageAt(path, sources, docsLanguage, query);
      return markdown === undefined ? undefined : harmlessMarkdown(markdown);
    },

    async lookUp({ docsLanguage }, uri) {
      const known = uri === undefined ? lexicons.common : lexicons.of(await host.projectOf(uri));
      const rows = lookUpRows(known.catalog, RULES, docsLanguage, uri);
      return rows.map((row) => ({ ...row, gloss: harmless(row.gloss) }));
    },

    linksIn: (line, { docsLanguage }) => pageLinksIn(line, { catalog, rules: RULES }, docsLanguage),

    catalogRows: ({ docsLanguage }) => catalogRows(catalog, docsLanguage),

    why(rule, vendor, { docsLanguage }) {
      const found = RULES.find(({ id }) => id === rule);
      return found ? whyInLine(found, vendor, docsLanguage) : '';
    },

    async model(document) {
      const language = documents.languageOf(document);
      return language && documents.modelOf(document, language, await host.projectOf(document.uri));
    },

    wordsBehind: documents.wordsBehind,
    change: documents.change,
    reset: documents.reset,
    get readsOthers() {
      return documents.readsOthers;
    },
    forget: documents.forget,
  };
}

/** Examples are read when somebody opens a page. */
async function exampleOf(rule: string): Promise<RuleExample | undefined> {
  const { default: examples } = await import('../rules/examples.json');
  return (examples as { readonly [rule: string]: RuleExample })[rule];
}

function toDiagnostic({ span, severity, message }: Problem, { docsLanguage }: Settings): Diagnostic {
  return { rule: PROJECT_FILE_RULE, severity, span, message: plainIn(message, docsLanguage) };
}

function textOf({ text }: Document, { analysis, language, surrounding: { outside } }: Analysed): ReadText {
  return { analysis, text, language, outside };
}

/** A text where there is one line only. */
function inOneLine(text: Localized, { docsLanguage }: Settings): string {
  return plainIn(text, docsLanguage).replaceAll('\n', ' · ').replace(/\.$/, '');
}
