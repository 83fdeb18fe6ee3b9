import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appearing, disappearing, hoverText, open, place, write } from '../suite/editor.ts';

/** It says of itself neither whose codes these are nor that they are any. */
const HANDLER = `export function retry(error: { code: string }) {
  switch (error.code) {
    case '1222':
    case '2201':
      return true;
  }
}
`;
/** What its names stand for, and so all of its codes, is written in another file. */
const DECIDE = `import { MODE, OFFLINE } from './codes';

export function decide(error: ThinQApiError): void {
  switch (error.code) {
    case OFFLINE:
      notify('offline');
      break;
    case MODE:
      notify('mode');
      break;
  }
}
`;
/** NUGU writes `TemperatureOutofRange`. */
const MISSPELT = `export const answer = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: { id: '1' } };
`;

describe('A virtual workspace', () => {
  it('has project files that say whose codes these are', async () => {
    await write('claimed/.thinq-nugu.json', '{ "vendors": ["thinq"] }');
    await write('claimed/handler.ts', HANDLER);
    const { uri } = await open('claimed/handler.ts');
    assert.equal((await appearing(uri, 'unhandled-device-error')).source, 'thinq');
  });

  it('has project files that switch rules off, and their changes count', async () => {
    await write('off/.thinq-nugu.json', '{ "rules": { "unknown-code": "off" } }');
    await write('off/answer.ts', MISSPELT);
    const { uri } = await open('off/answer.ts');
    await write('off/.thinq-nugu.json', '{}');
    await appearing(uri, 'unknown-code');
    await write('off/.thinq-nugu.json', '{ "rules": { "unknown-code": "off" } }');
    await disappearing(uri, 'unknown-code');
  });

  it('has project files with codes of the team, from a catalog that lies beside', async () => {
    const codes = [{ vendor: 'thinq', code: '9123', description: 'The gateway sleeps.' }];
    await write('team/codes.json', JSON.stringify(codes));
    await write('team/.thinq-nugu.json', '{ "vendors": ["thinq"], "catalog": "codes.json" }');
    await write('team/handler.ts', HANDLER.replace('1222', '9123'));
    const document = await open('team/handler.ts');
    assert.match(await hoverText(document, place(document, "'91|23'")), /The gateway sleeps/);
  });

  it('has manifests that ask for an SDK', async () => {
    await write('listed/package.json', '{ "dependencies": { "thinq-connect": "1.0.0" } }');
    await write('listed/handler.ts', HANDLER);
    const { uri } = await open('listed/handler.ts');
    await appearing(uri, 'unhandled-device-error');
  });

  it('has constants in other files, and follows them', async () => {
    await write('parts/package.json', '{}');
    await write('parts/codes.ts', "export const OFFLINE = '1222';\nexport const MODE = '2305';\n");
    await write('parts/decide.ts', DECIDE);
    const document = await open('parts/decide.ts');
    await appearing(document.uri, 'unhandled-device-error');
    assert.match(await hoverText(document, place(document, 'case OFF|LINE')), /1222/);
    await write('parts/codes.ts', 'export {};\n');
    await disappearing(document.uri, 'unhandled-device-error');
  });

  it('is looked through for a code: in open files and others', async () => {
    await write('found/.thinq-nugu.json', '{ "vendors": ["thinq"] }');
    await write('found/handler.ts', HANDLER);
    await write('found/other.ts', HANDLER.replace('retry', 'again'));
    const document = await open('found/handler.ts');
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      place(document, "'12|22'"),
    );
    assert.deepEqual(places.map(({ uri }) => uri.path).sort(), ['/found/handler.ts', '/found/other.ts']);
  });

  it('has problems of its project files reported in them', async () => {
    const { uri } = await open('service/.thinq-nugu.json');
    assert.match((await appearing(uri, 'project-file')).message, /quiet/);
  });
});
