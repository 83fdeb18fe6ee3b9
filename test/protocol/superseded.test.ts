import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CancellationTokenSource,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CompletionRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { callsIn } from '../harness/entered.ts';
import { startClient, type TestClient } from '../harness/languageClient.ts';

const EDITS = 800;
const HOVERS = 200;
const URI = 'file:///handler.ts';
const HANDLER = `import { ThinQError } from './thinq';
const note = '';
export function tell(error: ThinQError): string | undefined {
  switch (error.code) {
    case '1222':
      return 'offline';
  }
}
`;
const ON_THE_CODE = { line: 4, character: 11 };

/** Puts a character into the note, as somebody does who types. */
async function type(client: TestClient, version: number): Promise<void> {
  const place = { line: 1, character: 14 };
  await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
  });
}

/** What came of a request: the code of the error that it was refused with, or its answer. */
type Outcome = { readonly refused: number; readonly data: unknown } | { readonly answer: unknown };

async function outcomeOf(request: Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await request };
  } catch (error) {
    assert.ok(error instanceof ResponseError, String(error));
    return { refused: error.code, data: error.data };
  }
}

function refusals(outcomes: readonly Outcome[]): readonly number[] {
  return outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []));
}

/** Types fast, and asks something behind every fourth character. */
async function burst(client: TestClient, ask: (() => Promise<unknown>) | undefined): Promise<readonly Outcome[]> {
  const asked: Promise<Outcome>[] = [];
  for (let edit = 1; edit <= EDITS; edit++) {
    type(client, edit + 1);
    if (ask && edit % (EDITS / HOVERS) === 0 && edit < EDITS) asked.push(outcomeOf(ask()));
  }
  return Promise.all(asked);
}

