import type { Catalog } from '../../catalog/catalog.ts';
import type { OwnMappings } from '../../catalog/suggestions.ts';
import type { Code, Localized } from '../../catalog/types.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

/**
 * What we suggest to answer NUGU for a ThinQ code, or what the project has decided; for a NUGU code, the ThinQ codes
 * that it is suggested for. As Markdown, marked as our judgement.
 *
 * @param own answers of the project, by ThinQ code @returns undefined where nothing is suggested
 */
export function suggestionNote(code: Code, catalog: Catalog, own?: OwnMappings): Localized | undefined {
  return code.vendor === 'thinq' ? nuguCodeNote(code, catalog, own) : originsNote(code, catalog, own);
}

function nuguCodeNote({ code }: Code, catalog: Catalog, own: OwnMappings | undefined): Localized | undefined {
  const found = catalog.suggestionFor(code, own);
  if (!found) return undefined;
  if (found.basis === 'project' && found.code) {
    const { en, ko } = spelled(found.code);
    return { en: `**NUGU answer in this project:** ${en}`, ko: `**이 프로젝트의 NUGU 응답:** ${ko}` };
  }
  const label = { en: '**NUGU answer that we suggest:**', ko: '**NUGU 응답 제안(자체 판단):**' };
  const others = found.alternatives.map(({ code: other, when }) => {
    const { en, ko } = spelled(other);
    return { en: `${en} ${escapeMarkdown(when.en)}`, ko: `${escapeMarkdown(when.ko)} ${ko}` };
  });
  const target = found.code ? spelled(found.code) : { en: 'it depends', ko: '상황에 따라 다름' };
  const inWords = (language: 'en' | 'ko'): string => {
    const reason = escapeMarkdown(found.reason?.[language] ?? '');
    const listed = others.map((other) => other[language]);
    const rest = listed.length > 0 ? ` ${OTHERWISE[language]} ${listed.join('; ')}.` : '';
    return `${label[language]} ${target[language]} – ${reason}${rest}`;
  };
  return { en: inWords('en'), ko: inWords('ko') };
}

const OTHERWISE: Localized = { en: 'Or:', ko: '또는:' };

function originsNote({ code }: Code, catalog: Catalog, own: OwnMappings | undefined): Localized | undefined {
  const codes = catalog.thinqCodesFor(code, own).map((origin) => codeSpan(origin.code));
  if (codes.length === 0) return undefined;
  return {
    en: `**We suggest this answer for ThinQ codes:** ${codes.join(', ')}`,
    ko: `**이 응답을 제안하는 ThinQ 코드(자체 판단):** ${codes.join(', ')}`,
  };
}

/** A code, with where it belongs if that is not a device's `resultCode`. */
function spelled({ code, level }: Code): Localized {
  const name = codeSpan(code);
  return level === 'global-level'
    ? { en: `${name} in \`error.code\`, for the whole request`, ko: `${name}(요청 전체에 대한 \`error.code\`)` }
    : { en: name, ko: name };
}
