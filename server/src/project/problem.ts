import type { Localized } from '../catalog/types.ts';
import type { Span } from '../model/model.ts';

/** Something wrong with a project file, for its author. */
export interface Problem {
  /** UTF-16 offsets in the project file. */
  readonly span: Span;
  /** `error` where a part of the file counts as absent, `warning` where it was most likely meant otherwise. */
  readonly severity: 'error' | 'warning';
  readonly message: Localized;
}
