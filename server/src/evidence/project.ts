import type { Vendor } from '../catalog/types.ts';
import type { Severity } from '../settings.ts';

/** What a file's surroundings say about it. */
export interface ProjectFacts {
  /** Vendors that the nearest project file names. */
  readonly declared: readonly Vendor[];
  /** Vendors that a dependency, or a project file that names none, speaks for. */
  readonly implied: readonly Vendor[];
  /** Severities from the project file; they overrule the editor's. */
  readonly rules: { readonly [rule: string]: Severity };
  /** NUGU code that the project answers for a ThinQ code; overrules our suggestions. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** A file that nothing is known of but its own text. */
export const NO_PROJECT: ProjectFacts = { declared: [], implied: [], rules: {} };
