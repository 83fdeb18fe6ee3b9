/** What `--help` prints. */
export const HELP = `Checks and explains the error codes of LG ThinQ Connect and NUGU smart home.

Usage: thinq-nugu <command> [options]

Commands:
  check [paths…]     Codes that are misspelt, incomplete, of the wrong type, handled twice or not
                     handled, in all files below the paths, or below the current folder.
                     "thinq-nugu check --help" shows its options.
  explain <query…>   What a code means and what to do about it. The query is a code (2305), a NUGU
                     result code (TemperatureOutofRange), a name of the SDK (NOT_CONNECTED_DEVICE),
                     a message, a line of a log or a JSON response; a directive (TurnOn), an HTTP
                     status (416, 4xx), a range of codes (12xx), a key of a response (messageId),
                     a key, a word or a device type of NUGU's (temperatureLevel, AIR_CLEANER), a
                     rule (code-type), or words in English or Korean (offline, 온도).
                     - reads the query from standard input.
      -l, --lang en|ko|both       the language of the explanation; en if not given
  export             All codes, with what each source says about them.
      --format json               the only format, and the default
  coverage [paths…]  What the program does with every documented code: handled, reported, left to a
                     fallback, to do, only mentioned, or not at all; by action, range or served
                     directive, and folder.
      -r, --reporter pretty|json|markdown|html   pretty if not given; html is one page to look at
      --vendor thinq|nugu         whose codes; those that are used if not given
      --fail-under N              ends with 1 where fewer than N per cent are covered: dealt with
                                  by name or in a fallback
      -l, --lang en|ko|both       the language of texts; en if not given
  init [folder]      Writes a commented .thinq-nugu.json for the vendors that the files mention.
      --dry-run                   prints it instead
      --force                     replaces an existing one
  merge <reports…>   The reports of several runs, written with --reporter json, as one.
      -r, --reporter pretty|json|sarif|github|gitlab|junit   pretty if not given
      --max-warnings=N, --fail-on SEVERITY  when to end with 1, as for check
      -l, --lang en|ko|both       the language of texts; en if not given
  lsp                The language server, for editors, on standard input and output.
      --stdio | --node-ipc | --socket=PORT | --pipe=NAME   what it speaks through instead

Options:
  -h, --help         Show this help, or that of a command.
      --version      Show the version.

Exit codes: 0 done, 1 nothing found (check, merge: findings; coverage: below --fail-under),
2 wrong usage, or it could not be done, also for a single file that was named.
NO_COLOR and FORCE_COLOR control colours; a pipe gets plain text.`;

/** What `check --help` prints. */
export const CHECK_HELP = `Checks files for what an editor with the extension would underline.

Usage: thinq-nugu check [paths…] [options]

Examples:
  thinq-nugu check                       everything below this folder
  thinq-nugu check --changed main        what a branch has changed since it left main
  thinq-nugu check -r github -r sarif=codes.sarif
  git diff --name-only -z | thinq-nugu check --files-from -

What to look at
  paths…                 Files and folders; the current folder if none is given.
      --changed [REF]    Only files that differ from REF (from HEAD if not given), and new ones.
      --files-from FILE  The files that FILE lists, by line or by NUL; - for standard input.
      --stdin            A text from standard input, checked as the file named by
      --stdin-filename PATH
      --ignore-unknown   Says nothing of named files that are in no supported language or excluded,
                         for hooks that hand over whatever has changed.
      --no-ignore        Also what .gitignore leaves out, node_modules, build output and minified
                         files. A file that is named is always looked at.

What to report
      --rule ID=SEVERITY Another severity for a rule, whatever project files say: off, hint,
                         information, warning or error. May be repeated.
  -q, --quiet            Only warnings and errors.
      --baseline FILE    Only what is not in the baseline.
      --update-baseline  Write all that is found now to the baseline.
  -l, --lang en|ko|both  The language of messages; en if not given.

How to report
  -r, --reporter NAME[=FILE]  pretty, json, sarif, github, gitlab or junit, to a file if one is
                         given. May be repeated.
  -v, --verbose          Also what was skipped, and why.

What to do
      --fix              Apply the fixes that are safe without review. A file that has changed
                         meanwhile, is read-only, has hard links, or lies behind a link that
                         leads outside is left as it is, which is said, and the run ends with 2.
      --fix-dry-run      Print them as a diff instead, for "git apply".

When to fail
      --max-warnings=N   Warnings that do not fail the run; any number if N is -1. 0 if not given.
      --fail-on SEVERITY The lowest severity that counts; warning if not given.

Exit codes: 0 nothing that counts, 1 findings, 2 wrong usage, or it could not be done.`;
