import type { Localized } from '../../catalog/types.ts';
import { type DocsLanguage, oneOf } from '../../features/describe/language.ts';
import { columnsOf, wrap } from '../../report/columns.ts';
import { COMMAND_NAMES, COMMANDS, type CommandName, type OptionSpec, shownOptions } from '../table/commands.ts';
import { COMMAND_TEXTS, HEADINGS, HELP_OPTION, PROGRAM } from './texts.ts';

const PROGRAM_NAME = 'thinq-nugu';

/** How a help is to be written. @property columns of the terminal */
export interface HelpOptions {
  readonly language: DocsLanguage;
  readonly columns: number;
}

/** What stands on the left, and what is said of it. */
type Row = readonly [left: string, text: string];

/** Columns before what stands on the left, between it and its text, and that a text needs to stand beside it. */
const INDENT = 2;
const GAP = 2;
const LEAST_TEXT_COLUMNS = 36;
/** What is longer on the left has its text on lines of its own. */
const MOST_LEFT_COLUMNS = 30;

/** The help of the program: its commands, and what they have in common. */
export function programHelp({ language, columns }: HelpOptions): string {
  const say = (text: Localized): string => oneOf(text, language);
  const page = pageOf(columns);
  return [
    page.paragraph(say(PROGRAM.about)),
    page.paragraph(`${say(HEADINGS.usage)}: ${PROGRAM_NAME} ${say(PROGRAM.command)}`),
    page.table(
      say(HEADINGS.commands),
      COMMAND_NAMES.map((name) => [callOf(name), say(COMMAND_TEXTS[name].brief)]),
    ),
    page.paragraph(say(PROGRAM.more)),
    page.table(say(HEADINGS.options), [
      ['-h, --help', say(PROGRAM.help)],
      ['    --version', say(PROGRAM.version)],
    ]),
    page.paragraph(`${say(HEADINGS.exitCodes)}: ${say(PROGRAM.exitCodes)}`),
    page.paragraph(say(PROGRAM.colours)),
  ].join('\n\n');
}

/** The help of a command: what the table says that it takes, with the texts. */
export function commandHelp(name: CommandName, { language, columns }: HelpOptions): string {
  const say = (text: Localized): string => oneOf(text, language);
  const page = pageOf(columns);
  const { about, operands, examples, groups = [], exitCodes } = COMMAND_TEXTS[name];
  const texts: Readonly<Record<string, Localized>> = COMMAND_TEXTS[name].options;
  const options = shownOptions(name);
  const rowOf = ([option, spec]: readonly [string, OptionSpec]): Row => {
    const text = texts[option];
    return [inHelp(option, spec), text ? say(text) : ''];
  };
  const grouped = groups.map(({ title, options: names }) => {
    const listed: readonly string[] = names;
    return page.table(say(title), options.filter(([option]) => listed.includes(option)).map(rowOf));
  });
  const inGroups = new Set<string>(groups.flatMap((group) => group.options));
  const rest = options.filter(([option]) => !inGroups.has(option)).map(rowOf);
  return [
    page.paragraph(say(about)),
    page.paragraph(`${say(HEADINGS.usage)}: ${PROGRAM_NAME} ${callOf(name)} ${say(HEADINGS.shown)}`),
    ...(operands ? [page.table('', [[COMMANDS[name].operands, say(operands)]])] : []),
    page.table(
      say(HEADINGS.examples),
      examples.map(([call, meaning]) => [call, say(meaning)]),
    ),
    ...grouped,
    page.table(say(HEADINGS.options), [...rest, ['-h, --help', say(HELP_OPTION)]]),
    page.paragraph(`${say(HEADINGS.exitCodes)}: ${say(exitCodes)}`),
  ].join('\n\n');
}

/** A command with its operands: `check [paths…]`. */
function callOf(name: CommandName): string {
  return `${name} ${COMMANDS[name].operands}`.trimEnd();
}

/** An option as it is written: `-r, --reporter NAME[=FILE]`, `    --changed [REF]`. */
function inHelp(name: string, { short, value, isOptional }: OptionSpec): string {
  const behind = value === undefined ? '' : isOptional ? ` [${value}]` : ` ${value}`;
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${behind}`;
}

/** Paragraphs and tables of so many columns. */
function pageOf(columns: number) {
  const paragraph = (text: string): string => wrap(text, columns).join('\n');
  const table = (title: string, rows: readonly Row[]): string => {
    const widths = rows.map(([left]) => columnsOf(left)).filter((width) => width <= MOST_LEFT_COLUMNS);
    const left = INDENT + Math.max(0, ...widths) + GAP;
    // Where hardly anything has its text beside it, nothing has.
    const isNarrow = columns - left < LEAST_TEXT_COLUMNS || 2 * widths.length < rows.length;
    const from = isNarrow ? 3 * INDENT : left;
    const lines = rows.flatMap(([name, text]) => {
      const head = ' '.repeat(INDENT) + name;
      const [first = '', ...more] = wrap(text, columns - from).map((line) => ' '.repeat(from) + line);
      const fits = !isNarrow && columnsOf(head) + GAP <= from;
      return fits ? [head + first.slice(columnsOf(head)), ...more] : [head, first, ...more];
    });
    return [...(title === '' ? [] : [`${title}:`]), ...lines].join('\n');
  };
  return { paragraph, table };
}
