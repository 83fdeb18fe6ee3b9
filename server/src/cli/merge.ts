import { readFile } from 'node:fs/promises';
import { version } from '../../../package.json';
import { Failure } from '../node/failure.ts';
import { readStandardInput } from '../node/standardInput.ts';
import { unreadable } from '../node/systemErrors.ts';
import { fromRepository } from '../node/write.ts';
import { mergeReports } from '../report/merge.ts';
import type { Report } from '../report/report.ts';
import { readJsonReport } from '../report/reporters/json.ts';
import { isForPeople } from '../report/reporters/names.ts';
import { REPORTERS } from '../report/reporters/reporters.ts';
import { RULES } from '../rules/registry.ts';
import type { Command } from './command.ts';
import { readArguments } from './table/readArguments.ts';
import { fails, readThreshold } from './threshold.ts';

/**
 * `merge reports… [--reporter name]`: the reports of several runs, written with `--reporter json`, as one.
 * Like `check`, it ends with 1 where there are findings that count, with 2 where a report cannot be read.
 */
export const merge: Command = async ({ args, catalog, styled, columns, language, formatLanguage }) => {
  const { values, positionals } = readArguments('merge', args);
  const name = values.reporter ?? 'pretty';
  const threshold = readThreshold(values);
  if (positionals.length === 0)
    throw new Failure({
      en: 'name the reports, for example: thinq-nugu merge part-*.json',
      ko: '보고서를 적으세요. 예: thinq-nugu merge part-*.json',
    });

  const reports: Report[] = [];
  for (const path of positionals) reports.push(await readReport(path));
  const report = mergeReports(reports);
  const root = process.cwd();
  return {
    exitCode: fails(report, threshold) ? 1 : 0,
    output: REPORTERS.get(name)?.(report, {
      ...{ styled, catalog, columns, rules: RULES, version, root },
      docsLanguage: isForPeople(name) ? language : formatLanguage,
      fromRepository: fromRepository(root),
    }),
  };
};

/** @throws Failure for one that cannot be read, or is none */
async function readReport(path: string): Promise<Report> {
  const read = readJsonReport(await textOf(path));
  if ('report' in read) return read.report;
  const { en, ko } = read.problem;
  throw new Failure({ en: `${path} cannot be used: ${en}`, ko: `${path}: 쓸 수 없습니다. ${ko}` });
}

async function textOf(path: string): Promise<string> {
  if (path === '-') return new TextDecoder().decode(readStandardInput());
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}
