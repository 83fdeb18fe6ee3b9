import { createScanner, SyntaxKind } from 'jsonc-parser';
import { type Decoded, decodedJson, joined } from '../decoded.ts';

/** What a notebook holds. */
export interface Notebook {
  /** What its kernel runs; Python where it does not say. */
  readonly language: string;
  /** The sources of its cells of code, in order. */
  readonly cells: readonly Decoded[];
}

/** An object or a list that is open. */
interface Frame {
  readonly kind: 'object' | 'list';
  key: string | undefined;
  hasColon: boolean;
}

/** Reads a notebook with a scanner, as JSON is read: what is wrong in it is passed over. */
export function readNotebook(text: string): Notebook {
  const scanner = createScanner(text, true);
  const stack: Frame[] = [];
  const cells: Decoded[] = [];
  let kernel: string | undefined;
  let isCode = false;
  let lines: Decoded[] = [];
  const keys = (): string => stack.map(({ kind, key }) => (kind === 'list' ? '[]' : (key ?? ''))).join('.');
  const close = (): void => {
    stack.pop();
    if (stack.length !== 2 || keys() !== 'cells.[]') return;
    if (isCode) cells.push(joined(lines, ''));
    isCode = false;
    lines = [];
  };
  const addString = (start: number, length: number): void => {
    const top = stack.at(-1);
    if (top?.kind === 'object' && !top.hasColon) {
      top.key = scanner.getTokenValue();
      return;
    }
    if (stack.length > DEEPEST) return;
    const path = keys();
    if (path === 'cells.[].cell_type') isCode = scanner.getTokenValue() === 'code';
    else if (path === 'cells.[].source' || path === 'cells.[].source.[]')
      lines.push(decodedJson(text, start + 1, start + length - 1));
    else if (path === 'metadata.kernelspec.language') kernel = scanner.getTokenValue();
    else if (path === 'metadata.language_info.name') kernel ??= scanner.getTokenValue();
  };
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const top = stack.at(-1);
    switch (token) {
      case SyntaxKind.OpenBraceToken:
        stack.push({ kind: 'object', key: undefined, hasColon: false });
        break;
      case SyntaxKind.OpenBracketToken:
        stack.push({ kind: 'list', key: undefined, hasColon: false });
        break;
      case SyntaxKind.CloseBraceToken:
      case SyntaxKind.CloseBracketToken:
        close();
        break;
      case SyntaxKind.ColonToken:
        if (top) top.hasColon = true;
        break;
      case SyntaxKind.CommaToken:
        if (top) top.hasColon = false;
        break;
      case SyntaxKind.StringLiteral:
        addString(scanner.getTokenOffset(), scanner.getTokenLength());
        break;
    }
  }
  return { language: kernel?.toLowerCase() ?? 'python', cells };
}

/** Keys and lists around anything that is looked at. */
const DEEPEST = 4;
