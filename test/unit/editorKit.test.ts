import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { DEBUG_PORT, serverOptions } from '../../client/src/node/serverOptions.ts';

interface Pattern {
  readonly regexp: string;
  readonly severity?: number;
  readonly message?: number;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
}

interface Task {
  readonly label: string;
  readonly type: 'npm' | 'process';
  readonly script?: string;
  readonly args?: readonly string[];
  readonly problemMatcher?:
    | string
    | readonly never[]
    | { readonly pattern: readonly Pattern[]; readonly background?: Readonly<Record<string, string | boolean>> };
}

interface Launch {
  readonly configurations: readonly {
    readonly name: string;
    readonly request: 'launch' | 'attach';
    readonly port?: number;
    readonly program?: string;
    readonly preLaunchTask?: string;
  }[];
  readonly compounds: readonly { readonly configurations: readonly string[] }[];
}

const readJson = <T>(path: string): T => parse(readFileSync(path, 'utf8'), [], { allowTrailingComma: false }) as T;
const { tasks } = readJson<{ readonly tasks: readonly Task[] }>('.vscode/tasks.json');
const launch = readJson<Launch>('.vscode/launch.json');
const manifest = readJson<{ readonly scripts: Readonly<Record<string, string>> }>('package.json');

describe('the editor kit', () => {
  it('has tasks that run scripts there are', () => {
    for (const { label, script } of tasks) if (script) assert.ok(script in manifest.scripts, label);
  });

  it('launches what is built, after tasks there are', () => {
    const labels = tasks.map(({ label }) => label);
    const names = launch.configurations.map(({ name }) => name);
    for (const { name, program, preLaunchTask } of launch.configurations) {
      if (preLaunchTask) assert.ok(labels.includes(preLaunchTask), name);
      const path = program?.replace(/^\$\{workspaceFolder\}\//, '');
      if (path) assert.ok(path.startsWith('dist/') || existsSync(path), `${name}: ${path}`);
    }
    for (const { configurations } of launch.compounds) {
      for (const name of configurations) assert.ok(names.includes(name), name);
    }
  });

  it('attaches to the port that a debugged extension opens, and to no other', () => {
    const transport = 1;
    const options = { env: { NODE_COMPILE_CACHE: '/storage/compiled/1.0.0' } };
    const run = { module: '/dist/server.js', transport, options };
    assert.deepEqual(serverOptions(run.module, transport, options.env.NODE_COMPILE_CACHE), {
      run,
      debug: { ...run, options: { ...options, execArgv: [`--inspect=${DEBUG_PORT}`] } },
    });
    const ports = launch.configurations.filter(({ request }) => request === 'attach').map(({ port }) => port);
    assert.deepEqual(ports, [DEBUG_PORT]);
  });

  it('finds what the build says of an error', () => {
    const folder = mkdtempSync(join(tmpdir(), 'esbuild-'));
    try {
      writeFileSync(join(folder, 'broken.ts'), 'export const a = 1;\nimport "./absent.ts";\n');
      const options = JSON.stringify({ entryPoints: ['broken.ts'], absWorkingDir: folder, bundle: true, write: false });
      const { stderr } = spawnSync(process.execPath, ['-e', `require('esbuild').build(${options}).catch(() => {})`], {
        encoding: 'utf8',
      });
      for (const label of ['build', 'watch']) {
        const matcher = tasks.find((task) => task.label === label)?.problemMatcher;
        assert.ok(matcher && typeof matcher === 'object' && 'pattern' in matcher, label);
        const found = matchLines(matcher.pattern, stderr.split('\n'));
        assert.deepEqual(found, {
          severity: 'ERROR',
          message: 'Could not resolve "./absent.ts"',
          file: 'broken.ts',
          line: '2',
        });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('waits for the lines that a watching build prints', () => {
    const matcher = tasks.find(({ label }) => label === 'watch')?.problemMatcher;
    assert.ok(matcher && typeof matcher === 'object' && 'background' in matcher);
    const printed = [...readFileSync('esbuild.mjs', 'utf8').matchAll(/console\.log\('(.+)'\)/g)].map(
      ([, line = '']) => line,
    );
    for (const property of ['beginsPattern', 'endsPattern']) {
      const expression: RegExp = new RegExp(String(matcher.background?.[property]));
      assert.equal(printed.filter((line) => expression.test(line)).length, 1, property);
    }
  });

  it('agrees with the formatter on how code is laid out', () => {
    const { formatter } = readJson<{ readonly formatter: Readonly<Record<string, string | number>> }>('biome.jsonc');
    const [, everywhere = ''] = /^\[\*\]\n((?:.+\n)+)/m.exec(readFileSync('.editorconfig', 'utf8')) ?? [];
    const settings = new Map(
      everywhere
        .trim()
        .split('\n')
        .map((line) => line.split(' = ', 2) as [string, string]),
    );
    assert.deepEqual(
      {
        indentStyle: settings.get('indent_style'),
        indentWidth: settings.get('indent_size'),
        lineWidth: settings.get('max_line_length'),
      },
      {
        indentStyle: formatter.indentStyle,
        indentWidth: String(formatter.indentWidth),
        lineWidth: String(formatter.lineWidth),
      },
    );
    assert.match(readFileSync('.gitattributes', 'utf8'), /^\* text=auto eol=lf$/m);
    assert.equal(settings.get('end_of_line'), 'lf');
  });
});

/** What the first lines in a row that fit the patterns say, as a problem matcher of several lines reads them. */
function matchLines(
  patterns: readonly Pattern[],
  lines: readonly string[],
): Readonly<Record<string, string | undefined>> | undefined {
  for (const start of lines.keys()) {
    const matches = patterns.map(({ regexp }, index) => new RegExp(regexp).exec(lines[start + index] ?? '\0'));
    if (matches.includes(null)) continue;
    const part = (name: 'severity' | 'message' | 'file' | 'line'): string | undefined => {
      const index = patterns.findIndex((pattern) => pattern[name] !== undefined);
      return matches[index]?.[patterns[index]?.[name] ?? 0];
    };
    return { severity: part('severity'), message: part('message'), file: part('file'), line: part('line') };
  }
  return undefined;
}
