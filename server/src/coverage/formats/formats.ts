import type { Format } from './format.ts';
import { page } from './html/html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { FormatName } from './names.ts';
import { pretty } from './pretty.ts';

export type { Format, FormatOptions } from './format.ts';

/** Every way to write coverage, by the name that people choose it with. */
export const FORMATS: ReadonlyMap<string, Format> = new Map(
  Object.entries({ pretty, json, markdown, html: page } satisfies { [name in FormatName]: Format }),
);
