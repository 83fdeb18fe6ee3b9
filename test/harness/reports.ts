import { toFileReport } from '../../server/src/cli/fileReport.ts';
import type { FileReport, Report } from '../../server/src/report/report.ts';
import { readSettings, type Settings } from '../../server/src/settings.ts';
import { createWorld, type World } from './host.ts';

/** Makes the report of files that exist in memory only, by path, as a run of the command line would. */
export async function reportOf(
  files: Readonly<Record<string, string>>,
  settings: Settings = readSettings({}, 'en'),
): Promise<Report> {
  const world = createWorld();
  const root = world.project();
  const reports: FileReport[] = [];
  for (const path of Object.keys(files).sort()) {
    reports.push(await fileReport(world, root, path, files[path] ?? '', settings));
  }
  return { files: reports };
}

async function fileReport(
  { service, document }: World,
  root: string,
  path: string,
  text: string,
  settings: Settings,
): Promise<FileReport> {
  const opened = document(root, path, text);
  const { diagnostics, skipped } = await service.diagnose(opened, settings);
  const actions = await service.actions(opened, { start: 0, end: text.length }, settings);
  return {
    ...toFileReport(path, text, diagnostics, actions),
    ...(skipped && { skipped: skipped.reason[settings.docsLanguage === 'ko' ? 'ko' : 'en'] }),
  };
}
