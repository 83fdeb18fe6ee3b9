import { type Part, wholeName } from './expressions.ts';

/** What programs call that does something against an error, by the last word of its name in all languages. */
interface Remedies {
  readonly remedy: 'waits' | 'renews' | 'signs out';
  readonly names: readonly Part[];
}

const REMEDIES: readonly Remedies[] = [
  {
    remedy: 'waits',
    names: [
      '\\w*sleep\\w*',
      ...[
        'u?wait(?:_?(?:for|until|seconds?|a_?(?:bit|while|minute)))?',
        'delay(?:ed)?',
        'set_?timeout',
        'post_?delayed',
      ],
      '\\w*(?:back_?off|cool_?down|throttl|slow_?down|pause)\\w*',
      '(?:re)?schedule\\w*',
      'retry_?(?:later|after|in)\\w*',
    ],
  },
  {
    remedy: 'renews',
    names: [
      '\\w*(?:refresh|renew|reissue|rotate|request|fetch|obtain|new)_?(?:access_?)?token\\w*',
      '\\w*re_?auth\\w*',
      '(?:re_?)?log_?in\\w*',
      '\\w*sign_?in\\w*',
      '\\w*re_?(?:log_?in|sign_?in|connect_?account)\\w*',
    ],
  },
  {
    remedy: 'signs out',
    names: [
      '\\w*(?:sign|log)_?out\\w*',
      '\\w*(?:clear|drop|forget|revoke|invalidate|remove|delete)_?(?:\\w*_?)?(?:tokens?|credentials?|session)',
    ],
  },
];

const tables = REMEDIES.map(({ remedy, names }) => ({ remedy, fits: wholeName(names.map(leadingMarks), 'i') }));

/** Names of what belongs to an object alone may begin with a mark. */
function leadingMarks(part: Part): Part {
  return typeof part === 'string' ? `_*(?:async_?|do_?)?${part}` : part;
}

/** What a call does against an error, by its name: `asyncio.sleep`, `refreshToken`, `signOut`. @param path the words of what is called */
export function remedyOf(path: readonly string[]): Remedies['remedy'] | undefined {
  const name = path.at(-1)?.replace(/[?!]$/, '') ?? '';
  return tables.find(({ fits }) => fits.test(name))?.remedy;
}
