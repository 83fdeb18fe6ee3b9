import { startCounting } from './entered.ts';

/**
 * How much has been done, by what did it: how often each block of our code has run, under its place; and for what the
 * engine does itself, the units or items that it had to look at, under its name.
 */
export type Work = ReadonlyMap<string, number>;

/** Counts work. As long as it does, everything takes many times as long. */
export interface WorkCounter {
  of(run: () => Promise<unknown>): Promise<Work>;
  stop(): Promise<void>;
}

/** Starts to count. @param folder as for `startCounting` */
export async function countWork(folder: URL): Promise<WorkCounter> {
  const counts = await startCounting(folder, true);
  const take = async (): Promise<Map<string, number>> => {
    const work = new Map<string, number>();
    for (const { url, functions } of await counts.take()) {
      for (const { functionName, ranges } of functions) {
        for (const { startOffset, count } of ranges) {
          const file = counts.sourceAt(url, startOffset);
          if (count > 0 && file?.startsWith('server/src/')) work.set(`${file} ${functionName} ${startOffset}`, count);
        }
      }
    }
    return work;
  };
  return {
    async of(run) {
      await take();
      const native = countNative();
      try {
        await run();
      } finally {
        native.stop();
      }
      return new Map([...(await take()), ...native.work]);
    },
    stop: () => counts.stop(),
  };
}

type Method = (this: unknown, ...given: unknown[]) => unknown;
/** Items or units that a call has looked at. */
type Cost = (self: ArrayLike<unknown>, given: ArrayLike<unknown>, result: unknown) => number;

const whole: Cost = (self) => self.length;
const result: Cost = (_, __, made) => (made as ArrayLike<unknown>).length;
/** Up to where something was found. */
const upTo: Cost = (self, given, at) => (at === -1 ? self.length : (at as number) + 1) - ((given[1] as number) ?? 0);

/** What the engine does itself, and takes longer for the longer what it is given is. */
const NATIVE: readonly (readonly [object, string | symbol, Cost])[] = [
  [Array.prototype, Symbol.iterator, whole],
  ...(['indexOf', 'lastIndexOf'] as const).map((name) => [Array.prototype, name, upTo] as const),
  ...(['includes', 'unshift', 'shift', 'splice', 'join', 'reverse'] as const).map(
    (name) => [Array.prototype, name, whole] as const,
  ),
  ...(['slice', 'concat', 'flat'] as const).map((name) => [Array.prototype, name, result] as const),
  [String.prototype, 'indexOf', upTo],
  [String.prototype, 'lastIndexOf', (self, given, at) => ((given[1] as number) ?? self.length) - (at as number)],
  // Where it is found, does not tell: the end of a text is as far as it goes.
  [
    String.prototype,
    'includes',
    (self, given, found) => (found ? (self as unknown as string).indexOf(given[0] as string) + 1 : self.length),
  ],
  ...(['split', 'trim', 'trimEnd', 'trimStart', 'toLowerCase', 'toUpperCase'] as const).map(
    (name) => [String.prototype, name, whole] as const,
  ),
];

/** Puts counters in front of what the engine does itself. */
function countNative(): { readonly work: ReadonlyMap<string, number>; stop(): void } {
  const work = new Map<string, number>();
  const undo: (() => void)[] = [];
  const { prepareStackTrace: prepare, stackTraceLimit: limit } = Error;
  Error.stackTraceLimit = 3;
  Error.prepareStackTrace = (_, sites) => `${sites[2]?.getFunctionName()} ${sites[2]?.getPosition()}`;
  /** Who has called a counter. */
  const caller = (): string => new Error().stack ?? '';
  const add = (name: string, units: number): void => void work.set(name, (work.get(name) ?? 0) + units);
  const replace = (owner: object, name: string | symbol, make: (method: Method) => Method): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own) throw new Error(`there is no ${String(name)}`);
    Object.defineProperty(owner, name, { ...own, value: make(own.value) });
    undo.push(() => Object.defineProperty(owner, name, own));
  };
  for (let index = 0; index < NATIVE.length; index++) {
    const entry = NATIVE[index] as (typeof NATIVE)[number];
    const cost = entry[2];
    const label = `${entry[0] === Array.prototype ? 'array' : 'text'}.${String(entry[1])}`;
    replace(
      entry[0],
      entry[1],
      (method) =>
        // No rest and no spread in here: these are among what is counted.
        function (this: unknown) {
          // biome-ignore lint/complexity/noArguments: see above
          const given = arguments;
          const made = Reflect.apply(method, this, given);
          add(`${label} ${caller()}`, cost(this as ArrayLike<unknown>, given, made));
          return made;
        },
    );
  }
  // What is looked for in a text with an expression goes through this, whoever asks.
  replace(
    RegExp.prototype,
    'exec',
    (method) =>
      function (this: unknown) {
        const expression = this as RegExp;
        const start = expression.global || expression.sticky ? expression.lastIndex : 0;
        // biome-ignore lint/complexity/noArguments: see above
        const given = arguments;
        const match = Reflect.apply(method, this, given) as RegExpExecArray | null;
        // What must stand at the beginning is looked for nowhere else.
        const isHeld = expression.sticky || (expression.source.startsWith('^') && !expression.multiline);
        const end = match ? match.index + match[0].length : isHeld ? start : String(given[0]).length;
        add(`/${expression.source}/${expression.flags}`, Math.max(0, end - start) + 1);
        return match;
      },
  );
  return {
    work,
    stop() {
      Error.prepareStackTrace = prepare;
      Error.stackTraceLimit = limit;
      while (undo.length > 0) undo.pop()?.();
    },
  };
}
