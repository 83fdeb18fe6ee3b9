import childProcess from 'node:child_process';
import Module, { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

// A fresh extension host: node --expose-gc extensionHost.js <folder of the extension> [line]
// Loads and activates the extension in a workspace with an open file that has no word of ours, and prints as JSON what that
// has taken: ms until it was active, MiB of the heap that stay, and how many processes it has started. A line is put behind
// each text; then it waits for the first process.

const ORDINARY =
  'export function sum(items: readonly number[]): number {\n  return items.reduce((a, b) => a + b, 0);\n}\n';
const LINE = process.argv[3];
/** What stands in every file. */
const TEXT = ORDINARY + (LINE ?? '');
/** Files in each folder. */
const FILES = 30;

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

/** VS Code, as far as an extension asks it for what is there; everything else is anything. */
function editor(): unknown {
  const workspaceUri = uri('/work');
  const document = like({
    ...{ languageId: 'typescript', version: 1, lineCount: 4, isClosed: false, isUntitled: false, isDirty: false },
    ...{ fileName: '/work/sum0.ts', uri: uri('/work/sum0.ts'), getText: () => TEXT },
  });
  const fs = like({
    readDirectory: async () => Array.from({ length: FILES }, (_, number) => [`sum${number}.ts`, 1]),
    readFile: async () => new TextEncoder().encode(TEXT),
    stat: async () => ({ type: 1, size: TEXT.length, ctime: 0, mtime: 0 }),
  });
  return like({
    version: '1.100.0',
    env: like({ language: 'en', appName: 'bench', uiKind: 1 }),
    Uri: like({
      joinPath: ({ path }: { readonly path: string }, ...names: string[]) => uri(posix.join(path, ...names)),
    }),
    FileType: { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 },
    languages: like({ match: () => 10 }),
    workspace: like({
      ...{ fs, textDocuments: [document], notebookDocuments: [], isTrusted: true, findFiles: async () => [] },
      workspaceFolders: [{ name: 'work', index: 0, uri: workspaceUri }],
      getWorkspaceFolder: () => ({ name: 'work', index: 0, uri: workspaceUri }),
      getConfiguration: () => like({ get: (_: string, otherwise?: unknown) => otherwise, has: () => false }),
    }),
  });
}

/** Of a file on the disk. */
function uri(path: string): unknown {
  return like({ scheme: 'file', authority: '', path, fsPath: path, toString: () => `file://${path}` });
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
  const vscode = Object.create(editor() as object);
  const load = Reflect.get(Module, '_load') as (...args: readonly unknown[]) => unknown;
  Reflect.set(Module, '_load', (name: string, ...rest: readonly unknown[]) =>
    name === 'vscode' ? vscode : load(name, ...rest),
  );
  const context = like({
    ...{
      subscriptions: [],
      extensionPath: folder,
      extensionUri: uri(folder),
      globalStorageUri: uri(join(folder, 'storage')),
    },
    asAbsolutePath: (path: string) => join(folder, path),
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
  while (LINE !== undefined && processes === 0 && performance.now() - start < PATIENCE) await pause(AFTERWARDS);
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
