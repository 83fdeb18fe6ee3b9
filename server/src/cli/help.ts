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

Options:
  -h, --help         Show this help.
      --version      Show the version.

Exit codes: 0 done, 1 nothing found, 2 wrong usage.
NO_COLOR and FORCE_COLOR decide about styles; a pipe gets plain text.`;
