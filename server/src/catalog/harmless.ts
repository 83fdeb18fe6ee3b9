/**
 * What would move the cursor, end the line, turn the direction of the text, or mark a piece of it as something else: none
 * may come from a file. Tabs may.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB]/g;

/**
 * What a runner of CI takes for a command, wherever it stands in a line: `##[add-mask]` of GitHub's, `##vso[task…]` of
 * Azure's, `##teamcity[…]`. Comparing texts, some pass over what shows nothing.
 */
const COMMAND = /(#\p{Cf}{0,40}#[\p{Cf}\w]{0,40})\[/gu;

/** What GitHub's runner takes for a command at the start of a line, whatever style it is in: `::add-mask::`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a style of ours begins with one.
const COMMAND_LINE = /^((?:[\s\p{Cf}\p{Mn}\p{Me}]|\u001B\[\d+m)*):(?=[\p{Cf}\p{Mn}\p{Me}]*:)/u;

/**
 * A text as part of one line that does nothing wherever it is shown: pictures stand for control characters and the ends of
 * lines, lookalikes for what a runner would obey. As long as before, in UTF-16 units.
 */
export function harmless(text: string): string {
  return text.replace(CONTROL, pictureOf).replace(COMMAND, '$1❲');
}

/** A whole line that does nothing in a terminal, nor in the log of a runner. As long as before, in UTF-16 units. */
export function harmlessLine(line: string): string {
  return withoutCommand(harmless(line));
}

/** Lines of ours, with what others say in them; as `harmlessLine`, but for the ends of lines. */
export function harmlessLines(text: string): string {
  return text.split('\n').map(harmlessLine).join('\n');
}

/** A line of ours as it is, but for a command at its start. May hold styles. */
export function withoutCommand(line: string): string {
  return line.replace(COMMAND_LINE, '$1∶');
}

/** A text where VS Code makes a link of `[text](address)`, also one that runs a command: of a notification, a status item. */
export function harmlessNotice(text: string): string {
  return text.split('\n').map(harmless).join('\n').replaceAll('](', '] (');
}

/** As `harmlessLines`, for a format that has escapes of its own. @param toEscape writes a character so that readers get it back */
export function escapedWith(text: string, toEscape: (character: string) => string): string {
  const inLine = (line: string): string =>
    line
      .replace(CONTROL, toEscape)
      .replace(COMMAND, (_, head: string) => head + toEscape('['))
      .replace(COMMAND_LINE, (_, head: string) => head + toEscape(':'));
  return text.split('\n').map(inLine).join('\n');
}

function pictureOf(control: string): string {
  return control < '\u0020' ? String.fromCharCode(0x2400 + control.charCodeAt(0)) : '\uFFFD';
}
