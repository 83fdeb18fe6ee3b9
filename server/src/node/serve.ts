import { Console } from 'node:console';
import { setFlagsFromString } from 'node:v8';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  Message,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createEditorHost, withEditorHost } from '../lsp/editorHost.ts';
import { startServer } from '../lsp/server.ts';
import type { Begun } from './answerFirst.ts';
import { GRAMMARS } from './grammars.ts';
import { createNodeHost } from './host.ts';

/** Goes on with a conversation that has begun. */
export function serve(begun: Begun): void {
  // V8 gives new objects up to 64 MB of room, and keeps it: what is made of one edit needs little, and is soon of no use.
  setFlagsFromString('--semi-space-growth-factor=1');
  startServer(
    (options) => connectionOver(begun, options),
    (warn, files) =>
      withEditorHost(
        createNodeHost(GRAMMARS, ({ en }) => warn(en)),
        createEditorHost(files, warn),
      ),
  );
  begun.handOver();
}

function connectionOver({ transport, answered }: Begun, options: ConnectionOptions): Connection {
  switch (transport) {
    case 'ipc': {
      const writer = withoutAnswerTo(answered, new IPCMessageWriter(process));
      return createConnection(ProposedFeatures.all, new IPCMessageReader(process), writer, options);
    }
    case 'stdio': {
      // Standard output is the client's: what anybody else prints would end the conversation.
      Object.assign(globalThis, { console: new Console(process.stderr) });
      const writer = withoutAnswerTo(answered, new StreamMessageWriter(process.stdout));
      // The library looks at the stream for its end, and takes a stream and a writer; its types know two of a kind only.
      return createConnection(
        ProposedFeatures.all,
        process.stdin,
        writer as MessageWriter & typeof process.stdout,
        options,
      );
    }
    case 'other':
      return createConnection(ProposedFeatures.all, options);
  }
}

/** Leaves out the answer to a request that has been answered. */
function withoutAnswerTo(answered: Begun['answered'], writer: MessageWriter): MessageWriter {
  let isAnswered = answered === undefined;
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    async write(message) {
      if (isAnswered || !Message.isResponse(message) || message.id !== answered) return writer.write(message);
      isAnswered = true;
    },
    end: () => writer.end(),
    dispose: () => writer.dispose(),
  };
}
