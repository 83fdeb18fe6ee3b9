/** What `--help` prints. */
export const HELP = `Explains the error codes of LG ThinQ Connect and NUGU smart home.

Usage: thinq-nugu <command> [options]

Commands:
  explain <query…>   What a code means and what to do about it. The query is a code (2305), a NUGU
                     result code (TemperatureOutofRange), a name of the SDK (NOT_CONNECTED_DEVICE),
                     a message, a line of a log or a JSON answer.
      -l, --language en|ko|both   the language of the explanation; en if not given
  export             All codes, with what each source says about them.
      --format json               the only format, and the default
  coverage [paths…]  What the program does with every documented code: handled, reported, only
                     mentioned, or nowhere; by what to do, range or directive, and folder.
      -r, --reporter pretty|json|markdown|html   pretty if not given; html is one page to look at
      --vendor thinq|nugu         whose codes; those that are used if not given
      --fail-under N              ends with 1 where fewer than N per cent are covered
      -l, --lang en|ko|both       the language of texts; en if not given
  init [folder]      Writes a commented .thinq-nugu.json for the vendors that the files speak of.
      --dry-run                   prints it instead
      --force                     replaces the one that is there
  merge <reports…>   The reports of several runs, written with --reporter json, as one.
      -r, --reporter pretty|json|sarif|github|gitlab|junit

Options:
  -h, --help         Show this help.
      --version      Show the version.

Exit codes: 0 done, 1 nothing found (merge: findings; coverage: below --fail-under), 2 wrong usage.
NO_COLOR and FORCE_COLOR decide about styles; a pipe gets plain text.`;
