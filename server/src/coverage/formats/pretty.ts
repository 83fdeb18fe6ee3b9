import { harmless, withoutCommand } from '../../catalog/harmless.ts';
import type { Localized } from '../../catalog/types.ts';
import { columnsOf, wrap } from '../../report/columns.ts';
import { type Style, type Styles, stylesOf } from '../../report/styles.ts';
import {
  type CodeCoverage,
  type Coverage,
  type Group,
  STATES,
  type State,
  type Tally,
  tallyOf,
  type VendorCoverage,
} from '../coverage.ts';
import { USE_KINDS } from '../uses.ts';
import {
  capabilityOf,
  dispatchesInWords,
  type Format,
  type FormatOptions,
  groupName,
  STATE_MARKS,
  STATE_NAMES,
  shareInWords,
  VENDORS,
  WORDS,
  word,
} from './format.ts';

/** Columns of the whole page, and of a bar. */
const PAGE_COLUMNS = 100;
const BAR_COLUMNS = 20;

/** For people at a terminal: a bar and a map of the codes for each vendor, then what is left by several respects. */
export const pretty: Format = (coverage, options) => {
  const styles = stylesOf(options.styled);
  return [
    ...coverage.vendors.map((vendor) => vendorPart(vendor, options, styles)),
    folderPart(coverage, options, styles),
    legend(options, styles),
  ].join('\n\n');
};

function vendorPart(vendor: VendorCoverage, options: FormatOptions, styles: Styles): string {
  const { docsLanguage } = options;
  const tally = tallyOf(vendor.codes);
  const name = word(VENDORS[vendor.vendor], docsLanguage);
  const share = shareInWords(vendor, docsLanguage);
  const counted = STATES.map((state) => `${tally[state]} ${word(STATE_NAMES[state], docsLanguage)}`).join(' · ');
  const dispatches = dispatchesInWords(vendor, docsLanguage);
  const isThinq = vendor.vendor === 'thinq';
  return [
    `${styles.bold(name)}  ${bar(tally, styles)}  ${styles.bold(share)}`,
    `  ${counted}`,
    ...(dispatches === undefined ? [] : [`  ${dispatches}`]),
    '',
    ...(isThinq ? vendor.ranges : vendor.classes).flatMap((group) => codeMap(group, options, styles)),
    ...groupPart(
      isThinq ? WORDS.classes : WORDS.directives,
      isThinq ? vendor.classes : capabilitiesOf(vendor),
      options,
      styles,
    ),
    ...undocumentedPart(vendor, options, styles),
  ].join('\n');
}

/** All codes of a group, each with the mark of its state. */
function codeMap(group: Group, options: FormatOptions, styles: Styles): readonly string[] {
  return [`  ${styles.dim(groupName(group, options))}`, ...codeLines(group.codes, styles)];
}

function codeLines(codes: readonly CodeCoverage[], styles: Styles): readonly string[] {
  const longest = Math.max(...codes.map(({ code }) => code.code.length)) + 3;
  const perLine = Math.max(1, Math.floor((PAGE_COLUMNS - 4) / longest));
  const cells = codes.map(({ code, state }) => {
    const cell = `${STATE_MARKS[state]} ${code.code}`;
    return styleOf(state, styles)(cell) + ' '.repeat(longest - cell.length);
  });
  return Array.from({ length: Math.ceil(cells.length / perLine) }, (_, row) =>
    `    ${cells.slice(row * perLine, (row + 1) * perLine).join('')}`.trimEnd(),
  );
}

function groupPart(
  title: Localized,
  groups: readonly Group[],
  options: FormatOptions,
  styles: Styles,
): readonly string[] {
  if (groups.length === 0) return [];
  return ['', `  ${styles.dim(word(title, options.docsLanguage))}`, ...groupRows(groups, options, styles)];
}

function groupRows(groups: readonly Group[], options: FormatOptions, styles: Styles): readonly string[] {
  const names = groups.map((group) => groupName(group, options));
  const longest = Math.max(0, ...names.map((name) => columnsOf(name)));
  return groups.map((group, index) => {
    const tally = tallyOf(group.codes);
    const name = names[index] ?? '';
    const count = `${tally.covered}/${tally.total}`.padStart(5);
    return `    ${name}${' '.repeat(longest - columnsOf(name))}  ${bar(tally, styles)} ${count}`;
  });
}

/** The directives of one capability together, each with its own codes: one by one they would fill a page. */
function capabilitiesOf({ directives }: VendorCoverage): readonly Group[] {
  const names = [...new Set(directives.map(({ id }) => capabilityOf(id)))];
  return names.map((id) => {
    const own = directives.filter((directive) => capabilityOf(directive.id) === id);
    return { id, title: { en: id, ko: id }, codes: own.flatMap(({ codes }) => codes) };
  });
}

function undocumentedPart(
  { undocumented }: VendorCoverage,
  { docsLanguage }: FormatOptions,
  styles: Styles,
): readonly string[] {
  if (undocumented.length === 0) return [];
  return ['', `  ${styles.dim(word(WORDS.undocumented, docsLanguage))}`, ...codeLines(undocumented, styles)];
}

function folderPart({ folders }: Coverage, { docsLanguage }: FormatOptions, styles: Styles): string {
  if (folders.length === 0) return word(WORDS.nothing, docsLanguage);
  const longest = Math.max(...folders.map(({ path }) => columnsOf(harmless(path))));
  const rows = folders.map(({ path, tally }) => {
    const counted = USE_KINDS.filter((state) => tally[state] > 0).map((state) =>
      styleOf(state, styles)(`${tally[state]} ${word(STATE_NAMES[state], docsLanguage)}`),
    );
    const name = harmless(path);
    return withoutCommand(`  ${name}${' '.repeat(longest - columnsOf(name))}  ${counted.join(' · ')}`);
  });
  return [styles.bold(word(WORDS.folders, docsLanguage)), ...rows].join('\n');
}

function legend({ docsLanguage }: FormatOptions, styles: Styles): string {
  const marks = STATES.map((state) =>
    styleOf(state, styles)(`${STATE_MARKS[state]} ${word(STATE_NAMES[state], docsLanguage)}`),
  );
  return [`${marks.join('  ')}`, ...wrap(word(WORDS.ours, docsLanguage), PAGE_COLUMNS).map(styles.dim)].join('\n');
}

/** A bar that is filled for each state by its share; what is absent stays empty. */
function bar(tally: Tally, styles: Styles): string {
  let [counted, drawn] = [0, 0];
  return STATES.map((state) => {
    counted += tally[state];
    const until = tally.total === 0 ? 0 : Math.round((counted * BAR_COLUMNS) / tally.total);
    const piece = BLOCKS[state].repeat(until - drawn);
    drawn = until;
    return styleOf(state, styles)(piece);
  }).join('');
}

const BLOCKS: { readonly [state in State]: string } = {
  handled: '█',
  reported: '▓',
  caught: '▚',
  todo: '▞',
  mentioned: '▒',
  absent: '░',
};

function styleOf(state: State, { green, cyan, blue, magenta, yellow, dim }: Styles): Style {
  return { handled: green, reported: cyan, caught: blue, todo: magenta, mentioned: yellow, absent: dim }[state];
}
