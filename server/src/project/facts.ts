import type { Code, Vendor } from '../catalog/types.ts';
import type { Preset, Severity } from '../settings.ts';

/** What a file's surroundings say about it. */
export interface ProjectFacts {
  /** Vendors that the nearest project file names. */
  readonly declared: readonly Vendor[];
  /** Vendors that a dependency, or a project file that names none, speaks for. */
  readonly implied: readonly Vendor[];
  /** Severities from the project file; they overrule the editor's. */
  readonly rules: { readonly [rule: string]: Severity };
  /** What holds for rules that neither the project file nor the editor names. */
  readonly preset: Preset;
  /** The project file leaves this file out: nothing in it is a finding. */
  readonly isExcluded: boolean;
  /** The team's own codes; the same list for all files of a project file, so that what is made of it can be kept. */
  readonly codes: readonly Code[];
  /** Its ending has several owners, and nothing around it says that it is in the language which is read under it. */
  readonly isSomethingElse?: true;
  /** NUGU codes that the team answers ThinQ codes with, by ThinQ code. */
  readonly mapping: { readonly [code: string]: string };
}

/** A file that nothing is known of but its own text. */
export const NO_PROJECT: ProjectFacts = {
  declared: [],
  implied: [],
  rules: {},
  preset: 'recommended',
  isExcluded: false,
  codes: [],
  mapping: {},
};
