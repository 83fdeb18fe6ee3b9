import { join } from 'node:path';
import { root } from '../setup.mjs';

/** Where everything lies that only the benchmark needs; git ignores it. */
export const cache = join(root, '.bench');
