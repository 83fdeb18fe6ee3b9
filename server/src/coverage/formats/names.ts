/** The names that people choose a way to write coverage with. */
export const FORMAT_NAMES = ['pretty', 'json', 'markdown', 'html'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
