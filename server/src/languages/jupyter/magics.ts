/** Commands of IPython's for a whole cell that leave it a program: `%%time`. All others hand it to something else. */
const OF_PROGRAMS = /^%%(?:time|timeit|capture|prun|memit|mprun)\b/;
/** A line that is a command of IPython's or of the shell, or asks for help. */
const COMMAND = /^[ \t]*(?:[%!][^\r\n]*|\?[^\r\n]*|[^\r\n#'"]*[\w)]\?{1,2}[ \t]*)$/gm;

/**
 * A cell as a program, with blanks in the place of what is none: `%pip install thinqconnect`, `!ls`, `client?`. A cell that
 * is handed to something else as a whole, such as the shell, is blank.
 */
export function withoutMagics(cell: string): string {
  const first = /\S[^\r\n]*/.exec(cell)?.[0] ?? '';
  if (first.startsWith('%%') && !OF_PROGRAMS.test(first)) return blank(cell);
  return cell.replace(COMMAND, blank);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
