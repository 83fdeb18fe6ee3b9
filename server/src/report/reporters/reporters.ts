import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { ReporterName } from './names.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

export type { Reporter, ReporterOptions } from './reporter.ts';

/** Every reporter, by the name that people choose it with. */
export const REPORTERS: ReadonlyMap<string, Reporter> = new Map(
  Object.entries({ pretty, json, sarif, github, gitlab, junit } satisfies { [name in ReporterName]: Reporter }),
);

/** The reporters that need all rules, whatever has been found. */
export const LIST_ALL_RULES: ReadonlySet<string> = new Set(['sarif']);
