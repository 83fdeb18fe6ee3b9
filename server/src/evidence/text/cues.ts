import { escapeRegExp } from '../../model/escapeRegExp.ts';

/**
 * What a rule lives on, as it stands in texts. A text without any cue is not parsed, and a function without any is left
 * out of what is parsed: what a rule does not declare here, and no other rule either, it may never be shown.
 *
 * Words are sources of regular expressions, in any case of letters: `result_?code` is also found in `getResultCode`.
 */
export interface Cues {
  /** What several rules live on. */
  readonly shared?: readonly SharedCue[];
  /** Words of the rule's own. Where a project is about a vendor, a text that holds one is parsed. */
  readonly words?: readonly string[];
  /** Words that keep a function in a text which is parsed anyway, but are no reason to parse one. */
  readonly inFunctions?: readonly string[];
  /** The same, but only in a text that talks to a vendor's service: requests and their answers are all over programs. */
  readonly requests?: readonly string[];
  /**
   * Words for which a text is parsed wherever it lies, though nothing in it or around it speaks of a vendor. No regular
   * expressions but plain text as it is spelt, of at least four ASCII characters: a scan looks for them in bytes.
   */
  readonly anywhere?: readonly string[];
}

/**
 * - `codes`: those of the catalog and of the team, what is written as a code of four digits is, and numbers beside the
 *   word "code"
 * - `texts`: the messages that come with codes
 * - `vendors`: names of the vendors, their products and headers
 * - `responses`: keys of what the vendors' services send and take; an object that has enough of them is parsed anywhere
 * - `directives`: what NUGU asks for
 */
export type SharedCue = 'codes' | 'texts' | 'vendors' | 'responses' | 'directives';

/** Keys of whole responses, which many services have: they are of use only where something is sent or taken. */
export const ENVELOPE_KEYS: readonly string[] = ['message_?id', 'request_?id'];

/** The words of those that are no more than words. Codes, texts and whole responses are looked for with the catalog. */
const SHARED: Readonly<Record<SharedCue, Pick<Cues, 'words' | 'inFunctions'>>> = {
  codes: {},
  texts: {},
  vendors: { words: ['thinq', 'smart_?home'], inFunctions: ['nugu', 'x-service-phase'] },
  responses: {
    words: ['result_?code', 'smart_?home', ...ENVELOPE_KEYS],
    inFunctions: ['error_?propert'],
  },
  directives: { words: ['directive'] },
};

/** What all rules together live on. A word that is a reason for more is one for less as well. */
export interface JoinedCues {
  readonly shared: ReadonlySet<SharedCue>;
  /** Plain text, as it is spelt. */
  readonly anywhere: readonly string[];
  /** Sources of regular expressions, in any case of letters; so are those that keep functions. */
  readonly inProjects: readonly string[];
  readonly inFunctions: readonly string[];
  readonly requests: readonly string[];
}

/** Puts the cues of all rules together, each word once. */
export function joinCues(cuesOfRules: readonly Cues[]): JoinedCues {
  const shared = new Set(cuesOfRules.flatMap((cues) => cues.shared ?? []));
  const all = [...[...shared].map((name) => SHARED[name]), ...cuesOfRules];
  const anywhere = [...new Set(cuesOfRules.flatMap((cues) => cues.anywhere ?? []))];
  const inProjects = [...new Set([...all.flatMap(({ words = [] }) => words), ...anywhere.map(escapeRegExp)])];
  const inFunctions = [...new Set([...inProjects, ...all.flatMap((cues) => cues.inFunctions ?? [])])];
  const requests = [...new Set(cuesOfRules.flatMap((cues) => cues.requests ?? []))];
  return { shared, anywhere, inProjects, inFunctions, requests };
}