describe('a request about a text that is gone', function () {
  this.timeout(60_000);
  let client: TestClient;
  const textDocument = { uri: URI };
  const hover = () => client.connection.sendRequest(HoverRequest.type, { textDocument, position: ON_THE_CODE });

  describe('is no work', () => {
    /** @returns how many functions were called in a server in which somebody types fast */
    const workOf = async (asks: boolean): Promise<number> => {
      const folder = mkdtempSync(join(tmpdir(), 'calls-'));
      try {
        client = await startClient({}, undefined, {}, {}, { NODE_V8_COVERAGE: folder });
        await client.open(URI, 'typescript', HANDLER);
        await client.published(URI);
        const outcomes = await burst(client, asks ? hover : undefined);
        assert.equal((await client.published(URI, EDITS + 1))[0]?.code, 'unhandled-device-error');
        assert.equal(await client.stop(), 0);
        if (asks) assert.ok(refusals(outcomes).length > 0, 'some came too late');
        return callsIn(folder, '/dist/parts/');
      } finally {
        rmSync(folder, { recursive: true });
      }
    };

    it(`for ${HOVERS} hovers among ${EDITS} edits`, async () => {
      // How a pipe portions out messages depends on what else the machine does; the least is what the server needs.
      const least = async (asks: boolean): Promise<number> =>
        Math.min(await workOf(asks), await workOf(asks), await workOf(asks));
      const [without, withHovers] = [await least(false), await least(true)];
      assert.ok(without > 10_000, `${without} calls`);
      assert.ok(withHovers <= 1.5 * without, `${withHovers} calls with hovers, ${without} without`);
    });
  });

  describe('is dropped', () => {
    afterEach(async () => {
      assert.equal(await client.stop(), 0);
    });

    it('for hovers and lines above the code, and the last one is answered', async () => {
      client = await startClient();
      await client.open(URI, 'typescript', HANDLER);
      await client.published(URI);
      for (const ask of [hover, () => client.connection.sendRequest(CodeLensRequest.type, { textDocument })]) {
        const codes = refusals(await burst(client, ask));
        assert.ok(codes.length > HOVERS / 2, `${codes.length} refused`);
        assert.deepEqual([...new Set(codes)], [LSPErrorCodes.ContentModified]);
        assert.ok(await ask());
      }
    });

    it('for findings that are asked for, which may be asked for again', async () => {
      client = await startClient({ textDocument: { diagnostic: {} } });
      await client.open(URI, 'typescript', HANDLER);
      const ask = () => client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      const outcomes = await burst(client, ask);
      assert.ok(refusals(outcomes).length > HOVERS / 2);
      for (const outcome of outcomes) {
        if (!('refused' in outcome)) continue;
        assert.deepEqual(outcome, { refused: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
      }
      const report = await ask();
      assert.deepEqual(report.kind === 'full' && report.items.map(({ code }) => code), ['unhandled-device-error']);
    });

    it('when the client takes it back', async () => {
      client = await startClient();
      await client.open(URI, 'typescript', HANDLER);
      const asked = Array.from({ length: 50 }, () => {
        const source = new CancellationTokenSource();
        const request = client.connection.sendRequest(
          HoverRequest.type,
          { textDocument, position: ON_THE_CODE },
          source.token,
        );
        source.cancel();
        return outcomeOf(request);
      });
      const codes = refusals(await Promise.all(asked));
      assert.equal(codes.length, 50);
      assert.deepEqual([...new Set(codes)], [LSPErrorCodes.RequestCancelled]);
      assert.ok(await hover());
    });

    it('for all completions but the last, since an editor filters what it has asked for before it typed on', async () => {
      client = await startClient();
      const uri = 'file:///new.json';
      const text = '{ "data": [{ "resultCode": "Temp", "smartHomeDevice": {} }] }';
      await client.open(uri, 'json', text);
      const complete = () =>
        client.connection.sendRequest(CompletionRequest.type, {
          textDocument: { uri },
          position: { line: 0, character: text.indexOf('Temp') + 4 },
        });
      const asked: Promise<Outcome>[] = [];
      for (let version = 2; version < 50; version++) {
        asked.push(outcomeOf(complete()));
        client.change(uri, version, text.replace('Temp', `Temp${'e'.repeat(version)}`));
      }
      const outcomes = await Promise.all(asked);
      const last = outcomes.pop();
      assert.ok(last && 'answer' in last && Array.isArray(last.answer) && last.answer.length > 0);
      const codes = refusals(outcomes);
      assert.ok(codes.length > 30, `${codes.length} refused`);
      assert.deepEqual([...new Set(codes)], [LSPErrorCodes.ContentModified]);
    });
  });
});

describe('a thousand changes of the configuration', () => {
  const change = async (client: TestClient): Promise<void> => {
    client.configuration = { rules: { 'unhandled-device-error': 'error' } };
    await client.flood(DidChangeConfigurationNotification.method, { settings: null }, 1000);
  };
  /** Longer than the server may wait for more. */
  const LONG_MS = 700;

  it('lead to one refresh of a client that asks for findings', async () => {
    const client = await startClient({
      textDocument: { diagnostic: {} },
      workspace: { configuration: true, diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true } },
    });
    let [findings, lenses] = [0, 0];
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => void findings++);
    client.connection.onRequest(CodeLensRefreshRequest.type, () => void lenses++);
    await client.open(URI, 'typescript', HANDLER);
    // By then all of the server is loaded.
    await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position: ON_THE_CODE });
    await change(client);
    await wait(LONG_MS);
    assert.deepEqual({ findings, lenses }, { findings: 1, lenses: 1 });
    assert.equal(await client.stop(), 0);
  });

  it('lead to one round of findings for a client that is sent them', async () => {
    const client = await startClient({ workspace: { configuration: true } });
    await client.open(URI, 'typescript', HANDLER);
    assert.equal((await client.published(URI))[0]?.severity, 2);
    const before = client.publications(URI);
    await change(client);
    assert.equal((await client.published(URI))[0]?.severity, 1);
    await wait(LONG_MS);
    assert.equal(client.publications(URI), before + 1);
    assert.equal(await client.stop(), 0);
  });
});
