import type { CompletedCommand, CompletedOption, CompletionModel } from './model.ts';

/**
 * For bash 3.2 and newer, also without the package bash-completion. Where nothing is said, bash completes files.
 *
 * bash takes `=` for a word of its own: `--lang=k` is `--lang`, `=` and `k`, and `-r json=a` ends in `json`, `=` and `a`.
 */
export function bashCompletion({ commands, options }: CompletionModel): string {
  const names = commands.map(({ name }) => name);
  return `# bash completion of thinq-nugu
_thinq_nugu() {
  local IFS=$' \\t\\n' at=$COMP_CWORD cur=\${COMP_WORDS[COMP_CWORD]} before=
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=; else at=$((at - 1)); fi
  if [[ \${COMP_WORDS[at]} == = ]]; then
    at=$((at - 1))
    # Not an option, so a word of its value.
    if [[ \${COMP_WORDS[at]} != -* ]]; then
      before==
      at=$((at - 1))
      if [[ \${COMP_WORDS[at]} == = ]]; then at=$((at - 1)); fi
    fi
  fi
  if ((COMP_CWORD == 1)); then
    _thinq_nugu_words '${[...names, 'help', ...flagsOf(options)].join(' ')}'
    return
  fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[at]}$before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
    help) _thinq_nugu_words '${names.join(' ')}' ;;
${commands.map(wordCase).join('\n')}
  esac
}
# The words that begin as what is typed does; files are not meant then.
_thinq_nugu_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
  compopt +o default 2>/dev/null
}
complete -o default -F _thinq_nugu thinq-nugu
`;
}

function flagsOf(options: readonly CompletedOption[]): readonly string[] {
  return options.flatMap(({ flags }) => flags);
}

/** What to offer behind an option. */
function valueCases({ name, options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ flags, value }) => {
    // A value that may be missing is none that must follow.
    if (value === undefined || value.isOptional) return [];
    const { words, behind } = value;
    const patterns = (end: string): string => flags.map((flag) => `'${name} ${flag}${end}'`).join(' | ');
    // What has to go on does so behind a sign of equality, without a blank.
    const goesOn = Array.isArray(behind);
    const first = goesOn ? words.map((word) => `${word}=`) : words;
    const offer = (list: readonly string[] | 'file'): string =>
      list === 'file' || list.length === 0 ? '' : `_thinq_nugu_words '${list.join(' ')}'; `;
    return [
      `    ${patterns('')}) ${offer(first)}${goesOn ? 'compopt -o nospace 2>/dev/null; ' : ''}return ;;`,
      ...(behind === undefined ? [] : [`    ${patterns('=')}) ${offer(behind)}return ;;`]),
    ];
  });
}

/** What to offer elsewhere: options where one begins, operands where these are words, and files. */
function wordCase({ name, options, operands }: CompletedCommand): string {
  const flags = `_thinq_nugu_words '${flagsOf(options).join(' ')}'`;
  const rest =
    operands.of === 'paths' || operands.of === 'folders' ? ':' : `_thinq_nugu_words '${operands.words.join(' ')}'`;
  return `    ${name}) if [[ $cur == -* ]]; then ${flags}; else ${rest}; fi ;;`;
}
