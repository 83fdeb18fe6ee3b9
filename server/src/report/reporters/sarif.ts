import { wholeText } from '../../catalog/byVendor.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Vendor } from '../../catalog/types.ts';
import type { Rule } from '../../rules/rule.ts';
import { SEVERITIES, type Settings, type Severity } from '../../settings.ts';
import type { FileReport, Position, ReportedFinding, ReportedFix } from '../report.ts';
import { jsonPieces } from './jsonPieces.ts';
import { inWords, label, type Reporter, TOOL } from './reporter.ts';

/** The name under which all paths are given: where it lies is said once. */
const BASE = 'SRCROOT';

/** Levels of the report that come in pieces, down to a result. */
const LEVELS = 5;

/** SARIF knows no hints; `none` is for what is no problem at all. */
const SARIF_LEVELS: { readonly [severity in Severity]: 'error' | 'warning' | 'note' | 'none' } = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/**
 * SARIF 2.1.0 (OASIS), as GitHub's code scanning and many editors read it. Holds no time and no name of the machine:
 * the same findings give the same text.
 */
export const sarif: Reporter = ({ files }, { catalog, docsLanguage, rules, version, root }) => {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const skipped = files.filter((file) => file.skipped !== undefined);
  return jsonPieces(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: TOOL,
              fullName: 'ThinQ & NUGU Codes',
              version,
              semanticVersion: version,
              language: docsLanguage === 'ko' ? 'ko' : 'en',
              rules: rules.map((rule) => descriptorOf(rule, catalog, docsLanguage)),
            },
          },
          invocations: [
            { executionSuccessful: true, toolExecutionNotifications: skipped.map((file) => notification(file)) },
          ],
          originalUriBaseIds: {
            [BASE]: {
              ...(root !== '' && { uri: folderUri(root) }),
              description: { text: label(ROOT, docsLanguage) },
            },
          },
          columnKind: 'utf16CodeUnits',
          results: resultsOf(files, indexOf),
        },
      ],
    },
    LEVELS,
    'lines',
  );
};

function* resultsOf(files: readonly FileReport[], indexOf: ReadonlyMap<string, number>): Generator<object> {
  for (const { path, findings } of files)
    for (const finding of findings) yield resultOf(path, finding, indexOf.get(finding.rule));
}

const ROOT = { en: 'The folder that was checked.', ko: '검사한 폴더입니다.' };

function descriptorOf(rule: Rule, catalog: Catalog, language: Settings['docsLanguage']): object {
  const { id, docs } = rule;
  const severity = SEVERITIES[Math.max(...Object.values(rule.severity).map((one) => SEVERITIES.indexOf(one)))] ?? 'off';
  const [title, why] = [inWords(docs.title, language), inWords(wholeText(docs.why), language)];
  const pages = pagesOf(rule, catalog, language);
  const silence = label(
    {
      en: `A comment \`thinq-nugu-ignore-next-line ${id} -- reason\` silences it on the next line, and \`"${id}": "off"\` under \`rules\` in .thinq-nugu.json for a whole folder.`,
      ko: `\`thinq-nugu-ignore-next-line ${id} -- 이유\` 주석은 다음 줄에서, .thinq-nugu.json의 \`rules\` 아래 \`"${id}": "off"\`는 폴더 전체에서 이 규칙을 끕니다.`,
    },
    language,
  );
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: [why, silence, ...pages.map((page) => `${page.title}: ${page.url}`)].join('\n\n'),
      markdown: [why, silence, pages.map((page) => `- [${page.title}](${page.url})`).join('\n')].join('\n\n'),
    },
    ...(pages[0] && { helpUri: pages[0].url }),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: SARIF_LEVELS[severity] },
    properties: { tags: vendorsOf(rule) },
  };
}

/** `unknown-code` is `UnknownCode`. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function vendorsOf({ severity }: Rule): readonly Vendor[] {
  return (['thinq', 'nugu'] as const).filter((vendor) => severity[vendor] !== undefined);
}

/** The vendors' pages on the codes that the rule is about. */
function pagesOf(rule: Rule, catalog: Catalog, language: Settings['docsLanguage']) {
  const thinq = language === 'ko' ? 'thinq-connect/ko' : 'thinq-connect/en';
  const ids = vendorsOf(rule).map((vendor) => (vendor === 'thinq' ? thinq : 'nugu/device-level'));
  return ids.flatMap((id) => {
    const source = catalog.data.sources.find((one) => one.id === id);
    return source?.url === undefined ? [] : [{ title: label(source.title, language), url: source.url }];
  });
}

function resultOf(path: string, finding: ReportedFinding, ruleIndex: number | undefined): object {
  const { rule, vendor, severity, message, fingerprint, fixes, link } = finding;
  // Reports that are merged may be older than versions of fingerprints.
  const [, version = 'v1', hash] = /^(?:(v\d+):)?(.*)$/s.exec(fingerprint) ?? [];
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: SARIF_LEVELS[severity],
    message: { text: withoutLinks(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(path),
          ...regionsOf(finding),
        },
      },
    ],
    partialFingerprints: { [`thinqNuguFinding/${version}`]: hash },
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(path, fix)) }),
    properties: { ...(vendor && { vendor }), ...(link !== undefined && { page: link }) },
  };
}

/** Where it is, and what stands there: of further lines the report does not know the text. */
function regionsOf({ start, end, sourceLine, sourceFrom = 0, sourceCut }: ReportedFinding): object {
  if (start.line !== end.line) return { region: regionOf(start, end) };
  const quoted = sourceLine.slice(start.character - sourceFrom, end.character - sourceFrom);
  const isWhole = sourceFrom === 0 && !sourceCut;
  const context = { line: start.line, character: sourceFrom };
  return {
    region: {
      ...regionOf(start, end),
      ...(end.character <= sourceFrom + sourceLine.length && { snippet: { text: quoted } }),
    },
    contextRegion: {
      ...(isWhole
        ? { startLine: start.line + 1 }
        : regionOf(context, { line: start.line, character: sourceFrom + sourceLine.length })),
      snippet: { text: sourceLine },
    },
  };
}

function fixOf(path: string, { title, edits }: ReportedFix): object {
  return {
    description: { text: withoutLinks(title) },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: edits.map(({ start, end, text }) => ({
          deletedRegion: regionOf(start, end),
          insertedContent: { text },
        })),
      },
    ],
  };
}

function notification({ path, skipped = '' }: FileReport): object {
  return {
    level: 'note',
    message: { text: skipped },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}

/** Lines and columns from 1, columns in UTF-16 units; the end column is the one behind the last character. */
function regionOf(start: Position, end: Position): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function artifact(path: string): object {
  return { uri: encodePath(path), uriBaseId: BASE };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** A colon would make a scheme of what stands before it, and a half of a character has no bytes. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** The address of a folder, which ends with a slash: `/a b` is `file:///a%20b/`, and so is `C:\a b` with its drive. */
function folderUri(root: string): string {
  const path = root.replaceAll('\\', '/').replace(/\/*$/, '');
  const drive = /^[A-Za-z]:/.exec(path)?.[0];
  if (drive !== undefined) return `file:///${drive}${encodePath(path.slice(drive.length))}/`;
  // A share: `//server/folder`.
  return path.startsWith('//') ? `file:${encodePath(path)}/` : `file://${encodePath(path)}/`;
}

/** In a message `[text](address)` is a link; what a source file says must not become one. */
function withoutLinks(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}
