import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import type { Kind } from '../kind.ts';
import { NOISE, type Program, programs } from '../programs.ts';
import { worked } from '../worked.ts';

/** A message as it goes into the pipe. */
interface Sent {
  /** JSON, or what was meant to be. */
  readonly body: string;
  /** As the protocol has it; the answer to a request may be nothing but an answer then. */
  readonly isSound: boolean;
  /** What stands above it, where that is not as it should be. */
  readonly header?: string;
}

/** Messages to one server. */
export interface Session {
  /** Whether they come before the handshake, as they should, or after the end. */
  readonly when: 'early' | 'in time' | 'late';
  /** How the client has diagnostics. */
  readonly diagnostics: 'pulled' | 'pushed';
  /** What the client answers when it is asked for its settings. */
  readonly settings: unknown;
  readonly messages: readonly Sent[];
}

const URIS = [
  'file:///w/a.ts',
  'file:///w/b.py',
  'file:///w/c.json',
  'untitled:Untitled-1',
  'file:///w/.thinq-nugu.json',
  'file://host/a.ts',
  'file:///%ff.ts',
  'vscode-notebook-cell:/w/n.ipynb#a',
  '',
  'nonsense',
  'file:///w/a%00.ts',
];
const IDS = ['typescript', 'python', 'json', 'kotlin', 'plaintext', 'cobol', ''];

const uri = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...URIS.slice(0, 3)) }, fc.constantFrom(...URIS));
const coordinate = fc.oneof({ weight: 6, arbitrary: fc.nat(40) }, fc.constantFrom(-1, 1e9, 2 ** 31, 2 ** 53, 0.5));
const position = fc.record({ line: coordinate, character: coordinate });
const range = fc.record({ start: position, end: position });
const junk = fc.jsonValue({ maxDepth: 1 });

/** Every method with what it takes; those that are answered first. */
function soundParams(program: fc.Arbitrary<Program>): Readonly<Record<string, fc.Arbitrary<unknown>>> {
  const textDocument = fc.record({ uri });
  const text = fc.oneof(
    program.map((one) => one.text),
    fc.constantFrom('', ...NOISE),
  );
  const at = fc.record({ textDocument, position });
  const change = fc.oneof(
    fc.record({ text }),
    fc.record({ range, text: fc.constantFrom('', ...NOISE, '"1222"', 'x') }),
  );
  return {
    'textDocument/hover': at,
    'textDocument/completion': at,
    'textDocument/codeLens': fc.record({ textDocument }),
    'textDocument/codeAction': fc.record({
      textDocument,
      range,
      context: fc.record(
        { diagnostics: fc.constant([]), only: fc.constantFrom(['quickfix'], ['refactor'], []) },
        { requiredKeys: ['diagnostics'] },
      ),
    }),
    'textDocument/diagnostic': fc.record({ textDocument }),
    'thinqNugu/explain': fc.record({
      query: fc.oneof(fc.string(), fc.constantFrom('1222', 'AlreadyTurnedOn', 'unknown-code', '%', '404', ...NOISE)),
      language: fc.constantFrom('en', 'ko', 'xx'),
    }),
    'thinqNugu/explainText': fc.record({
      text: fc.oneof(fc.string(), text),
      language: fc.constantFrom('en', 'ko', 'xx'),
    }),
    'thinqNugu/generate': fc.record({
      language: fc.oneof(fc.string(), fc.constantFrom(...IDS)),
      vendors: fc.subarray(['thinq', 'nugu']),
    }),
    'thinqNugu/lineLinks': fc.record({ line: fc.oneof(fc.string(), text) }),
    'thinqNugu/answer': fc.record({
      uri,
      languageId: fc.constantFrom(...IDS),
      directive: fc.constantFrom('TurnOn', 'SetTemperature', 'toString', ''),
      code: fc.constantFrom('OK', 'TemperatureOutofRange', '401', 'constructor'),
    }),
    'thinqNugu/tool': fc.record({
      name: fc.constantFrom('explain_code', 'validate_response', 'list_usages'),
      input: fc.record({ query: text, response: text, text, name: fc.constantFrom('a.py', 'b.json', '', '../c.ts') }),
    }),
    'textDocument/didOpen': fc.record({
      textDocument: fc.record({ uri, languageId: fc.constantFrom(...IDS), version: fc.nat(9), text }),
    }),
    'textDocument/didChange': fc.record({
      textDocument: fc.record({ uri, version: fc.nat(99) }),
      contentChanges: fc.array(change, { maxLength: 3 }),
    }),
    'textDocument/didClose': fc.record({ textDocument }),
    'textDocument/didSave': fc.record({ textDocument }),
    'workspace/didChangeConfiguration': fc.record({ settings: junk }),
    'workspace/didChangeWatchedFiles': fc.record({
      changes: fc.array(fc.record({ uri, type: fc.constantFrom(1, 2, 3) }), { maxLength: 3 }),
    }),
    '$/cancelRequest': fc.record({ id: fc.nat(60) }),
    '$/setTrace': fc.record({ value: fc.constantFrom('off', 'messages', 'verbose') }),
  };
}
const ANSWERED = 11;
/** What a document needs for others to have anything to answer. */
const OFTEN = /didOpen|didChange$/;
/** Only with wrong parameters: what folders hold is no matter of messages. */
const OTHERS = [
  'completionItem/resolve',
  'thinqNugu/checkWorkspace',
  'thinqNugu/clearWorkspace',
  'workspace/executeCommand',
  'textDocument/rename',
  'initialize',
  'initialized',
  '$/unknown',
  'toString',
  '',
  'constructor',
];

