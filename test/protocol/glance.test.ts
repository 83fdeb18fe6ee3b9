import assert from 'node:assert/strict';
import { CodeLensRequest, HoverRequest } from 'vscode-languageserver/node';
import { type Site, SiteRequest } from '../../server/src/lsp/protocol.ts';
import { startClient, type TestClient } from '../harness/languageClient.ts';

const HANDLER = `import { ThinQApiError } from 'thinq';
export function report(error: ThinQApiError): void {
  switch (error.code) {
    case '1222':
      console.warn('offline');
      break;
    case '2201':
      console.warn('failed');
      break;
  }
}
`;
const uri = 'file:///glance/handler.ts';
/** Where the dispatch decides on something. */
const SUBJECT = { line: 2, character: 10 };

/** What is said in each language of the display. */
const LANGUAGES = [
  {
    language: 'en',
    sum: /^Handles 2 of \d+/,
    add: /^Add the \d+ missing codes$/,
    heading: 'Without an arm of their own:',
    advice: 'tell the user',
  },
  {
    language: 'ko',
    sum: /2개를 처리합니다/,
    add: /^빠진 코드 \d+개 추가$/,
    heading: '따로 처리하는 분기가 없는 코드:',
    advice: '사용자에게 안내',
  },
] as const;

for (const { language, sum, add, heading, advice } of LANGUAGES)
  describe(`At a glance (${language})`, () => {
    let client: TestClient;
    const begin = async (initializationOptions: object = { commands: true }): Promise<void> => {
      client = await startClient({}, undefined, { ...initializationOptions, displayLanguage: language });
      await client.open(uri, 'typescript', HANDLER);
    };
    afterEach(() => client.stop());
    const textDocument = { uri };
    const lenses = async () => (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];

    it('has lenses with commands for a client that has these', async () => {
      await begin();
      const commands = (await lenses()).map((lens) => lens.command);
      assert.deepEqual(
        commands.map((one) => one?.command),
        ['thinqNugu.showSite', 'thinqNugu.addMissing'],
      );
      assert.match(commands[0]?.title ?? '', sum);
      assert.match(commands[1]?.title ?? '', add);
      assert.deepEqual(commands[0]?.arguments, [uri, SUBJECT]);
    });

    it('has one lens without a command for others', async () => {
      await begin({});
      assert.deepEqual(
        (await lenses()).map((lens) => lens.command?.command),
        [''],
      );
    });

    it('says what a dispatch leaves out by what to do, with the quick fixes', async () => {
      await begin();
      const ask = (position: object): Promise<Site | null> =>
        client.connection.sendRequest(SiteRequest.method, { textDocument, position });
      const site = await ask(SUBJECT);
      assert.match(site?.summary ?? '', sum);
      const codes = site?.missing.find((one) => one.advice === advice)?.codes ?? [];
      const code = codes.find((one) => one.code === '2305');
      assert.equal(code?.page, 'thinq-nugu:/thinq/2305.md');
      assert.match(site?.fixes.find(({ addsAll }) => addsAll)?.title ?? '', add);
      assert.deepEqual(await ask({ line: 4, character: 6 }), site, 'from within it, too');
      assert.equal(await ask({ line: 0, character: 0 }), null);
    });

    it('lists the same in the hover on what decides', async () => {
      await begin();
      const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position: SUBJECT });
      const text = JSON.stringify(hover?.contents);
      assert.ok(text.includes(heading) && text.includes(`- ${advice}: `) && text.includes('`2305`'), text);
    });
  });
