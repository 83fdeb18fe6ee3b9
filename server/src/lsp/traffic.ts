import { nextTurn } from './turn.ts';

/** Turns of the event loop without a message after which none is waiting: the connection hands over one a turn. */
const QUIET_TURNS = 3;

/** Turns of the event loop that waiting for the end of a burst may take. */
const LONGEST_BURST_TURNS = 2000;

/** What comes in. */
export interface Traffic {
  /** A message is handed over. */
  count(): void;
  /** Resolves when no message is waiting, so that a burst is read to its end before anything is made of it. @param isOver ends it early */
  settled(isOver: () => boolean): Promise<void>;
}

/** Nothing has come in yet. */
export function createTraffic(): Traffic {
  let messages = 0;
  return {
    count: () => void messages++,
    async settled(isOver) {
      let quiet = 0;
      for (let turn = 0, seen = messages; quiet < QUIET_TURNS && turn < LONGEST_BURST_TURNS && !isOver(); turn++) {
        await nextTurn();
        quiet = messages === seen ? quiet + 1 : 0;
        seen = messages;
      }
    },
  };
}
