import { ADVICE } from '../catalog/advice.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Localized, RetryClass, Vendor } from '../catalog/types.ts';
import { CLASS_NAMES } from './names.ts';

/** What is to be generated. */
export interface Selection {
  /** Whose codes; both vendors' where it is empty. */
  readonly vendors: readonly Vendor[];
  /** Only codes for which this is to be done; all where it is empty. */
  readonly classes: readonly RetryClass[];
}

/** A name as its words, in lower case: each language joins them in its own way. `NOT_CONNECTED_DEVICE` is `not connected device`. */
export type Words = readonly string[];

/** What to do about a code, as a member of the enumeration of actions. */
export interface Action {
  readonly retry: RetryClass;
  readonly words: Words;
  /** For the comment above it. */
  readonly about: string;
}

/** A code as a member of an enumeration. */
export interface Member {
  readonly words: Words;
  /** As it goes over the wire. */
  readonly code: string;
  readonly action: Action;
  /** What it means, in our words. */
  readonly message: Localized;
}

/** The codes of one vendor, as every language writes them. */
export interface CodeSet {
  /** As it begins the names of types: `ThinQ`, `Nugu`. */
  readonly name: string;
  /** The same for names of functions and constants. */
  readonly words: Words;
  readonly members: readonly Member[];
  /** Those that members have, in the catalog's order. */
  readonly actions: readonly Action[];
}

const NAMES: { readonly [vendor in Vendor]: string } = { thinq: 'ThinQ', nugu: 'Nugu' };
const VENDORS: readonly Vendor[] = ['thinq', 'nugu'];

/** Every action by what it is called; `none` would be the absence of a value in several languages. */
const ACTION_WORDS: { readonly [retry in RetryClass]: string } = {
  none: 'nothing to do',
  retry: 'retry',
  'back-off': 'back off',
  're-authenticate': 're authenticate',
  'fix-request': 'fix request',
  'tell-user': 'tell user',
  'give-up': 'give up',
};

const ACTIONS = CLASS_NAMES.map(
  (retry): Action => ({ retry, words: ACTION_WORDS[retry].split(' '), about: ADVICE[retry].en }),
);

/** The codes that a selection leaves, by vendor; vendors without any are left out. */
export function codeSetsOf({ codes }: Pick<Catalog, 'codes'>, { vendors, classes }: Selection): readonly CodeSet[] {
  return VENDORS.filter((vendor) => vendors.length === 0 || vendors.includes(vendor)).flatMap((vendor) => {
    const members = codes.filter((code) => code.vendor === vendor).map(memberOf);
    const wanted = members.filter(({ action }) => classes.length === 0 || classes.includes(action.retry));
    const actions = ACTIONS.filter((action) => wanted.some((member) => member.action === action));
    return wanted.length === 0 ? [] : [{ name: NAMES[vendor], words: [vendor], members: wanted, actions }];
  });
}

function memberOf(code: Code): Member {
  const action = ACTIONS.find(({ retry }) => retry === code.judgement.retry);
  if (action === undefined) throw new Error(`No action is called "${code.judgement.retry}".`);
  return { words: wordsOf(code), code: code.code, action, message: code.description };
}

/** What the SDK calls a code, else the vendor's word; a number without a name is `code 1314`, or `http 401` at NUGU. */
function wordsOf({ vendor, code, sdkName }: Code): Words {
  if (sdkName !== undefined) return sdkName.toLowerCase().split('_');
  if (/^\d/.test(code)) return [vendor === 'nugu' ? 'http' : 'code', code];
  // `TemperatureOutofRange` is `temperature outof range`.
  return code.split(/(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase());
}
