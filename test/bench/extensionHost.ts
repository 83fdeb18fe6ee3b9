import childProcess from 'node:child_process';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

// A fresh extension host: node --expose-gc extensionHost.js <folder of the extension>
// Loads and activates the extension in a workspace with an open file that has no word of ours, and prints as JSON what that
// has taken: ms until it was active, MiB of the heap that stay, and how many processes it has started.

/** What VS Code has that a workspace without a word of ours asks for; everything else is `anything`. */
const SPOKEN = {
  env: { language: 'en', appName: 'bench', uiKind: 1 },
  version: '1.100.0',
};
const TEXT = 'export function sum(items: readonly number[]): number {\n  return items.reduce((a, b) => a + b, 0);\n}\n';

/** Milliseconds in which an extension may start what it starts later. */
const AFTERWARDS = 300;
/** Milliseconds after which an extension is not active. */
const PATIENCE = 10_000;

/** Stands for whatever is asked for: it can be called, built, extended, gone through, and waited for. */
function anything(): unknown {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(class {}, {
    get(target, key) {
      // Whoever waits for it has it at once; as a text and as a number it is nothing.
      if (key === 'then') return undefined;
      if (key === Symbol.toPrimitive) return () => '';
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      if (key === 'prototype') return target.prototype;
      if (!known.has(key)) known.set(key, anything());
      return known.get(key);
    },
    set(_, key, value) {
      known.set(key, value);
      return true;
    },
    apply: () => anything(),
    construct: () => anything() as object,
  });
}

/** @param parts by name, in the place of anything */
function like(parts: object): unknown {
  const rest = anything() as object;
  return new Proxy(parts, {
    get: (target, key) => (key in target ? Reflect.get(target, key) : Reflect.get(rest, key)),
  });
}

function workspace(): unknown {
  const document = like({
    ...{ languageId: 'typescript', version: 1, lineCount: 4, isClosed: false, isUntitled: false, isDirty: false },
    ...{ fileName: '/work/sum.ts', uri: like({ scheme: 'file', path: '/work/sum.ts', fsPath: '/work/sum.ts' }) },
    getText: () => TEXT,
  });
  return like({
    ...{ textDocuments: [document], notebookDocuments: [], isTrusted: true },
    workspaceFolders: [{ name: 'work', index: 0, uri: like({ scheme: 'file', path: '/work', fsPath: '/work' }) }],
    getConfiguration: () => like({ get: (_: string, otherwise?: unknown) => otherwise, has: () => false }),
    findFiles: async () => [],
  });
}

async function run(folder: string): Promise<void> {
  let processes = 0;
  for (const name of ['spawn', 'fork'] as const) {
    const start = childProcess[name] as (...args: readonly unknown[]) => childProcess.ChildProcess;
    Object.assign(childProcess, {
      [name]: (...args: readonly unknown[]) => {
        processes++;
        return start(...args);
      },
    });
  }
  // A bundle copies a module's own names, and none of what it inherits, which it asks for all the same.
  const vscode = Object.create(like({ ...SPOKEN, workspace: workspace() }) as object);
  const load = Reflect.get(Module, '_load') as (...args: readonly unknown[]) => unknown;
  Reflect.set(Module, '_load', (name: string, ...rest: readonly unknown[]) =>
    name === 'vscode' ? vscode : load(name, ...rest),
  );
  const context = like({
    ...{ subscriptions: [], extensionPath: folder, asAbsolutePath: (path: string) => join(folder, path) },
  });

  const before = await heap();
  const start = performance.now();
  const extension = createRequire(join(folder, 'package.json'))('./dist/extension.js') as {
    activate(context: unknown): unknown;
  };
  await Promise.race([
    extension.activate(context),
    pause(PATIENCE, undefined, { ref: false }).then(() => Promise.reject(new Error('the extension is not active'))),
  ]);
  const activation = performance.now() - start;
  await pause(AFTERWARDS);
  console.log(JSON.stringify({ activation, memory: (await heap()) - before, processes }));
  process.exit();
}

/** MiB that cannot be given back. */
async function heap(): Promise<number> {
  await nextTurn();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

void run(process.argv[2] ?? '.');
