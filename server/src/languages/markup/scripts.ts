import type { Span } from '../../model/model.ts';

/** A script of a page or a component. */
export interface Script {
  /** What stands between its tags. */
  readonly span: Span;
  /** The whole element. */
  readonly outer: Span;
  /** The ending of files in its language; absent for data, and for what stands in another file. */
  readonly language?: string;
}

/** What begins a comment, an element whose content is text to the letter, or another tag, in whose attributes anything may stand. */
const OPENING = '<!--|<(script|style)(?=[\\s>/])|<[a-z]';
const ATTRIBUTE = /^\s*([^\s"'>=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/;

/** The languages of scripts by what `lang` and `type` say. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['', 'js'],
  ['js', 'js'],
  ['jsx', 'jsx'],
  ['ts', 'ts'],
  ['tsx', 'tsx'],
  ['javascript', 'js'],
  ['typescript', 'ts'],
  ['module', 'js'],
  ['text/javascript', 'js'],
  ['application/javascript', 'js'],
  ['text/ecmascript', 'js'],
  ['text/babel', 'jsx'],
  ['text/typescript', 'ts'],
]);

/** UTF-16 units of an attribute that are looked at: a longer one is none that says what a script is. */
const LONGEST_ATTRIBUTE_UNITS = 2000;

/** What a piece of markup holds: scripts, and what nobody reads. */
export interface Markup {
  readonly scripts: readonly Script[];
  readonly comments: readonly Span[];
  /** Scripts, styles and comments: nothing in them is text for people. */
  readonly raw: readonly Span[];
}

/**
 * Finds the scripts of a page as browsers do, and those of Vue's and Svelte's components: the first `</script` ends one,
 * and what stands in a comment is none. Takes time linear in the text.
 */
export function scriptsOf(text: string): Markup {
  const scripts: Script[] = [];
  const comments: Span[] = [];
  const raw: Span[] = [];
  const opening = new RegExp(OPENING, 'gi');
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [mark, name] = match;
    if (mark === '<!--') {
      const close = text.indexOf('-->', match.index + mark.length);
      opening.lastIndex = close < 0 ? text.length : close + 3;
      const comment = { start: match.index, end: opening.lastIndex };
      comments.push(comment);
      raw.push(comment);
      continue;
    }
    const tag = readTag(text, match.index + mark.length);
    opening.lastIndex = tag.end;
    if (name === undefined || tag.isClosed) continue;
    const close = endOf(text, tag.end, name);
    const end = close < 0 ? text.length : close;
    const outer = { start: match.index, end: Math.max(end, text.indexOf('>', end) + 1) };
    raw.push(outer);
    opening.lastIndex = outer.end;
    if (name.toLowerCase() !== 'script') continue;
    const language = tag.attributes.has('src') ? undefined : languageOf(tag.attributes);
    scripts.push({ span: { start: tag.end, end }, outer, ...(language !== undefined && { language }) });
  }
  return { scripts, comments, raw };
}

/** Where a closing tag begins; -1 where there is none. */
function endOf(text: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}(?=[\\s>/])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? -1;
}

interface Tag {
  /** Behind the mark that closes it. */
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** It has no content: `<script src="a.js" />`, as components have it. */
  readonly isClosed: boolean;
}

/** @param from behind the tag's name */
function readTag(text: string, from: number): Tag {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < text.length && text[at] !== '>') {
    const match = ATTRIBUTE.exec(text.slice(at, at + LONGEST_ATTRIBUTE_UNITS));
    if (match && match[0].length > 0) {
      const [whole, name = '', double, single, bare] = match;
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
      at += whole.length;
    } else at++;
  }
  const isClosed = attributes.has('src') && text[at - 1] === '/';
  return { end: Math.min(text.length, at + 1), attributes, isClosed };
}

function languageOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const lang = attributes.get('lang')?.toLowerCase();
  const type = attributes.get('type')?.toLowerCase();
  return LANGUAGES.get(lang ?? type ?? '');
}