function sessions(program: fc.Arbitrary<Program>): fc.Arbitrary<Session> {
  const sound = Object.entries(soundParams(program));
  const request = fc.nat(10_000);
  const call = (method: string, params: unknown, isAnswered: boolean, isSound: boolean): Sent => ({
    // Whoever sends it numbers it.
    body: JSON.stringify({ jsonrpc: '2.0', ...(isAnswered && { id: 0 }), method, params }),
    isSound,
  });
  const right = fc
    .constantFrom(
      ...sound.entries(),
      ...[...sound.entries()].filter(([, [method]]) => OFTEN.test(method)).flatMap((one) => [one, one]),
    )
    .chain(([index, [method, params]]) => params.map((one) => call(method, one, index < ANSWERED, true)));
  const wrong = fc
    .tuple(
      fc.constantFrom(...sound.map(([method]) => method), ...OTHERS),
      fc.oneof(
        junk,
        fc.record(
          {
            textDocument: junk,
            position: junk,
            range: junk,
            context: junk,
            contentChanges: junk,
            changes: junk,
            query: junk,
            data: junk,
            folders: fc.constant([]),
          },
          { requiredKeys: [] },
        ),
      ),
      fc.boolean(),
    )
    .filter(([method]) => method !== 'exit' && method !== 'shutdown')
    .map(([method, params, isAnswered]) => call(method, params, isAnswered, false));
  const odd = fc
    .oneof(
      junk.map((one) => JSON.stringify(one) ?? 'null'),
      fc.tuple(request, junk).map(([id, result]) => JSON.stringify({ jsonrpc: '2.0', id, result })),
      fc.tuple(junk, junk).map(([id, error]) => JSON.stringify({ jsonrpc: '2.0', id, error })),
      fc.tuple(junk, junk, junk).map(([id, method, params]) => JSON.stringify({ id, method, params })),
      fc.constantFrom(
        '{',
        '',
        '[]',
        '{"jsonrpc":"2.0"',
        'null',
        '\ufeff{}',
        '{"jsonrpc":"2.0","method":"\\ud83d"}',
        '['.repeat(5000),
      ),
    )
    .map((body) => ({ body, isSound: false }));
  const broken = fc
    .constantFrom(
      'Content-Length: -1\r\n\r\n',
      'Content-Length: x\r\n\r\n',
      'Content-Length: 5\r\n\r\n',
      '\r\n\r\n',
      'X: y\r\n\r\n',
      'Content-Length: 99999999999\r\n\r\n',
      'Content-Type: utf-7\r\nContent-Length: 2\r\n\r\n',
    )
    .map((header) => ({ body: '{}', isSound: false, header }));
  const messages = fc.array(
    fc.oneof({ weight: 8, arbitrary: right }, { weight: 2, arbitrary: wrong }, { weight: 1, arbitrary: odd }),
    { minLength: 1, maxLength: 60, size: 'max' },
  );
  const inTime = fc.record({
    when: fc.constant('in time' as const),
    diagnostics: fc.constantFrom('pulled' as const, 'pushed' as const),
    settings: junk,
    messages,
  });
  return fc.oneof(
    { weight: 60, arbitrary: inTime },
    {
      weight: 1,
      arbitrary: fc
        .tuple(inTime, broken)
        .map(([session, last]) => ({ ...session, messages: [...session.messages, last] })),
    },
    { weight: 1, arbitrary: inTime.map((session) => ({ ...session, when: 'early' as const })) },
    { weight: 1, arbitrary: inTime.map((session) => ({ ...session, when: 'late' as const })) },
  );
}

