import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CLI, run as runIn } from '../harness/commandLine.ts';

/** Runs the command line as a user would, its output going into a pipe. */
function run(args: readonly string[], environment: Record<string, string> = {}, input?: string) {
  return runIn(args, { environment, ...(input !== undefined && { input }) });
}

describe('cli export', () => {
  interface Exported {
    readonly vendor: string;
    readonly level: string;
    readonly code: string;
    readonly layer: string;
    readonly sources: Record<string, { readonly text?: string; readonly http?: number }>;
    readonly errorProperties: readonly string[];
  }

  const { stdout, status } = run(['export', '--format', 'json']);
  const { codes, mappings } = JSON.parse(stdout) as {
    codes: readonly Exported[];
    mappings: readonly { readonly from: string; readonly code?: string; readonly basis: string }[];
  };
  const find = (name: string) => codes.find(({ code }) => code === name);

  it('prints JSON and ends well', () => assert.equal(status, 0));

  it('holds all codes', () => {
    const count = (wanted: (code: Exported) => boolean) => codes.filter(wanted).length;
    assert.equal(codes.length, 97);
    assert.equal(
      count(({ vendor, layer }) => vendor === 'thinq' && layer === 'documented'),
      60,
    );
    assert.equal(
      count(({ level }) => level === 'device-level'),
      30,
    );
    assert.equal(
      count(({ layer }) => layer === 'field'),
      3,
    );
  });

  it('keeps what every source says', () => {
    const http = Object.entries(find('2202')?.sources ?? {}).map(([source, facts]) => [source, facts.http]);
    assert.deepEqual(Object.fromEntries(http), {
      'thinq-connect/ko': 400,
      'thinq-connect/en': 503,
      'appliance-api/ko': 400,
    });
  });

  it('names the required properties', () => {
    assert.deepEqual(find('TemperatureOutofRange')?.errorProperties, ['minTemperature', 'maxTemperature']);
  });

  it('suggests NUGU answers, and says that these are ours', () => {
    const found = mappings.find(({ from }) => from === '1222');
    assert.equal(found?.code, 'NoConnectionDevice');
    assert.equal(found.basis, 'our judgement');
  });

  it('needs no format, and knows no other', () => {
    assert.equal(run(['export']).stdout, stdout);
    const { status, stderr } = run(['export', '--format', 'xml']);
    assert.equal(status, 2);
    assert.match(stderr, /--format "xml": use json/);
  });

  it('bears a reader that stops early', async () => {
    const child = spawn(process.execPath, [CLI, 'export'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(complaints, '');
    assert.equal(code, 0);
  });
});

describe('cli explain', () => {
  for (const [query, start] of [
    ['2305', '2305 Command not supported in (MODE) · HTTP 400 — '],
    ['TemperatureOutofRange', 'TemperatureOutofRange NUGU device-level error — '],
    ['NOT_CONNECTED_DEVICE', '1222 Not connected device · HTTP 416 — '],
    ['Command not supported in STANDBY (2305)', '2305 Command not supported in (MODE) · HTTP 400 — '],
    ['ThinQAPIException: UNKNOWN_ERROR (1314) - Exceeded User API calls', '1314 Exceeded User API calls · HTTP 401'],
    ['TurnOn', 'TurnOn NUGU directive of PowerControl — '],
    ['416', '416 HTTP 416 Range Not Satisfiable · ThinQ Connect — '],
    ['9012', "9012 — A code of LG's older app API"],
    ['온도', 'Codes that 온도 fits:'],
    ['unread-error-code', 'unread-error-code rule — '],
  ] as const) {
    it(query, () => {
      const { status, stdout, stderr } = run(['explain', query]);
      assert.ok(stdout.startsWith(start), stdout);
      assert.equal(stderr, '');
      assert.equal(status, 0);
    });
  }

  it('takes a message without quotes around it', () => {
    assert.match(run(['explain', 'Not', 'connected', 'device']).stdout, /^1222 /);
  });

  it('takes a line from standard input', () => {
    const { status, stdout } = run(['explain', '-'], {}, '[4711] Command not supported in POWER OFF\n');
    assert.match(stdout, /^2304 /);
    assert.equal(status, 0);
    assert.equal(run(['explain', '-'], {}, '').status, 2);
  });

  it('answers in the language asked for', () => {
    assert.match(run(['explain', '2305', '--language', 'ko']).stdout, /텍스트가 아니라 코드로/);
    assert.match(
      run(['explain', '-l', 'both', '2305'], { COLUMNS: '500' }).stdout,
      /Compare the code[^\n]*\n텍스트가 아니라/,
    );
  });

  it('ends with 1 where nothing is found, and suggests', () => {
    const { status, stdout } = run(['explain', '2306']);
    assert.equal(status, 1);
    assert.match(stdout, /^Nothing found for 2306\. Did you mean/);
  });

  it('writes plain text into a pipe, and styles where they are forced', () => {
    const esc = '\u001B';
    const shows = (environment: Record<string, string>) => run(['explain', '2202'], environment).stdout;
    assert.doesNotMatch(shows({}), /[*`\\]/);
    assert.ok(shows({}).startsWith('2202 '));
    assert.ok(shows({ NO_COLOR: '1' }).startsWith('2202 '));
    assert.ok(shows({ FORCE_COLOR: '0' }).startsWith('2202 '));
    assert.ok(shows({ FORCE_COLOR: '1' }).includes(`${esc}[1m`));
    assert.ok(!shows({ NO_COLOR: '1' }).includes(esc));
  });
});

describe('cli', () => {
  for (const [args, complaint] of [
    [[], /No command given/],
    [['explode'], /Unknown command "explode"/],
    [['--explode'], /Unknown option "--explode"/],
    [['explain'], /say what to explain/],
    [['explain', '2305', '--lang', 'fr'], /use en, ko or both/],
    [['explain', '2305', '--loud'], /--loud/],
    [['explain', '2305', '--language'], /--language/],
    [['export', 'everything'], /everything/],
  ] as const) {
    it(`"${args.join(' ')}" is wrong usage: the reason on stderr, nothing on stdout, exit code 2`, () => {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, complaint);
      assert.match(stderr, /--help/);
    });
  }

  it('shows help', () => {
    for (const args of [['--help'], ['-h'], ['help'], ['help', 'nothing']]) {
      const { status, stdout } = run(args);
      assert.equal(status, 0);
      assert.match(stdout, /explain <query…>/);
    }
  });

  it('shows the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(run(['--version']).stdout, `${version}\n`);
  });
});
