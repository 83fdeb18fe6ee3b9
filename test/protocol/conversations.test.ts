import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  InitializeResult,
  MarkupContent,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { createFolder, type Folder } from '../harness/commandLine.ts';
import { connect } from '../harness/languageClient.ts';

/** What `npm run test:editors` has written down. */
const FOLDER = 'test/protocol/conversations';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}
/** The first line names the editor; in the others a side says something, or a file is written. */
interface Line {
  readonly editor?: string;
  readonly from?: 'editor' | 'server' | 'disk';
  readonly message?: Message;
  readonly path?: string;
  readonly text?: string;
}

/** Milliseconds after which what has not come does not come. */
const PATIENCE_MS = 20_000;

type Comparison = (now: unknown, then: unknown) => void;

/** What must stay as it is of each kind of answer: words may be chosen better, and more may be offered. */
const ESSENTIALS: Readonly<Record<string, Comparison>> = {
  initialize: (now, then) => {
    const of = (result: unknown): readonly string[] => Object.keys((result as InitializeResult).capabilities);
    assert.deepEqual(missing(of(then), of(now)), [], 'capabilities');
  },
  'textDocument/hover': (now, then) => {
    const of = (result: unknown): unknown => {
      const { contents, range } = result as Hover;
      const { kind, value } = contents as MarkupContent;
      return { kind, range, about: /\w+/.exec(value)?.[0] };
    };
    assert.deepEqual(of(now), of(then));
  },
  'textDocument/completion': (now, then) => {
    const of = (result: unknown): readonly string[] => {
      const { items = result as readonly CompletionItem[] } = result as CompletionList;
      return items.map(({ label }) => label);
    };
    assert.ok(of(then).length > 10);
    assert.deepEqual(missing(of(then), of(now)), [], 'completions');
  },
  'textDocument/codeAction': (now, then) => {
    const of = (result: unknown): readonly unknown[] =>
      (result as readonly CodeAction[])
        .filter(({ isPreferred }) => isPreferred)
        .map(({ kind, edit }) => ({ kind, edit }));
    assert.equal(of(then).length, 1);
    assert.deepEqual(of(now), of(then));
  },
};

function missing(wanted: readonly string[], present: readonly string[]): readonly string[] {
  return wanted.filter((one) => !present.includes(one));
}

function findingsOf({ diagnostics }: PublishDiagnosticsParams): unknown {
  return diagnostics.map(({ code, severity, range }) => ({ code, severity, range }));
}

const PUBLISH = 'textDocument/publishDiagnostics';

/** Without findings in whose place others came before the editor said anything. */
function withoutOvertaken(lines: readonly Line[]): readonly Line[] {
  const isPublished = (line: Line | undefined): boolean => line?.message?.method === PUBLISH;
  return lines.filter((line, index) => !(isPublished(line) && isPublished(lines[index + 1])));
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo() && Date.now() < end) await setTimeout(10);
}

/** Says to a new server what an editor has said, and compares what it answers. @returns the methods of what was compared */
async function repeat(lines: readonly Line[], write: Folder['write']): Promise<readonly string[]> {
  const saidBy = (from: Line['from']): readonly Message[] =>
    lines.flatMap((line) => (line.from === from && line.message ? [line.message] : []));
  const ofEditor = saidBy('editor');
  const ofServer = saidBy('server');

  const { connection, exited } = connect(['dist/cli.js', 'lsp']);
  const answers = new Map<Message['id'], Promise<unknown>>();
  const latest = new Map<string, unknown>();
  const asked: string[] = [];
  const compared: string[] = [];
  for (const { id, method } of ofServer) {
    if (id === undefined || method === undefined) continue;
    const answer = ofEditor.find((one) => one.id === id && one.method === undefined)?.result ?? null;
    connection.onRequest(method, () => {
      asked.push(method);
      return answer;
    });
  }
  connection.onNotification(PUBLISH, (params: PublishDiagnosticsParams) => {
    latest.set(params.uri, findingsOf(params));
  });
  connection.listen();

  const hear = async ({ id, method, params, result }: Message): Promise<void> => {
    if (method === PUBLISH) {
      const { uri, ...wanted } = params as PublishDiagnosticsParams;
      const findings = findingsOf({ uri, ...wanted });
      await until(() => isDeepStrictEqual(latest.get(uri), findings));
      assert.deepEqual(latest.get(uri), findings);
      compared.push(PUBLISH);
    } else if (method !== undefined) {
      await until(() => asked.includes(method));
      assert.ok(asked.includes(method), method);
    } else {
      const question = ofEditor.find((one) => one.id === id && one.method !== undefined)?.method ?? '';
      const compare: Comparison = ESSENTIALS[question] ?? assert.deepEqual;
      compare(await answers.get(id), result);
      compared.push(question);
    }
  };
  const say = async ({ id, method, params }: Message): Promise<void> => {
    if (method === undefined) return;
    if (id === undefined) await connection.sendNotification(method, params);
    else answers.set(id, connection.sendRequest(method, params));
  };

  for (const { from, message, path, text } of withoutOvertaken(lines)) {
    if (path !== undefined && text !== undefined) write(path, text);
    else if (message) await (from === 'server' ? hear(message) : say(message));
  }
  if (!ofEditor.some(({ method }) => method === 'exit')) connection.end();
  await exited;
  connection.dispose();
  return compared;
}

describe('what editors have said', function () {
  this.timeout(60_000);
  const names = readdirSync(FOLDER).map((file) => file.replace('.jsonl', ''));

  it('is written down of three, with their versions, and without a path of any machine', () => {
    assert.deepEqual(names, ['emacs', 'neovim', 'vim']);
    for (const name of names) {
      const text = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8');
      assert.match(text.split('\n', 1).join(), /^\{"editor":"[\w ]+ v?\d+\.\d+[^"]*"\}$/);
      assert.doesNotMatch(text, /(?<![\w/])\/(?:tmp|home|root|work|usr|Users)\//);
    }
  });

  for (const name of names) {
    it(`is answered as it was, in essence: ${name}`, async () => {
      const folder = createFolder({ 'handler.py': readFileSync('test/editors/project/handler.py', 'utf8') });
      try {
        const text = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
          .replaceAll('file:///project', pathToFileURL(folder.path).href)
          .replaceAll('"/project', `"${folder.path.replaceAll('\\', '\\\\')}`);
        const lines = text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Line);
        const compared = await repeat(lines, folder.write);
        for (const method of [...Object.keys(ESSENTIALS), PUBLISH]) assert.ok(compared.includes(method), method);
      } finally {
        folder.remove();
      }
    });
  }
});
