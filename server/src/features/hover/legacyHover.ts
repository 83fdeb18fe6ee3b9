import type { Localized } from '../../catalog/types.ts';
import { textIn } from '../describe/language.ts';
import type { Hover, HoverRequest } from './provider.ts';

const SUCCESS: Localized = {
  en: "**`0000`** Success: under `resultCode`, `returnCode` and `returnCd` of LG's older private API, and in certificate and energy answers. Not the same as ThinQ Connect's `error.code` `0000`, which is *Unknown error*.",
  ko: '**`0000`** 성공: LG의 이전 비공개 API의 `resultCode`, `returnCode`, `returnCd`와 인증서·에너지 응답에서 쓰입니다. ThinQ Connect의 `error.code` `0000`(*Unknown error*)과는 다릅니다.',
};

/** Explains `0000` under `resultCode` and its like, which means that all went well. */
export function legacySuccessHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const found = analysis.model.mentions.find(
    ({ outer }, index) =>
      outer.start <= offset && offset <= outer.end && analysis.judgements[index]?.why === 'legacy success',
  );
  return found && { markdown: textIn(SUCCESS, language), span: found.outer };
}