/** Messages of a client that does as it likes: each request has its answer, and the server lives on. */
export const protocol: Kind<Session> = {
  name: 'messages',
  unit: 'a message of the protocol',
  share: 36,
  isOrdinary: true,
  inputs: async (seed) => sessions(await programs(seed)),
  count: ({ messages }) => messages.length,
  async open() {
    /** Those of earlier sessions, which go on. */
    const servers = new Map<Session['diagnostics'], Server>();
    const serve = async ({ when, diagnostics }: Session): Promise<Server> => {
      const known = servers.get(diagnostics);
      if (when === 'in time' && known && !known.isGone()) return known;
      const server = startServer();
      servers.set(diagnostics, server);
      if (when !== 'early') await server.handshake(diagnostics);
      if (when === 'late') await server.request('shutdown', null);
      return server;
    };
    return {
      async attempt(session) {
        const { when, diagnostics, settings, messages } = session;
        const server = await serve(session);
        try {
          return await server.converse(settings, messages);
        } catch (error) {
          servers.delete(diagnostics);
          server.stop();
          throw error;
        } finally {
          if (when !== 'in time') {
            servers.delete(diagnostics);
            server.stop();
          }
        }
      },
      async close() {
        for (const server of servers.values()) server.stop();
      },
    };
  },
};

interface Server {
  isGone(): boolean;
  handshake(diagnostics: Session['diagnostics']): Promise<void>;
  /** Rejects where no answer comes. */
  request(method: string, params: unknown): Promise<Answer>;
  /** Sends all, and waits for all answers. @returns milliseconds of the longest silence */
  converse(settings: unknown, messages: readonly Sent[]): Promise<number>;
  stop(): void;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** How a request begins that is numbered when it is sent. */
const NUMBERED = '{"jsonrpc":"2.0","id":0,"method":';
/**
 * What any request may be answered with: `RequestCancelled`, `ContentModified`, `ServerCancelled`; before the handshake
 * `ServerNotInitialized`, after the end `InvalidRequest`.
 */
const EXCUSES = [-32800, -32801, -32802, -32002, -32600];
/** `MethodNotFound`: diagnostics are either pulled or pushed. */
const UNKNOWN_METHOD = -32601;

/** A message of the server's, as far as it matters. */
interface Asked {
  readonly id: number;
  readonly method: string;
  readonly params: { readonly items?: readonly unknown[] };
}

function startServer(): Server {
  const child: ChildProcess = spawn(process.execPath, ['dist/server.js', '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('the server has no pipes');
  let settings: unknown = {};
  let gone: string | undefined;
  let errors = '';
  let next = 1;
  let heard = performance.now();
  let silence = 0;
  /** What the server owes, by the numbers of requests. */
  const owed = new Map<number, { settle(answer: Answer): void; fail(why: string): void }>();
  stderr.on('data', (data) => {
    errors = (errors + String(data)).slice(-3000);
  });
  // Writing to one that has ended is no failure of ours.
  stdin.on('error', () => {});
  const exited = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      gone = `the server ended with ${signal ?? code}`;
      for (const { fail } of owed.values()) fail(gone);
      resolve();
    }),
  );

