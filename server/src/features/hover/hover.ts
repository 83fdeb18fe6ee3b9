import { codeHover } from './codeHover.ts';
import { directiveHover } from './directiveHover.ts';
import { legacySuccessHover } from './legacyHover.ts';
import { misspeltHover } from './misspeltHover.ts';
import { proseHover } from './proseHover.ts';
import { protocolHover } from './protocolHover.ts';
import type { Hover, HoverProvider, HoverRequest } from './provider.ts';
import { responseHover } from './responseHover.ts';
import { siteHover } from './siteHover.ts';

/** Who is asked, in this order: the first that has something to say is heard. */
const PROVIDERS: readonly HoverProvider[] = [
  codeHover,
  misspeltHover,
  directiveHover,
  responseHover,
  protocolHover,
  proseHover,
  siteHover,
  legacySuccessHover,
];

/** Explains what stands at an offset. @returns undefined where nobody knows it */
export function hoverAt(request: HoverRequest): Hover | undefined {
  for (const provider of PROVIDERS) {
    const hover = provider(request);
    if (hover) return hover;
  }
  return undefined;
}
