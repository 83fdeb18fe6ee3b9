import { countReport } from '../counts.ts';
import type { FileReport, ReportedFinding } from '../report.ts';
import { type Reporter, TOOL } from './reporter.ts';

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite for each file and a test for each finding. Errors and warnings
 * have failed; information and hints have passed, with a word in the log. A run that has nothing to say is a test that
 * has passed, since readers take a report without tests for a broken one.
 */
export const junit: Reporter = (report) => {
  const { error, warning } = countReport(report);
  const told = report.files.filter((file) => file.findings.length > 0 || file.skipped !== undefined);
  const suites = told.length > 0 ? told.map(suite) : [cleanSuite()];
  const tests = told.reduce((sum, file) => sum + testsOf(file), 0) || 1;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: TOOL, tests, failures: error + warning, errors: 0 })}>`,
    ...suites,
    '</testsuites>',
  ].join('\n');
};

function suite(file: FileReport): string {
  const { path, findings, skipped } = file;
  const failures = findings.filter(hasFailed).length;
  const head = { name: path, tests: testsOf(file), failures, errors: 0, skipped: skipped === undefined ? 0 : 1 };
  return [
    `  <testsuite${attributes(head)}>`,
    ...(skipped === undefined ? [] : [testCase(path, 'skipped', `<skipped>${escapeXml(skipped)}</skipped>`)]),
    ...findings.map((finding) => testCase(path, nameOf(finding), outcomeOf(path, finding))),
    '  </testsuite>',
  ].join('\n');
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
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');
}