  const write = (body: string, header = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`): void =>
    void stdin.write(header + body);
  const send = (message: object): void => write(JSON.stringify({ jsonrpc: '2.0', ...message }));
  const listen = (message: Message): void => {
    silence = Math.max(silence, performance.now() - heard);
    heard = performance.now();
    const { id, method, params } = message as Partial<Asked>;
    if (id === undefined) return;
    if (method === undefined) owed.get(id)?.settle(message as unknown as Answer);
    else send({ id, result: method === 'workspace/configuration' ? (params?.items ?? []).map(() => settings) : null });
  };
  new StreamMessageReader(stdout).listen(listen);

  const answerTo = (id: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const settle = (answer: Answer): void => {
        owed.delete(id);
        resolve(answer);
      };
      const fail = (why: string): void => {
        owed.delete(id);
        reject(new Error(`${why}\n${errors}`));
      };
      owed.set(id, { settle, fail });
      if (gone !== undefined) fail(gone);
    });
  const request = (method: string, params: unknown): Promise<Answer> => {
    const id = next++;
    const answer = answerTo(id);
    send({ id, method, params });
    return answer;
  };
  const isThere = (): Promise<Answer> => request('thinqNugu/isAnybodyThere', {});
  const say = async ({ body, isSound, header }: Sent): Promise<void> => {
    if (!body.startsWith(NUMBERED)) return write(body, header);
    const id = next++;
    const answer = answerTo(id);
    write(body.replace(NUMBERED, NUMBERED.replace(':0,', `:${id},`)), header);
    const { error } = await answer;
    const isRight = !isSound || !error || EXCUSES.includes(error.code) || isPushed(error, body);
    assert.ok(isRight, `${body} is answered with ${error?.code}: ${error?.message}`);
  };

  return {
    isGone: () => gone !== undefined,
    request,
    async handshake(diagnostics) {
      const workspace = {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        codeLens: { refreshSupport: true },
        workspaceEdit: { documentChanges: true },
      };
      const textDocument = diagnostics === 'pulled' ? { diagnostic: {} } : {};
      const capabilities = { workspace, textDocument };
      const rootUri = pathToFileURL(tmpdir()).href;
      const { error } = await request('initialize', { processId: process.pid, rootUri, capabilities });
      assert.equal(error, undefined);
      send({ method: 'initialized', params: {} });
    },
    async converse(wanted, messages) {
      settings = wanted;
      heard = performance.now();
      silence = 0;
      const before = worked(child.pid);
      // What one that does not know where a message ends makes of the rest nobody knows; but it must come to an end.
      if (messages.some(({ header }) => header !== undefined)) {
        for (const message of messages) say(message).catch(() => {});
        stdin.end();
        await exited;
        return 0;
      }
      await Promise.all(messages.flatMap((message, index) => [say(message), ...(index % 5 === 0 ? [isThere()] : [])]));
      await isThere();
      for (const uri of URIS) send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
      const after = worked(child.pid);
      // What others have worked meanwhile is not the server's.
      return before === undefined || after === undefined ? silence : Math.min(silence, after - before);
    },
    stop() {
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
    },
  };
}

function isPushed({ code }: NonNullable<Answer['error']>, body: string): boolean {
  return code === UNKNOWN_METHOD && body.includes('"textDocument/diagnostic"');
}
