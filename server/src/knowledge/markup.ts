import { isBoolean, isNothing } from './keywords.ts';

/** Whether what is shown in the place of something is nothing: `null`, `false`, an empty element. */
export function isNoContent(text: string): boolean {
  return isNothing(text) || isBoolean(text) || /^(?:<>\s*<\/>|(?:const\s+)?SizedBox(?:\.shrink)?\(\))$/.test(text);
}

/** Attributes that say how something looks, or what it is for, and nothing to whoever looks at it. */
const UNSEEN =
  /\b(?:class(?:Name)?|id|key|style|type|role|variant|size|color|testid|data-[\w-]{1,40})\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*')/gi;
/** Elements that tell of errors, going by their names. */
const TELLING = /<\w*(?:error|alert|fallback|message|toast|banner|failure|snackbar)\w*/i;

/** Whether markup says something to whoever looks at it, in words of its own or by an element that is there for that. */
export function showsText(markup: string): boolean {
  if (TELLING.test(markup)) return true;
  const seen = markup.replace(UNSEEN, ' ');
  const isTag = seen.includes('<');
  const words = isTag
    ? seen.replace(/<[^<>]*>/g, (tag) => (/=\s*["'][^"']*\p{L}/u.test(tag) ? tag.replace(/^<\w+|\w+\s*=/g, ' ') : ' '))
    : '';
  return /\p{L}{2}/u.test(words.replace(/\{[^{}]*\}/g, ' ')) || (!isTag && /["'][^"'\n]*\p{L}{2}/u.test(seen));
}
