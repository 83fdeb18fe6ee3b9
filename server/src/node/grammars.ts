import { fileURLToPath } from 'node:url';

/** Where the grammars lie: beside the folder of the bundle that this is in. */
export const GRAMMARS = fileURLToPath(new URL('../grammars', import.meta.url));
