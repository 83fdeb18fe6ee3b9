import type { CompletedCommand, CompletedOption, CompletionModel } from './model.ts';

/** For fish: a line for each thing that may be offered, with when. */
export function fishCompletion({ commands, options }: CompletionModel): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# fish completion of thinq-nugu
complete -c thinq-nugu -f
${commands.map(({ name, text }) => `complete -c thinq-nugu -n __fish_use_subcommand -a ${name} -d ${quoted(text)}`).join('\n')}
complete -c thinq-nugu -n __fish_use_subcommand -a help
complete -c thinq-nugu -n '__fish_seen_subcommand_from help' -a ${quoted(names)}
${options.map((option) => lineOf('__fish_use_subcommand', option)).join('\n')}
${commands.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ name, options, operands: { of, words } }: CompletedCommand): readonly string[] {
  const condition = quoted(`__fish_seen_subcommand_from ${name}`);
  const head = `complete -c thinq-nugu -n ${condition}`;
  const operands =
    of === 'paths'
      ? [`${head} -F`]
      : of === 'folders'
        ? [`${head} -a '(__fish_complete_directories)'`]
        : words.length > 0
          ? [`${head} -a ${quoted(words.join(' '))}`]
          : [];
  return [...operands, ...options.map((option) => lineOf(condition, option))];
}

function lineOf(condition: string, { flags, text, value }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
  return `complete -c thinq-nugu -n ${condition} ${names}${valueIn(value)} -d ${quoted(text)}`;
}

/** Whether an option takes a value, and which: `-x` is one that is no file, `-r -F` one that is. */
function valueIn(value: CompletedOption['value']): string {
  if (value === undefined || value.isOptional) return '';
  if (value.isFile) return ' -r -F';
  const { words, behind } = value;
  if (words.length === 0) return ' -x';
  const offered = Array.isArray(behind) ? words.map((word) => `${word}=`) : words;
  return ` -x -a ${quoted(offered.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
