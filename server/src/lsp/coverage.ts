import type { CancellationToken, Connection } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { harmless } from '../catalog/harmless.ts';
import { coverageOf, percentOf } from '../coverage/coverage.ts';
import { coverageRows } from '../coverage/rows.ts';
import { type FileUses, usesOf } from '../coverage/uses.ts';
import type { LanguageService } from '../service/api.ts';
import { type CoverageParams, CoverageRequest, type WorkspaceCoverage } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import type { WorkspaceFiles, WorkspaceScan } from './workspaceScan.ts';

/** What answering with coverage takes. */
export interface CoverageSources {
  readonly connection: Connection;
  readonly settings: SettingsStore;
  readonly files: WorkspaceFiles;
  readonly scan: WorkspaceScan;
  service(): LanguageService;
}

/** Answers with what the files of a workspace do with every code, as a tree and, where it is asked for, as a page. */
export function registerCoverage({ connection, settings, files, scan, service }: CoverageSources): void {
  let looks = 0;
  const usesBelow = async (params: CoverageParams, cancellation: CancellationToken) => {
    const found = new Map<string, FileUses>();
    const scanned = await scan.run(
      params,
      cancellation,
      () => false,
      async ({ path, text }, folder) => {
        const uri = files.uriOf(path);
        // A document of its own: what is open is asked about by others meanwhile.
        const reading = await service().resolve({ uri, version: --looks, text });
        service().forget(uri);
        const shown = harmless(pathIn(params.folders, folder, files.pathOf(folder) ?? '', path));
        if (reading) found.set(path, usesOf(shown, text, reading.analysis, reading.isProgram));
      },
    );
    return { found, isWhole: scanned.isWhole };
  };

  connection.onRequest(CoverageRequest, async (params, cancellation): Promise<WorkspaceCoverage> => {
    const { found, isWhole } = await usesBelow(params, cancellation);
    const { docsLanguage } = await settings.of();
    const coverage = coverageOf([...found.values()], service().catalog);
    const uris = new Map([...found].map(([path, uses]) => [uses.path, files.uriOf(path)]));
    const uriOf = (path: string): string => uris.get(path) ?? '';
    const { linksTo, project = '' } = params;
    const hrefOf = (path: string, line: number): string | undefined => {
      const address = uriOf(path);
      return linksTo && address.startsWith('file://')
        ? `${linksTo}://file${address.slice('file://'.length)}:${line + 1}`
        : undefined;
    };
    // A page breaks its lines by itself.
    const plain = { styled: false, columns: Number.POSITIVE_INFINITY };
    const options = { ...plain, catalog: service().catalog, docsLanguage, version, project, hrefOf };
    return {
      isWhole,
      percent: percentOf(coverage.tally),
      rows: coverageRows(coverage, docsLanguage, uriOf),
      ...(linksTo !== undefined && {
        page: (await import('../coverage/formats/html/html.ts')).page(coverage, options),
      }),
    };
  });
}

/** A file's path from its workspace folder, which is named where there are several. */
function pathIn(folders: readonly string[], folder: string, root: string, path: string): string {
  const inside = path.slice(root.replace(/\/$/, '').length + 1);
  return folders.length > 1 ? `${folder.slice(folder.replace(/\/$/, '').lastIndexOf('/') + 1)}/${inside}` : inside;
}
