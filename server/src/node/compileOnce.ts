import { setFlagsFromString } from 'node:v8';

/** All three: with one alone V8 compiles twice as before, or slower. */
const BASELINE_ONLY = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/**
 * From now on V8 compiles WebAssembly once, by its baseline compiler, and never a second time for more speed: half the CPU
 * until a grammar has read its first text, and a third less memory. The price: a long text parsed whole takes some three
 * times as long. It holds for all threads of the process, so this is for processes of our own only. A module that is to be
 * fast in the long run, such as the byte filter, must have run for a while by then.
 *
 * Set while running and not on Node's command line: with other flags from the start V8 refuses the code that Node has
 * brought along for its own modules.
 */
export function compileWasmOnce(): void {
  for (const flag of BASELINE_ONLY) setFlagsFromString(flag);
}
