import assert from 'node:assert/strict';
import { createFolder, type Folder, run, type Surroundings } from '../harness/commandLine.ts';
import { call } from '../harness/resident/resident.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
const KOREAN = { LANG: 'ko_KR.UTF-8' };

describe('a process in which calls follow one another', () => {
  let folder: Folder;
  before(() => {
    folder = createFolder({ 'a.ts': WRONG, 'lone \ud800/b.ts': WRONG, 'clean/c.ts': 'export {};\n' });
  });
  after(() => folder.remove());

  const assertSame = (args: readonly string[], surroundings: Surroundings): void => {
    const { status, stdout, stderr } = run(args, surroundings);
    assert.deepEqual(call(args, surroundings), { status, stdout, stderr }, args.join(' '));
  };

  for (const [args, surroundings] of [
    [['--version'], {}],
    [['check', '--help'], { environment: KOREAN }],
    [['check', '--reporter', 'json'], {}],
    [['check', '--verbose'], { environment: { COLUMNS: '60', FORCE_COLOR: '1' } }],
    [['check', 'lone \ud800'], {}],
    [['check', 'clean'], {}],
    [['check', 'gone'], { environment: KOREAN }],
    [['check', '-', '--stdin-filename', 'b.ts'], { input: WRONG }],
    [['check', '--fix-dry-run'], {}],
    [['coverage', '--reporter', 'json'], {}],
    [['explain', '-'], { input: '1222\n2305 한글\n' }],
    [['export'], {}],
    [['init', '--dry-run'], {}],
    [['chekc'], {}],
  ] as const)
    it(`answers ${args.join(' ')} as a process of its own does`, () =>
      assertSame(args, { cwd: folder.path, ...surroundings }));

  it('hands nothing on to the next', () => {
    const cwd = folder.path;
    assert.equal(call(['check'], { cwd, environment: KOREAN }).status, 1);
    assertSame(['check', 'clean'], { cwd });
    assert.equal(call(['explain', '-'], { input: '1222\n' }).status, 0);
    assertSame(['explain', '-'], {});
    // More than listeners may be many, and more than a pipe holds.
    for (let time = 0; time < 12; time++) assert.equal(call(['export']).stderr, '');
  });

  it('says so when it ends by itself, and another takes its place', () => {
    assert.throws(() => call(['lsp', '--stdio']), /^Error: lsp --stdio: the program ended by itself/);
    assertSame(['check'], { cwd: folder.path });
  });
});
