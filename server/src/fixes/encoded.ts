import type { Edit, Fix } from './fix.ts';

/**
 * Fixes for programs whose lines are texts of JSON, as those of a notebook are: what they write is encoded. None where that
 * cannot be done for sure: over several lines, or with an escape that may be one already.
 *
 * @param text what they change
 */
export function encodedFixes(fixes: readonly Fix[], text: string): readonly Fix[] {
  return fixes.flatMap((fix): readonly Fix[] => {
    const edits = fix.edits.flatMap((edit) => encoded(edit, text) ?? []);
    return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
  });
}

function encoded(edit: Edit, text: string): Edit | undefined {
  const { span, text: written, stops = [] } = edit;
  const replaced = text.slice(span.start, span.end).replace(/\\./g, '');
  if (stops.length > 0 || !IS_WITHIN_TEXT.test(replaced) || !IS_PLAIN.test(written)) return undefined;
  return { ...edit, text: written.replaceAll('"', '\\"') };
}

/** Nothing in it ends a text of JSON. */
const IS_WITHIN_TEXT = /^[^"\n\r]*$/;
/** Nothing in it but a quote has another form in a text of JSON, and nothing may have that form already. */
const IS_PLAIN = /^[^\\\p{Cc}]*$/u;
