import type { Localized } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import { isLegacySuccess } from '../../evidence/legacySuccess.ts';
import type { Span } from '../../model/model.ts';

/** What `0000` under `resultCode` and its like means, for whoever points at it. */
export interface LegacyNote {
  readonly text: Localized;
  readonly span: Span;
}

const SUCCESS: Localized = {
  en: "**`0000`** Success: under `resultCode`, `returnCode` and `returnCd` of LG's older private API, and in certificate and energy answers. Not to be taken for ThinQ Connect's `error.code` `0000`, which is *Unknown error*.",
  ko: '**`0000`** 성공: LG의 이전 비공개 API의 `resultCode`, `returnCode`, `returnCd`와 인증서·에너지 응답에서 쓰입니다. ThinQ Connect의 `error.code` `0000`(*Unknown error*)과는 다릅니다.',
};

/** @param offset UTF-16 offset @returns undefined where no such code stands */
export function legacySuccessAt({ model }: Analysis, offset: number): LegacyNote | undefined {
  const found = model.mentions.find(
    (mention) => mention.outer.start <= offset && offset <= mention.outer.end && isLegacySuccess(mention),
  );
  return found && { text: SUCCESS, span: found.outer };
}
