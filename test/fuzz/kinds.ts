import type { Kind } from './kind.ts';
import { documents } from './kinds/documents.ts';
import { edits } from './kinds/edits.ts';
import { FAULTY } from './kinds/faulty.ts';
import { projectFiles } from './kinds/projectFiles.ts';
import { protocol } from './kinds/protocol.ts';
import { trees } from './kinds/trees.ts';

/** Every kind of inputs. What an input of each is, only the kind itself knows. */
export const KINDS: readonly Kind[] = [documents, edits, protocol, projectFiles, trees, ...FAULTY].map(
  (kind) => kind as Kind,
);
