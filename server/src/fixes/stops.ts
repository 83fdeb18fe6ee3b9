import type { Edit, Stop } from './fix.ts';

/** In a text that is being put together, the places of stops; no source text holds such characters. */
const MARK = '\uE000';
const FIRST_NUMBER = 0xe001;

/** Keeps stops in a text while printers put it together: what they are handed is a mark, which they quote as any text. */
export interface Stops {
  /** A mark to be put where something is to be filled in. */
  mark(stop: Pick<Stop, 'choices'>): string;
  /** An edit without the marks in its text, which has become that of stops. */
  placed(edit: Edit | undefined): Edit | undefined;
}

/** Makes the stops of one edit. */
export function createStops(): Stops {
  const held: Pick<Stop, 'choices'>[] = [];
  return {
    mark(stop) {
      held.push(stop);
      return MARK + String.fromCharCode(FIRST_NUMBER + held.length - 1);
    },
    placed(edit) {
      if (!edit || held.length === 0) return edit;
      const [text = '', ...pieces] = edit.text.split(MARK);
      const stops: Stop[] = [];
      let written = text;
      for (const piece of pieces) {
        const stop = held[piece.charCodeAt(0) - FIRST_NUMBER];
        stops.push({ ...stop, start: written.length, end: written.length });
        written += piece.slice(1);
      }
      return { span: edit.span, text: written, stops };
    },
  };
}
