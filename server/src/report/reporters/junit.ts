import { escapedWith } from '../../catalog/harmless.ts';
import { countReport } from '../counts.ts';
import { joined } from '../pieces.ts';
import type { FileReport, Report, ReportedFinding } from '../report.ts';
import { type Reporter, TOOL } from './reporter.ts';

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite for each file and a test for each finding. Errors and warnings
 * have failed; information and hints have passed, with a word in the log. A run that has nothing to say is a test that
 * has passed, since readers take a report without tests for a broken one.
 */
export const junit: Reporter = (report) => joined(linesOf(report), '\n');

function* linesOf(report: Report): Generator<string> {
  const { error, warning } = countReport(report);
  const told = report.files.filter((file) => file.findings.length > 0 || file.skipped !== undefined);
  const tests = told.reduce((sum, file) => sum + testsOf(file), 0) || 1;
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  yield `<testsuites${attributes({ name: TOOL, tests, failures: error + warning, errors: 0 })}>`;
  if (told.length === 0) yield cleanSuite();
  for (const file of told) yield* suite(file);
  yield '</testsuites>';
}

function* suite(file: FileReport): Generator<string> {
  const { path, findings, skipped } = file;
  const failures = findings.filter(hasFailed).length;
  const head = { name: path, tests: testsOf(file), failures, errors: 0, skipped: skipped === undefined ? 0 : 1 };
  yield `  <testsuite${attributes(head)}>`;
  if (skipped !== undefined) yield testCase(path, 'skipped', `<skipped>${escapeXml(skipped)}</skipped>`);
  for (const finding of findings) yield testCase(path, nameOf(finding), outcomeOf(path, finding));
  yield '  </testsuite>';
}

function cleanSuite(): string {
  const head = attributes({ name: TOOL, tests: 1, failures: 0, errors: 0, skipped: 0 });
  return `  <testsuite${head}>\n    <testcase${attributes({ classname: TOOL, name: 'no findings' })}/>\n  </testsuite>`;
}

function testsOf({ findings, skipped }: FileReport): number {
  return findings.length + (skipped === undefined ? 0 : 1);
}

function hasFailed({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

function nameOf({ rule, start }: ReportedFinding): string {
  return `${rule} (${start.line + 1}:${start.character + 1})`;
}

function outcomeOf(path: string, finding: ReportedFinding): string {
  const { rule, severity, message, start, sourceLine } = finding;
  const details = `${path}:${start.line + 1}:${start.character + 1}: ${severity}: ${message} [${rule}]\n${sourceLine}`;
  return hasFailed(finding)
    ? `<failure${attributes({ type: severity, message })}>${escapeXml(details)}</failure>`
    : `<system-out>${escapeXml(details)}</system-out>`;
}

function testCase(path: string, name: string, outcome: string): string {
  return `    <testcase${attributes({ classname: path, name })}>\n      ${outcome}\n    </testcase>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** What no XML document may hold: most control characters, halves of characters, and two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function escapeXml(text: string): string {
  const escaped = text
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');
  // A log may show the report.
  return escapedWith(escaped, (control) => `&#${control.charCodeAt(0)};`);
}
