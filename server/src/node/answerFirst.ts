import { earlyAnswerTo } from '../lsp/client.ts';

/** What a conversation is led over: the channel of a parent that is a Node, the standard streams, or what only the library knows. */
export type Transport = 'ipc' | 'stdio' | 'other';

/** A conversation as it stands when the rest of the server is there to go on with it. */
export interface Begun {
  readonly transport: Transport;
  /** The id of the request that has been answered already, though it will be read once more. */
  readonly answered: number | string | undefined;
  /** Hands over what has come in by the channel meanwhile; call it when somebody listens there. */
  handOver(): void;
}

/** What the library looks for on the command line, where it takes the first that there is. */
const TRANSPORTS: ReadonlyMap<string, Transport> = new Map([
  ['--node-ipc', 'ipc'],
  ['--stdio', 'stdio'],
  ['--socket', 'other'],
  ['--pipe', 'other'],
]);

/** Bytes that a header may have: a longer one is left to the library. */
const LONGEST_HEADER_BYTES = 1000;

/**
 * Waits for what a client says first, and answers that where it is `initialize`. Whatever came in is there to be read
 * again: for the library, nothing has happened yet.
 *
 * @param goOn is called once, when there is something to go on with
 */
export function answerFirst(goOn: (begun: Begun) => void): void {
  const transport = transportIn(process.argv);
  if (transport === 'ipc') answerByChannel(goOn);
  else if (transport === 'stdio') answerOnStreams(goOn);
  else goOn({ transport, answered: undefined, handOver: () => {} });
}

/** The transport that is asked for; without any, the standard streams. */
function transportIn(words: readonly string[]): Transport {
  for (const word of words) {
    const transport = TRANSPORTS.get(word.replace(/=.*/s, ''));
    if (transport !== undefined) return transport;
  }
  return 'stdio';
}

function answerByChannel(goOn: (begun: Begun) => void): void {
  const received: unknown[] = [];
  const take = (message: unknown): void => {
    received.push(message);
    if (received.length > 1) return;
    const answer = earlyAnswerTo(message);
    if (answer) process.send?.(answer);
    const handOver = (): void => {
      process.off('message', take);
      for (const one of received) process.emit('message', one, undefined);
    };
    goOn({ transport: 'ipc', answered: answer?.id ?? undefined, handOver });
  };
  process.on('message', take);
}

function answerOnStreams(goOn: (begun: Begun) => void): void {
  const { stdin, stdout } = process;
  const pieces: Buffer[] = [];
  const end = (): never => process.exit(1);
  const take = (): void => {
    for (let piece = stdin.read(); piece !== null; piece = stdin.read()) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const first = firstMessageIn(bytes);
    if (first === 'unfinished') return;
    stdin.off('readable', take).off('end', end);
    stdin.unshift(bytes);
    const answer = earlyAnswerTo(first);
    if (answer) {
      const content = JSON.stringify(answer);
      stdout.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
    }
    goOn({ transport: 'stdio', answered: answer?.id ?? undefined, handOver: () => {} });
  };
  stdin.on('readable', take).on('end', end);
}

/** The first message in what has come in so far; undefined for anything that is to be left to the library. */
function firstMessageIn(bytes: Buffer): unknown {
  const headerEnd = bytes.indexOf('\r\n\r\n');
  if (headerEnd < 0) return bytes.length < LONGEST_HEADER_BYTES ? 'unfinished' : undefined;
  const length = /^Content-Length: ?(\d+)$/i.exec(bytes.toString('latin1', 0, headerEnd))?.[1];
  if (length === undefined) return undefined;
  const start = headerEnd + 4;
  const end = start + Number(length);
  if (bytes.length < end) return 'unfinished';
  try {
    return JSON.parse(bytes.toString('utf8', start, end));
  } catch {
    return undefined;
  }
}
