import type { Localized, Vendor } from './types.ts';

/** A text that is the same for all vendors, or another for each. */
export type ByVendor<About extends Vendor = Vendor> = Localized | { readonly [vendor in About]?: Localized };

/** The text for one vendor. @param vendor absent where none in particular is spoken of: then the first text */
export function textFor(text: ByVendor, vendor: Vendor | undefined): Localized | undefined {
  const texts = textsOf(text);
  return (texts.find((one) => one.vendor === vendor) ?? texts[0])?.text;
}

/** Every text, ThinQ's first, with the vendor that it is for; without where it holds for all. */
export function textsOf(text: ByVendor): readonly { readonly vendor?: Vendor; readonly text: Localized }[] {
  if (isOneForAll(text)) return [{ text }];
  return (['thinq', 'nugu'] as const).flatMap((vendor) => {
    const own = text[vendor];
    return own ? [{ vendor, text: own }] : [];
  });
}

/** All texts in one, behind their vendors' names where there are several. */
export function wholeText(text: ByVendor): Localized {
  const texts = textsOf(text);
  const together = (language: keyof Localized): string =>
    texts
      .map(({ vendor, text: own }) => (vendor && texts.length > 1 ? `${NAMES[vendor]}: ` : '') + own[language])
      .join(' ');
  return { en: together('en'), ko: together('ko') };
}

const NAMES: { readonly [vendor in Vendor]: string } = { thinq: 'ThinQ', nugu: 'NUGU' };

function isOneForAll(text: ByVendor): text is Localized {
  return 'en' in text;
}
