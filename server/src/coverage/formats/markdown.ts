import { codeSpan, escapeMarkdown } from '../../features/describe/markdown.ts';
import {
  type CodeCoverage,
  type Coverage,
  type Group,
  percentByName,
  percentOf,
  STATES,
  tallyOf,
  type VendorCoverage,
} from '../coverage.ts';
import { USE_KINDS } from '../uses.ts';
import {
  COVERED,
  codeTitle,
  dispatchesInWords,
  documentGroups,
  type Format,
  type FormatOptions,
  groupName,
  STATE_MARKS,
  STATE_NAMES,
  VENDORS,
  WORDS,
  word,
} from './format.ts';

/** Places that are named for a code; more are counted. */
const MOST_PLACES = 3;

/** For a pull request, a job's summary or a wiki. */
export const markdown: Format = (coverage, options) =>
  [
    `# ${word(WORDS.title, options.docsLanguage)}: ${escapeMarkdown(options.project)}`,
    overview(coverage, options),
    ...coverage.vendors.map((vendor) => vendorPart(vendor, options)),
    ...folderPart(coverage, options),
    `_${word(WORDS.ours, options.docsLanguage)}_`,
  ].join('\n\n');

function overview({ vendors }: Coverage, { docsLanguage }: FormatOptions): string {
  return table(
    [
      '',
      '%',
      word(BY_NAME, docsLanguage),
      ...STATES.map((state) => `${STATE_MARKS[state]} ${word(STATE_NAMES[state], docsLanguage)}`),
    ],
    vendors.map(({ vendor, codes }) => {
      const tally = tallyOf(codes);
      const counted = STATES.map((state) => String(tally[state]));
      return [
        `**${word(VENDORS[vendor], docsLanguage)}**`,
        `**${percentOf(tally)}%**`,
        `${percentByName(tally)}%`,
        ...counted,
      ];
    }),
  );
}

const BY_NAME = { en: 'by name', ko: '코드별' };

function vendorPart(vendor: VendorCoverage, options: FormatOptions): string {
  const { docsLanguage } = options;
  const documents = documentGroups(vendor);
  const dispatches = dispatchesInWords(vendor, docsLanguage);
  return [
    `## ${word(VENDORS[vendor.vendor], docsLanguage)}`,
    ...(dispatches === undefined ? [] : [dispatches]),
    groupTable(word(WORDS.classes, docsLanguage), vendor.classes, vendor, options),
    ...(documents.groups.length === 0
      ? []
      : [groupTable(word(documents.title, docsLanguage), documents.groups, vendor, options)]),
    codeTable(vendor.codes, options),
    ...(vendor.undocumented.length === 0
      ? []
      : [`### ${word(WORDS.undocumented, docsLanguage)}`, codeTable(vendor.undocumented, options)]),
  ].join('\n\n');
}

function groupTable(
  title: string,
  groups: readonly Group[],
  { vendor }: VendorCoverage,
  options: FormatOptions,
): string {
  const { docsLanguage } = options;
  return table(
    [title, word(COVERED[vendor], docsLanguage), word(LEFT, docsLanguage)],
    groups.map((group) => {
      const { covered, total } = tallyOf(group.codes);
      const left = group.codes.filter((one) => !one.covered).map(({ code }) => `\`${code.code}\``);
      return [escapeMarkdown(groupName(group, options)), `${covered}/${total}`, left.join(' ')];
    }),
  );
}

const LEFT = { en: 'left', ko: '남은 코드' };

/** Every code in a part that can be folded away: a summary needs none of them. */
function codeTable(codes: readonly CodeCoverage[], options: FormatOptions): string {
  const { docsLanguage } = options;
  const rows = codes.map(({ code, state, places }) => [
    escapeMarkdown(codeTitle(code, options)),
    `${STATE_MARKS[state]} ${word(STATE_NAMES[state], docsLanguage)}`,
    [
      ...places.slice(0, MOST_PLACES).map(({ path, line }) => codeSpan(`${path}:${line + 1}`)),
      ...(places.length > MOST_PLACES ? [`+${places.length - MOST_PLACES}`] : []),
    ]
      .join(' ')
      .replaceAll('|', '\\|'),
  ]);
  const head = [word(CODE, docsLanguage), '', word(PLACE, docsLanguage)];
  return `<details><summary>${word(ALL, docsLanguage)}</summary>\n\n${table(head, rows)}\n\n</details>`;
}

const CODE = { en: 'code', ko: '코드' };
const PLACE = { en: 'where', ko: '위치' };
const ALL = { en: 'All codes', ko: '전체 코드' };

function folderPart({ folders }: Coverage, { docsLanguage }: FormatOptions): readonly string[] {
  if (folders.length === 0) return [word(WORDS.nothing, docsLanguage)];
  const states = USE_KINDS;
  const head = [word(FOLDER, docsLanguage), ...states.map((state) => word(STATE_NAMES[state], docsLanguage))];
  const rows = folders.map(({ path, tally }) => [escapeMarkdown(path), ...states.map((state) => String(tally[state]))]);
  return [`## ${word(WORDS.folders, docsLanguage)}`, table(head, rows)];
}

const FOLDER = { en: 'folder', ko: '폴더' };

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
