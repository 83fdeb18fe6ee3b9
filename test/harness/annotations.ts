import { SEVERITIES } from '../../server/src/settings.ts';

/** A finding, as far as a fixture speaks of one. */
interface Remark {
  /** 0-based line of the text. */
  readonly line: number;
  /** Columns in UTF-16 units; absent where the fixture draws no carets. */
  readonly columns?: { readonly start: number; readonly end: number };
  readonly rule: string;
  readonly severity: string;
  readonly fixable: boolean;
  /** In an expectation, a part of it. */
  readonly message?: string;
}

/** A finding that must come. */
export interface Expectation extends Remark {
  /** The comment line that says so. */
  readonly written: string;
}

/** A finding that has come. */
export type Found = Required<Remark>;

/** A fence's body, taken apart. */
export interface Annotated {
  /** The lines of the file. */
  readonly lines: readonly string[];
  readonly expected: readonly Expectation[];
}

const EXPECTATION = new RegExp(
  String.raw`^\s*(?://|#) *(?<carets>\^+)? *\[(?<rule>[a-z-]+)\] (?<severity>${SEVERITIES.join('|')})(?<fix> 💡)?(?: "(?<message>.*)")?$`,
  'u',
);
/** What looks as if it were meant as an expectation. */
const MEANT = /^\s*(?:\/\/|#) *(?:\^|\[[a-z]+-[a-z-]+\])/;

/** Takes the expectations out of a body. @param refuse is told the number of a line that is none, from 0, and why */
export function readAnnotations(body: string, refuse: (line: number, problem: string) => never): Annotated {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  body.split('\n').forEach((written, index) => {
    const groups = EXPECTATION.exec(written)?.groups;
    if (!groups) {
      if (MEANT.test(written)) refuse(index, `no expectation: ${written.trim()}`);
      lines.push(written);
      return;
    }
    const { carets, rule = '', severity = '', fix, message } = groups;
    if (lines.length === 0) refuse(index, 'an expectation above the first line');
    const start = written.indexOf('^');
    expected.push({
      line: lines.length - 1,
      ...(carets !== undefined && { columns: { start, end: start + carets.length } }),
      rule,
      severity,
      fixable: fix !== undefined,
      ...(message !== undefined && { message }),
      written,
    });
  });
  return { lines, expected };
}

/** Which expectations were met, and what came besides. */
export interface Matches {
  readonly met: ReadonlySet<Expectation>;
  readonly surplus: readonly Found[];
}

/** Pairs what was expected with what has come, one by one. */
export function match(expected: readonly Expectation[], found: readonly Found[]): Matches {
  const surplus = [...found];
  const met = expected.filter((one) => {
    const at = surplus.findIndex((other) => fits(one, other));
    if (at >= 0) surplus.splice(at, 1);
    return at >= 0;
  });
  return { met: new Set(met), surplus };
}

/** Whether a finding is as expected. */
function fits(expected: Expectation, found: Found): boolean {
  return (
    expected.line === found.line &&
    expected.rule === found.rule &&
    expected.severity === found.severity &&
    expected.fixable === found.fixable &&
    (!expected.columns ||
      (expected.columns.start === found.columns.start && expected.columns.end === found.columns.end)) &&
    found.message.includes(expected.message ?? '')
  );
}

/**
 * Writes the body that expects what has come. Expectations that were met stay as they are written; what else has come
 * takes the words of an expectation that was not met, as far as they still hold, or else has its whole message.
 *
 * @param comment what begins a comment line
 */
export function annotate({ lines, expected }: Annotated, { met, surplus }: Matches, comment: string): string {
  const unmet = expected.filter((one) => !met.has(one));
  const write = (found: Found, code: string): string => {
    const asked = unmet.find(({ rule, message = '' }) => rule === found.rule && found.message.includes(message));
    return print(found, asked ? asked.message : found.message.split('\n', 1)[0], code, comment);
  };
  return lines
    .flatMap((code, line) => [
      code,
      ...expected.filter((one) => one.line === line && met.has(one)).map(({ written }) => written),
      ...surplus.filter((one) => one.line === line).map((one) => write(one, code)),
    ])
    .join('\n');
}

/** @param code the line above, whose indentation it takes where there is room for it */
function print(
  { columns: { start, end }, rule, severity, fixable }: Found,
  message: string | undefined,
  code: string,
  comment: string,
): string {
  const indented = `${/^\s*/.exec(code)?.[0]}${comment}`;
  const mark = [indented, comment].find(({ length }) => length <= start);
  const carets = mark === undefined || start === end ? indented : `${mark.padEnd(start)}${'^'.repeat(end - start)}`;
  return `${carets} [${rule}] ${severity}${fixable ? ' 💡' : ''}${message === undefined ? '' : ` "${message}"`}`;
}
