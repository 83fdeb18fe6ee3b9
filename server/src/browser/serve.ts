import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { Assets } from '../languages/language.ts';
import { createEditorHost } from '../lsp/editorHost.ts';
import { startServer } from '../lsp/server.ts';

/**
 * The server in a web worker: it has no disk, and loads nothing but its grammars. V8's flags are not touched, since the
 * process is the browser's.
 *
 * @param grammars address of their folder
 */
export function serve(grammars: string): void {
  const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
  startServer(
    (options) => {
      const connection = createConnection(ProposedFeatures.all, reader, writer, options);
      connection.onExit(() => self.close());
      return connection;
    },
    (warn, files) => ({ ...createEditorHost(files, warn), assets: assetsIn(grammars) }),
  );
}

function assetsIn(folder: string): Assets {
  return {
    async read(name) {
      const response = await fetch(`${folder}/${name}`);
      if (!response.ok) throw new Error(`${name} cannot be loaded: ${response.status} ${response.statusText}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
