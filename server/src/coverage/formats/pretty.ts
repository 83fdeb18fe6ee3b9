import { harmless, withoutCommand } from '../../catalog/harmless.ts';
import type { Localized } from '../../catalog/types.ts';
import { columnsOf, wrap, wrapItems } from '../../report/columns.ts';
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

/** Columns of a bar, and those that numbers behind a folder get at least. */
const BAR_COLUMNS = 20;
const LEAST_COUNTS_COLUMNS = 30;

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
  const { docsLanguage, columns } = options;
  const tally = tallyOf(vendor.codes);
  const name = word(VENDORS[vendor.vendor], docsLanguage);
  const share = shareInWords(vendor, docsLanguage);
  const counted = STATES.map((state) => `${tally[state]} ${word(STATE_NAMES[state], docsLanguage)}`);
  const dispatches = dispatchesInWords(vendor, docsLanguage);
  const isThinq = vendor.vendor === 'thinq';
  return [
    ...wrapItems([`${styles.bold(name)}  ${bar(tally, styles)}`, styles.bold(share)], '  ', columns),
    ...wrapItems(counted, ' · ', columns - 2).map((line) => `  ${line}`),
    ...(dispatches === undefined ? [] : wrap(dispatches, columns - 2).map((line) => `  ${line}`)),
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
  return [`  ${styles.dim(groupName(group, options))}`, ...codeLines(group.codes, options, styles)];
}

function codeLines(codes: readonly CodeCoverage[], { columns }: FormatOptions, styles: Styles): readonly string[] {
  const longest = Math.max(...codes.map(({ code }) => code.code.length)) + 3;
  const perLine = Math.max(1, Math.floor((columns - 4) / longest));
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

function undocumentedPart({ undocumented }: VendorCoverage, options: FormatOptions, styles: Styles): readonly string[] {
  if (undocumented.length === 0) return [];
  const title = word(WORDS.undocumented, options.docsLanguage);
  return ['', `  ${styles.dim(title)}`, ...codeLines(undocumented, options, styles)];
}

function folderPart({ folders }: Coverage, options: FormatOptions, styles: Styles): string {
  const { docsLanguage, columns } = options;
  if (folders.length === 0) return word(WORDS.nothing, docsLanguage);
  const longest = Math.max(...folders.map(({ path }) => columnsOf(harmless(path))));
  const rows = folders.flatMap(({ path, tally }) => {
    const counted = USE_KINDS.filter((state) => tally[state] > 0).map((state) =>
      styleOf(state, styles)(`${tally[state]} ${word(STATE_NAMES[state], docsLanguage)}`),
    );
    const name = harmless(path);
    const head = `  ${name}${' '.repeat(longest - columnsOf(name))}`;
    // Of a narrow terminal most lines are too short for a long name.
    const room = Math.max(LEAST_COUNTS_COLUMNS, columns - columnsOf(head) - 2);
    const [first = '', ...more] = wrapItems(counted, ' · ', room);
    return [`${head}  ${first}`, ...more.map((line) => ' '.repeat(columnsOf(head) + 2) + line)].map(withoutCommand);
  });
  return [styles.bold(word(WORDS.folders, docsLanguage)), ...rows].join('\n');
}

function legend(options: FormatOptions, styles: Styles): string {
  const { docsLanguage, columns } = options;
  const marks = STATES.map((state) =>
    styleOf(state, styles)(`${STATE_MARKS[state]} ${word(STATE_NAMES[state], docsLanguage)}`),
  );
  return [...wrapItems(marks, '  ', columns), ...wrap(word(WORDS.ours, docsLanguage), columns).map(styles.dim)].join(
    '\n',
  );
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
