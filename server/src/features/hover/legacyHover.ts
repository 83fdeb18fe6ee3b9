import { describeSuccess } from '../describe/others.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Explains `0000` under `resultCode` and its like, which means that all went well. */
export function legacySuccessHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const found = analysis.model.mentions.find(
    ({ outer }, index) =>
      outer.start <= offset && offset <= outer.end && analysis.judgements[index]?.why === 'legacy success',
  );
  return found && { markdown: describeSuccess(language), span: found.outer };
}
