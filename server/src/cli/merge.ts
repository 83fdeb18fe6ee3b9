import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { version } from '../../../package.json';
import { mergeReports } from '../report/merge.ts';
import type { Report } from '../report/report.ts';
import { readJsonReport } from '../report/reporters/json.ts';
import { REPORTERS } from '../report/reporters/reporters.ts';
import { RULES } from '../rules/registry.ts';
import { type Command, wrongUsage } from './command.ts';
import { fails, readThreshold, THRESHOLD_OPTIONS } from './threshold.ts';
import { anyOf, LANGUAGE_OPTIONS, languageOf } from './words.ts';

/**
 * `merge reports… [--reporter name]`: the reports of several runs, written with `--reporter json`, as one.
 * Like `check`, it ends with 1 where there are findings that count, with 2 where a report cannot be read.
 */
export const merge: Command = async ({ args, catalog, styled }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      reporter: { type: 'string', short: 'r', default: 'pretty' },
      ...THRESHOLD_OPTIONS,
      ...LANGUAGE_OPTIONS,
    },
  });
  const reporter = REPORTERS.get(values.reporter);
  if (!reporter) return wrongUsage(`merge: unknown reporter "${values.reporter}"; use ${anyOf(REPORTERS.keys())}`);
  const docsLanguage = languageOf(values);
  const threshold = readThreshold(values);
  if (positionals.length === 0) return wrongUsage('merge: name the reports, for example: thinq-nugu merge part-*.json');

  const reports: Report[] = [];
  for (const path of positionals) {
    const read = await readReport(path);
    if ('problem' in read) return wrongUsage(`merge: ${path} cannot be used: ${read.problem}`);
    reports.push(read.report);
  }
  const report = mergeReports(reports);
  const root = process.cwd();
  return {
    exitCode: fails(report, threshold) ? 1 : 0,
    output: reporter(report, { styled, catalog, docsLanguage, rules: RULES, version, root }),
  };
};

async function readReport(path: string): Promise<ReturnType<typeof readJsonReport>> {
  try {
    return readJsonReport(await readFile(path, 'utf8'));
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
