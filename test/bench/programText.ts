/** Files of a program: the one that decides on codes, the one that declares them, and one of the many others. */
export interface ProgramText {
  readonly languageId: string;
  /** Paths in the program. */
  readonly decides: string;
  readonly declares: string;
  readonly other: (number: number) => string;
  /** What makes the folder a project. */
  readonly manifest: readonly [path: string, text: string];
  readonly decision: string;
  readonly declaration: string;
  readonly ordinary: (number: number) => string;
}

/** Imports name files. */
const TYPESCRIPT: ProgramText = {
  languageId: 'typescript',
  decides: 'src/decide.ts',
  declares: 'src/codes/device.ts',
  other: (number) => `src/part${number % 40}/orders${number}.ts`,
  manifest: ['package.json', '{}'],
  decision: `import { OFFLINE, WRONG_MODE, ThinQApiError } from './codes/device';
import { load0 } from './part0/orders0';

export function decide(error: ThinQApiError): void {
  switch (error.code) {
    case OFFLINE:
      return load0([]);
    case WRONG_MODE:
      return load0([error.code]);
  }
}

export function tell(error: ThinQApiError): void {
  switch (error.code) {
    case '1222':
      return load0([]);
    case '2304':
      return load0([error.code]);
  }
}
`,
  declaration: `export const OFFLINE = '1222';
export const WRONG_MODE = '2305';
export class ThinQApiError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
`,
  ordinary: (
    number,
  ) => `import { load${(number + 1) % 100} } from '../part${(number + 1) % 40}/orders${(number + 1) % 100}';

export function load${number}(items: readonly string[]): void {
${'  for (const item of items) if (item.length > 20) console.log(item.slice(0, 20), items.length);\n'.repeat(40)}}
`,
};

/** Imports name packages, whose files are searched for. */
const GO: ProgramText = {
  languageId: 'go',
  decides: 'main.go',
  declares: 'thinq/codes.go',
  other: (number) => `part${number % 40}/orders${number}.go`,
  manifest: ['go.mod', 'module example.com/app\n'],
  decision: `package main

import "example.com/app/thinq"

func decide(err *thinq.ApiError) {
	switch err.Code {
	case thinq.CodeOffline:
		notify("offline")
	case thinq.CodeMode:
		notify("mode")
	}
}

func tell(err *thinq.ApiError) {
	switch err.Code {
	case "1222":
		notify("offline")
	case "2304":
		notify("off")
	}
}
`,
  declaration: `package thinq

const (
	CodeOffline = "1222"
	CodeMode    = "2305"
)

type ApiError struct {
	Code string
}
`,
  ordinary: (number) => `package part${number % 40}

func Load${number}(items []string) {
${'\tfor _, item := range items {\n\t\tif len(item) > 20 {\n\t\t\tprintln(item[:20], len(items))\n\t\t}\n\t}\n'.repeat(15)}}
`,
};

/** By the names of what is measured. */
export const PROGRAMS: Readonly<Record<string, ProgramText>> = { typescript: TYPESCRIPT, go: GO };
