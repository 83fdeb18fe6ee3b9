import { http } from './http.ts';
import { log } from './log.ts';
import { markdown } from './markdown.ts';

/** Documents for people, in which codes are spoken of. */
export default [markdown, http, log];
