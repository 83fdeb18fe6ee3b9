import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { descriptorOf } from '../../server/src/node/write.ts';
import { CLI, createFolder, type Folder, run } from '../harness/commandLine.ts';
import { killAtEveryStep, runWith } from '../harness/interruption.ts';
import { call } from '../harness/resident/resident.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
const MENDED = WRONG.replace('OutOfRange', 'OutofRange');
/** What systems other than Windows have: modes, owners, descriptors, names with any sign in them. */
const IS_POSIX = process.platform !== 'win32';

describe('cli, when it writes', function () {
  this.timeout(120_000);
  const folders: Folder[] = [];
  const folderOf = (files: Readonly<Record<string, string>> = {}): Folder => {
    const folder = createFolder(files);
    folders.push(folder);
    return folder;
  };
  const read = (folder: Folder, path: string): string => readFileSync(join(folder.path, path), 'utf8');
  /** Makes a link in a folder. Windows makes links to files in its developer mode only. */
  const link = (folder: Folder, path: string, target: string): void =>
    symlinkSync(target, join(folder.path, path), 'junction');
  const names = (folder: Folder): readonly string[] => readdirSync(folder.path).sort();
  const fix = (folder: Folder, ...args: readonly string[]) => call(['check', '--fix', ...args], { cwd: folder.path });
  after(() => {
    for (const folder of folders) folder.remove();
  });

  describe('through a link', () => {
    it('fixes what lies in the folder, and keeps the link', () => {
      const folder = folderOf({ 'src/a.ts': WRONG });
      link(folder, 'way', join(folder.path, 'src'));
      assert.equal(fix(folder, 'way/a.ts').stderr, '1 fix applied.\n');
      assert.equal(read(folder, 'src/a.ts'), MENDED);
      assert.ok(lstatSync(join(folder.path, 'way')).isSymbolicLink());
    });
    it('fixes a file once that has two names', () => {
      const folder = folderOf({ 'src/a.ts': WRONG });
      link(folder, 'way', join(folder.path, 'src'));
      assert.equal(fix(folder, 'way/a.ts', 'src/a.ts').stderr, '1 fix applied.\n');
      assert.equal(read(folder, 'src/a.ts'), MENDED);
    });
    it('fixes what lies in the repository around the folder, and in a folder that was named', () => {
      const folder = folderOf({ 'shared/a.ts': WRONG, 'app/b.ts': WRONG });
      mkdirSync(join(folder.path, '.git'));
      link(folder, 'app/shared', join(folder.path, 'shared'));
      const others = folderOf({ 'c.ts': WRONG });
      const { stderr } = call(['check', '--fix', 'shared/a.ts', 'b.ts', others.path], {
        cwd: join(folder.path, 'app'),
      });
      assert.equal(stderr, '3 fixes applied.\n');
      assert.equal(read(folder, 'shared/a.ts'), MENDED);
      assert.equal(read(others, 'c.ts'), MENDED);
    });
    it('leaves what lies outside, and what is git’s own, and says so', () => {
      const outside = folderOf({ 'a.ts': WRONG });
      const folder = folderOf({ '.git/hooks/b.ts': WRONG });
      link(folder, 'way', outside.path);
      link(folder, 'hooks', join(folder.path, '.git/hooks'));
      const { stderr, status } = fix(folder, 'way', 'hooks/b.ts');
      assert.equal(status, 2);
      assert.match(stderr, /^way\/a\.ts was not fixed: it leads to .*a\.ts, which is outside .*\.$/m);
      assert.match(stderr, /^hooks\/b\.ts was not fixed: it leads into \.git\.$/m);
      assert.equal(read(outside, 'a.ts'), WRONG);
      assert.equal(read(folder, '.git/hooks/b.ts'), WRONG);
    });
    it('writes reports and baselines in the folder only, and keeps the link', () => {
      const outside = folderOf({ 'report.json': 'old', 'known.json': '{"version":1,"findings":[]}' });
      const folder = folderOf({ 'a.ts': WRONG, 'in/report.json': 'old', '.git/hooks/pre-commit': 'old' });
      link(folder, 'inside.json', join(folder.path, 'in/report.json'));
      link(folder, 'outside.json', join(outside.path, 'report.json'));
      link(folder, 'absent.json', join(outside.path, 'absent.json'));
      link(folder, 'reports', outside.path);
      link(folder, 'hook', join(folder.path, '.git/hooks/pre-commit'));
      link(folder, 'known.json', join(outside.path, 'known.json'));
      const files = ['inside.json', 'outside.json', 'absent.json', 'reports/new.json', 'hook'];
      const { status, stderr, stdout } = call(
        ['check', '-r', 'pretty', ...files.flatMap((file) => ['-r', `json=${file}`])],
        { cwd: folder.path },
      );
      assert.equal(status, 2);
      assert.match(stdout, /a\.ts:1:36/);
      for (const file of files.slice(1)) assert.match(stderr, new RegExp(`^${file} was not written: it `, 'm'));
      assert.match(read(folder, 'in/report.json'), /"unknown-code"/);
      assert.equal(readlinkSync(join(folder.path, 'inside.json')), join(folder.path, 'in/report.json'));
      assert.equal(read(outside, 'report.json'), 'old');
      assert.equal(read(folder, '.git/hooks/pre-commit'), 'old');
      assert.deepEqual(names(outside), ['known.json', 'report.json']);
      const former = read(outside, 'known.json');
      const updated = call(['check', '--baseline', 'known.json', '--update-baseline'], { cwd: folder.path });
      assert.equal(updated.status, 2);
      assert.match(updated.stderr, /^known\.json was not written: it leads to /m);
      assert.equal(read(outside, 'known.json'), former);
    });
    it('writes a report to any place that is named without one', () => {
      const outside = folderOf();
      const folder = folderOf({ 'a.ts': WRONG });
      assert.equal(call(['check', '-r', `json=${join(outside.path, 'out.json')}`], { cwd: folder.path }).status, 1);
      assert.match(read(outside, 'out.json'), /"unknown-code"/);
    });
    it('makes no project file', () => {
      const outside = folderOf({ 'settings.json': '{}' });
      for (const target of ['settings.json', 'absent.json']) {
        const folder = folderOf();
        link(folder, '.thinq-nugu.json', join(outside.path, target));
        for (const args of [['init'], ['init', '--force']]) {
          const { status, stderr } = call(args, { cwd: folder.path });
          assert.equal(status, 2, args.join(' '));
          assert.match(stderr, /was not written: .* is a link\.$/m);
        }
        assert.ok(lstatSync(join(folder.path, '.thinq-nugu.json')).isSymbolicLink());
      }
      const folder = folderOf();
      link(folder, 'way', outside.path);
      assert.match(call(['init', 'way'], { cwd: folder.path }).stderr, /way is a link/);
      assert.deepEqual(names(outside), ['settings.json']);
      assert.equal(read(outside, 'settings.json'), '{}');
    });
  });

  describe('over what somebody else has a part in', () => {
    it('fixes no file with other names', () => {
      const folder = folderOf({ 'a.ts': WRONG, 'c.ts': WRONG });
      linkSync(join(folder.path, 'a.ts'), join(folder.path, 'b.txt'));
      const { stderr, status } = fix(folder);
      assert.equal(status, 2);
      assert.match(stderr, /^1 fix applied\.\nFixed: c\.ts\.\na\.ts was not fixed: it has other names/);
      assert.equal(read(folder, 'a.ts'), WRONG);
      assert.equal(statSync(join(folder.path, 'a.ts')).ino, statSync(join(folder.path, 'b.txt')).ino);
    });
    it('keeps a change that is made meanwhile', () => {
      // Somebody saves while the new text is written beside the old.
      const MEANWHILE = `
        const fs = require('node:fs');
        const original = fs.openSync, write = fs.writeFileSync;
        const change = (flags) => {
          if (String(flags) === 'wx') fs.writeFileSync = write, write(process.env.CHANGED, process.env.TEXT);
        };
        fs.openSync = (...args) => (change(args[1]), original(...args));
        fs.writeFileSync = (...args) => (change(args[2]?.flag), write(...args));`;
      const save = (folder: Folder, file: string, ...args: readonly string[]) =>
        runWith(MEANWHILE, args, folder.path, { CHANGED: join(folder.path, file), TEXT: 'theirs' });
      const fixed = folderOf({ 'a.ts': WRONG });
      const { stderr, status } = save(fixed, 'a.ts', 'check', '--fix');
      assert.equal(status, 2);
      assert.match(stderr, /^a\.ts was not fixed: it has been changed meanwhile, and that change was kept\.$/m);
      assert.equal(read(fixed, 'a.ts'), 'theirs');
      assert.deepEqual(names(fixed), ['a.ts']);

      for (const before of [{}, { 'known.json': '{"version":1,"findings":[]}' }]) {
        const folder = folderOf({ 'a.ts': WRONG });
        if ('known.json' in before)
          call(['check', '--baseline', 'known.json', '--update-baseline'], { cwd: folder.path });
        const updated = save(folder, 'known.json', 'check', '--baseline', 'known.json', '--update-baseline');
        assert.equal(updated.status, 2);
        assert.match(updated.stderr, /^known\.json was not written: it has been changed meanwhile/m);
        assert.equal(read(folder, 'known.json'), 'theirs');
      }
      const begun = folderOf();
      assert.equal(save(begun, '.thinq-nugu.json', 'init').status, 2);
      assert.equal(read(begun, '.thinq-nugu.json'), 'theirs');
    });
    it('names some of very many files', () => {
      const paths = Array.from({ length: 44 }, (_, at) => `${at}.ts`);
      const folder = folderOf(Object.fromEntries(paths.map((path) => [path, WRONG])));
      for (const path of paths.slice(22)) linkSync(join(folder.path, path), join(folder.path, `${path}.txt`));
      const lines = fix(folder, '-q').stderr.trimEnd().split('\n');
      assert.equal(lines.length, 23);
      assert.match(lines[1] ?? '', /^Fixed: (?:\d+\.ts, ){19}\d+\.ts and 2 more\.$/);
      assert.equal(lines.at(-1), '2 more were not fixed.');
    });
    if (IS_POSIX) {
      it('keeps the mode', () => {
        for (const mode of [0o600, 0o755, 0o664]) {
          const folder = folderOf({ 'a.ts': WRONG });
          chmodSync(join(folder.path, 'a.ts'), mode);
          fix(folder);
          assert.equal(read(folder, 'a.ts'), MENDED);
          assert.equal(statSync(join(folder.path, 'a.ts')).mode & 0o7777, mode);
        }
      });
      it('fixes no file whose owner or mode it cannot keep', () => {
        /** The file is another's, and the system gives nothing away; or it takes no mode. */
        const owned = `
          const fs = require('node:fs');
          const { lstatSync } = fs;
          fs.lstatSync = (path, ...rest) => {
            const stats = lstatSync(path, ...rest);
            if (stats && path.endsWith('a.ts')) stats.uid += 1;
            return stats;
          };
          fs.fchownSync = () => { throw Object.assign(new Error('EPERM'), { code: 'EPERM' }); };`;
        const modeless = "require('node:fs').fchmodSync = () => {};";
        for (const [module, reason] of [
          [owned, /^a\.ts was not fixed: its owner cannot be kept\.$/m],
          [modeless, /^a\.ts was not fixed: its mode cannot be kept\.$/m],
        ] as const) {
          const folder = folderOf({ 'a.ts': WRONG });
          const { status, stderr } = runWith(module, ['check', '--fix'], folder.path);
          assert.match(stderr, reason);
          assert.equal(status, 2);
          assert.equal(read(folder, 'a.ts'), WRONG);
          assert.deepEqual(names(folder), ['a.ts']);
        }
      });
      it('fixes no file that is read-only, and goes on with others', () => {
        const folder = folderOf({ 'a.ts': WRONG, 'b.ts': WRONG, 'out.json': 'old' });
        for (const name of ['a.ts', 'out.json']) chmodSync(join(folder.path, name), 0o444);
        const { status, stderr } = fix(folder, '-r', 'json=out.json');
        assert.equal(status, 2);
        assert.equal(
          stderr,
          '1 fix applied.\nFixed: b.ts.\na.ts was not fixed: it is read-only.\n' +
            'out.json was not written: it is read-only.\n',
        );
        assert.equal(read(folder, 'a.ts'), WRONG);
        assert.equal(read(folder, 'b.ts'), MENDED);
        assert.equal(read(folder, 'out.json'), 'old');
      });
    }
  });

  if (IS_POSIX) {
    describe('to what is no file', () => {
      // Whatever goes wrong here must not cost the machine its devices: none is named by a path at which, with the rights of
      // root, a file could take its place.
      it('writes reports to descriptors, in the order in which they were asked for', () => {
        const folder = folderOf({ 'a.ts': WRONG });
        const { stdout, stderr, status } = run(
          ['check', '-r', 'json=/dev/fd/1', '-r', 'pretty', '-r', 'github=/dev/fd/2'],
          { cwd: folder.path },
        );
        assert.equal(status, 1);
        assert.match(stdout, /^\{[\s\S]*"unknown-code"[\s\S]*\}\na\.ts:1:36/);
        assert.match(stderr, /^::warning /);
        assert.deepEqual(['/dev/stdout', '/dev/stderr', '/dev/fd/7', '/dev/null', '/tmp/7'].map(descriptorOf), [
          1,
          2,
          7,
          undefined,
          undefined,
        ]);
      });
      it('writes reports into a device, which stays', () => {
        const folder = folderOf({ 'a.ts': WRONG, device: '' });
        const before = statSync(join(folder.path, 'device'));
        // A file that says it is a device.
        const module = `
          const fs = require('node:fs');
          const { lstatSync } = fs;
          fs.lstatSync = (path, ...rest) => {
            const stats = lstatSync(path, ...rest);
            if (stats && path.endsWith('device')) stats.mode = (stats.mode & 0o777) | fs.constants.S_IFCHR;
            return stats;
          };`;
        assert.equal(runWith(module, ['check', '-r', 'json=device'], folder.path).status, 1);
        assert.match(read(folder, 'device'), /"unknown-code"/);
        assert.equal(statSync(join(folder.path, 'device')).ino, before.ino);
      });
      it('goes on where a file stands that is open already', () => {
        const folder = folderOf({ 'a.ts': WRONG });
        const shell = '(echo before; "$0" "$1" check -r json=/dev/fd/1 -r pretty; echo after) > out.txt';
        execFileSync('sh', ['-c', shell, process.execPath, CLI], { cwd: folder.path, stdio: 'pipe' });
        assert.match(read(folder, 'out.txt'), /^before\n\{[\s\S]*\}\na\.ts:1:36[\s\S]*\nafter\n$/);
      });
      it('writes into a pipe that somebody reads, and waits for nobody', () => {
        const folder = folderOf({ 'a.ts': WRONG });
        execFileSync('mkfifo', [join(folder.path, 'pipe')]);
        const { status, stderr } = run(['check', '-r', 'json=pipe'], { cwd: folder.path });
        assert.equal(status, 2);
        assert.match(stderr, /^pipe was not written: nobody reads from it\.$/m);
        // The reader is there before the writer, for the shell opens both ends.
        const shell = 'exec 3<>pipe; "$0" "$1" check -r json=pipe; head -c 20 <&3';
        const { stdout } = spawnSync('sh', ['-c', shell, process.execPath, CLI], {
          cwd: folder.path,
          encoding: 'utf8',
        });
        assert.match(stdout, /^\{/);
        assert.ok(lstatSync(join(folder.path, 'pipe')).isFIFO());
      });
      it('keeps no baseline in it', () => {
        const folder = folderOf({ 'a.ts': WRONG });
        execFileSync('mkfifo', [join(folder.path, 'pipe')]);
        const { status, stderr } = call(['check', '--baseline', 'pipe', '--update-baseline'], { cwd: folder.path });
        assert.equal(status, 2);
        assert.match(stderr, /no regular file/);
        assert.ok(lstatSync(join(folder.path, 'pipe')).isFIFO());
      });
      it('says of a disk that is full what was done', () => {
        const files = { 'a.ts': WRONG, 'b.ts': `${WRONG}${'// long\n'.repeat(20_000)}`, 'c.ts': WRONG };
        const folder = folderOf({ ...files, 'known.json': '' });
        call(['check', '--baseline', 'new.json', '--update-baseline'], { cwd: folder.path });
        const before = names(folder);
        // No file may grow beyond 32 or 64 KiB, as shells count; writing more fails in the middle.
        const limited = (...args: readonly string[]) =>
          spawnSync('sh', ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, CLI, 'check', ...args], {
            cwd: folder.path,
            encoding: 'utf8',
          });
        const { status, stderr, stdout } = limited('--fix', '-r', 'pretty', '-r', 'json=out.json');
        assert.equal(status, 2);
        assert.match(stdout, /b\.ts:1:36/);
        assert.equal(
          stderr,
          '2 fixes applied.\nFixed: a.ts, c.ts.\n' + 'b.ts was not fixed: it would be larger than files may be here.\n',
        );
        assert.equal(read(folder, 'a.ts'), MENDED);
        assert.equal(read(folder, 'b.ts'), files['b.ts']);
        assert.deepEqual(names(folder), [...before, 'out.json'].sort());
      });
    });
  }
  if (existsSync('/dev/full')) {
    it('says of a full device that a report, or the output, is not written', () => {
      const folder = folderOf({ 'a.ts': WRONG });
      const asked = '"$0" "$1" check -r json=/dev/fd/9 -r pretty 9> /dev/full';
      const options = { cwd: folder.path, encoding: 'utf8' } as const;
      const { status, stderr, stdout } = spawnSync('sh', ['-c', asked, process.execPath, CLI], options);
      assert.equal(status, 2);
      assert.match(stderr, /^\/dev\/fd\/9 was not written: the disk is full\.$/m);
      assert.match(stdout, /a\.ts:1:36/);
      const shell = '"$0" "$1" check > /dev/full';
      const piped = spawnSync('sh', ['-c', shell, process.execPath, CLI], options);
      assert.equal(piped.status, 2);
      assert.match(piped.stderr, /^The output cannot be written: the disk is full\.$/m);
    });
  }

  describe('killed at any moment', () => {
    const isOurs = (name: string): boolean => /^\.thinq-nugu-[-0-9a-f]+\.tmp$/.test(name);
    /** Nothing but what was there, what is to come, and what has a name of ours. */
    const assertNames = (folder: Folder, expected: readonly string[]): void =>
      assert.deepEqual(
        names(folder).filter((name) => !isOurs(name) && !expected.includes(name)),
        [],
      );
    const oneOf = (folder: Folder, path: string, texts: readonly string[]): void =>
      assert.ok(texts.includes(read(folder, path)), `${path}: ${read(folder, path).slice(0, 200)}`);

    it('leaves files and reports as they were, or as they are to be', () => {
      const files = { 'a.ts': WRONG, 'b.ts': `// 1\n${WRONG}`, 'out.json': '"old"' };
      const reports = new Set<string>();
      const steps = killAtEveryStep(
        ['check', '--fix', '-r', 'json=out.json'],
        () => createFolder(files),
        (folder, isWhole) => {
          if (isWhole) assert.equal(read(folder, 'a.ts'), MENDED);
          oneOf(folder, 'a.ts', [WRONG, MENDED]);
          oneOf(folder, 'b.ts', [files['b.ts'], `// 1\n${MENDED}`]);
          reports.add(JSON.stringify(JSON.parse(read(folder, 'out.json'))).slice(0, 5));
          assertNames(folder, Object.keys(files));
        },
      );
      assert.ok(steps >= 18, `${steps} steps`);
      assert.equal(reports.size, 2);
    });
    it('leaves a baseline as it was, or as it is to be', () => {
      let known = '';
      const steps = killAtEveryStep(
        ['check', '--baseline', 'known.json', '--update-baseline'],
        () => {
          const folder = createFolder({ 'a.ts': WRONG });
          call(['check', '--baseline', 'known.json', '--update-baseline'], { cwd: folder.path });
          known = read(folder, 'known.json');
          folder.write('0.ts', WRONG);
          return folder;
        },
        (folder, isWhole) => {
          const now = read(folder, 'known.json');
          if (isWhole) assert.notEqual(now, known);
          assert.ok(now === known || now.includes('0.ts'), now);
          JSON.parse(now);
          assertNames(folder, ['0.ts', 'a.ts', 'known.json']);
        },
      );
      assert.ok(steps >= 6, `${steps} steps`);
    });
    it('leaves no project file, or a whole one', () => {
      const steps = killAtEveryStep(
        ['init'],
        () => createFolder(),
        (folder, isWhole) => {
          assertNames(folder, ['.thinq-nugu.json']);
          if (isWhole || names(folder).includes('.thinq-nugu.json'))
            assert.match(read(folder, '.thinq-nugu.json'), /\n\}\n$/);
        },
      );
      assert.ok(steps >= 5, `${steps} steps`);
    });
  });

  describe('a diff', () => {
    /** Asserts that git makes of a tree by the diff what fixing makes of it. */
    const assertApplies = (files: Readonly<Record<string, string>>, ...config: readonly string[]): void => {
      const [fixed, patched] = [folderOf(files), folderOf(files)];
      assert.match(fix(fixed).stderr, /fix(?:es)? applied/);
      execFileSync('git', ['init', '-q', patched.path]);
      const { stdout } = call(['check', '--fix-dry-run'], { cwd: patched.path });
      const apply = ['-C', patched.path, ...config, 'apply'];
      const { status, stderr } = spawnSync('git', apply, { input: stdout, encoding: 'utf8' });
      assert.equal(status, 0, `${stderr}\n${JSON.stringify(stdout)}`);
      for (const path of Object.keys(files)) {
        assert.notEqual(read(fixed, path), files[path], path);
        assert.equal(read(patched, path), read(fixed, path), path);
      }
    };

    it('applies to files with a mark, and with any line ends', () => {
      const lines = (end: string): string => ['// 1', '', '// 3', WRONG.trimEnd(), '', '', '', ''].join(end);
      const files = {
        'mark.ts': `\uFEFF${WRONG}`,
        'two-marks.ts': `\uFEFF${lines('\r\n')}`,
        'lf.ts': lines('\n'),
        'crlf.ts': lines('\r\n'),
        'cr.ts': lines('\r'),
        'mixed.ts': `// 1\r// 2\r\n${WRONG.trimEnd()}\r// 4\n\r\n// 6\r`,
        'no-end.ts': WRONG.trimEnd(),
        'crlf-no-end.ts': `// 1\r\n${WRONG.trimEnd()}\r`,
        'blanks.ts': `${WRONG}\n  \n\t\n`,
        'separators.ts': `// \u2028 \u2029 \f \v \u0085\n${WRONG}`,
      };
      assertApplies(files);
      // There a file has CRLF, and git gives that to every other.
      assertApplies({ 'crlf.ts': files['crlf.ts'], 'two-marks.ts': files['two-marks.ts'] }, '-c', 'core.autocrlf=true');
      assertApplies(files, '-c', 'core.autocrlf=input');
    });
    it('leaves out a file in UTF-16, of which a diff cannot tell, and says so', () => {
      const folder = folderOf({ 'b.ts': WRONG });
      folder.write('a.ts', Buffer.from(`\uFEFF${WRONG}`, 'utf16le'));
      execFileSync('git', ['init', '-q', folder.path]);
      const { status, stdout, stderr } = call(['check', '--fix-dry-run'], { cwd: folder.path });
      assert.equal(status, 2);
      assert.match(stderr, /a\.ts was not fixed: .*UTF-16/);
      execFileSync('git', ['-C', folder.path, 'apply'], { input: stdout });
      assert.equal(read(folder, 'b.ts'), WRONG.replace('OutOfRange', 'OutofRange'));
    });
    it('applies to files whose names hold any sign', () => {
      const odd = [
        'a b.ts',
        'a/b/c.ts',
        'b/a.ts',
        '한글 이름.ts',
        "it's.ts",
        '-p.ts',
        '[id].ts',
        ' x .ts',
        'é.ts',
        '#.ts',
      ];
      const posix = ['tab\there.ts', 'line\nend.ts', 'quote".ts', 'back\\slash.ts', 'x 2020-01-01 00:00:00.0 +0000.ts'];
      const signs = [
        '\u0007.ts',
        '\u007f.ts',
        '\u0085.ts',
        'c:d.ts',
        '*?.ts',
        'end .d/y.ts',
        '"whole".ts',
        'a => b.ts',
      ];
      const paths = IS_POSIX ? [...odd, ...posix, ...signs] : odd;
      assertApplies(Object.fromEntries(paths.map((path) => [path, WRONG])));
    });
    it('applies in a folder of the repository, also in one that holds one of its own name', () => {
      const folder = folderOf({ 'app/app/a.ts': WRONG, 'app/b.ts': WRONG, 'a.ts': WRONG });
      execFileSync('git', ['init', '-q', folder.path]);
      const cwd = join(folder.path, 'app');
      execFileSync('git', ['apply'], { cwd, input: call(['check', '--fix-dry-run'], { cwd }).stdout });
      assert.deepEqual(
        ['app/app/a.ts', 'app/b.ts', 'a.ts'].map((path) => read(folder, path)),
        [MENDED, MENDED, WRONG],
      );
    });
    it('names a file once, where it really lies', () => {
      const folder = folderOf({ 'src/a.ts': WRONG });
      execFileSync('git', ['init', '-q', folder.path]);
      link(folder, 'way', join(folder.path, 'src'));
      const { stdout } = call(['check', '--fix-dry-run', 'way/a.ts', 'src/a.ts'], { cwd: folder.path });
      execFileSync('git', ['apply'], { cwd: folder.path, input: stdout });
      assert.equal(read(folder, 'src/a.ts'), MENDED);
    });
    it('leaves out what lies outside, and says so', () => {
      const folder = folderOf({ 'a.ts': WRONG });
      const outside = folderOf({ 'b.ts': WRONG });
      const { stdout, stderr, status } = call(['check', '--fix-dry-run', 'a.ts', outside.path], { cwd: folder.path });
      assert.equal(status, 2);
      assert.match(stderr, /b\.ts was not fixed: it is outside /);
      execFileSync('git', ['apply'], { cwd: folder.path, input: stdout });
      assert.equal(read(folder, 'a.ts'), MENDED);
      assert.ok(realpathSync(outside.path) !== realpathSync(folder.path));
    });
  });
});
