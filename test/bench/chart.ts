import type { Result } from './figures.ts';
import { limit, related } from './format.ts';

/** Colours of a chart, for pages with a light or a dark ground. */
interface Theme {
  readonly ground: string;
  readonly text: string;
  readonly faint: string;
  /** Lines of the scale. */
  readonly rule: string;
  readonly met: string;
  readonly missed: string;
}

/** GitHub's own, so that the chart lies on a page of its as if it were part of it. Text on ground: 7 to 1 and more. */
export const THEMES: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    ...{ ground: '#ffffff', text: '#1f2328', faint: '#59636e', rule: '#d1d9e0' },
    ...{ met: '#0969da', missed: '#bc4c00' },
  },
  dark: {
    ...{ ground: '#0d1117', text: '#f0f6fc', faint: '#9198a1', rule: '#3d444d' },
    ...{ met: '#4493f8', missed: '#db6d28' },
  },
};

/** Goals that the scale goes to: whatever is longer is cut, and says so. */
const SCALE = 2;
// In pixels.
const WIDTH = 1040;
const ROW = 24;
const BAR = 12;
const TOP = 76;
const BOTTOM = 16;
/** Where bars begin and end. */
const FROM = 440;
const TO = 690;

/** A bar of the chart. */
interface Bar {
  readonly name: string;
  /** Goals that it is long. */
  readonly length: number;
  readonly isMet: boolean;
  /** `1.42 × ripgrep; goal 1.25 ×` */
  readonly says: string;
}

/** The lines that have goals, as an SVG: each bar relative to its goal, which is the same line for all. */
export function toChart(results: readonly Result[], theme: Theme): string {
  const bars = results.flatMap((result) => toBar(result) ?? []);
  const height = TOP + bars.length * ROW + BOTTOM;
  const met = bars.filter(({ isMet }) => isMet).length;
  const sum = `${met} of ${bars.length} goals are met`;
  const missed = bars.filter(({ isMet }) => !isMet).map(({ name, says }) => `${name}: ${says}`);
  const description = `Bars end at the figure, in multiples of the goal; shorter is better. ${sum}. ${
    missed.length === 0 ? '' : `Missed: ${missed.join('; ')}.`
  }`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">What was measured, next to its goals</title>`,
    `<desc id="desc">${escaped(description.trim())}</desc>`,
    `<defs><pattern id="missed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${`<rect width="6" height="6" fill="${theme.missed}"/><rect width="2" height="6" fill="${theme.ground}"/>`}</pattern></defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="${theme.ground}"/>`,
    `<g font-family="system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" font-size="12" fill="${theme.text}">`,
    `<text x="16" y="24" font-size="15" font-weight="600">What was measured, next to its goals</text>`,
    `<text x="16" y="46" fill="${theme.faint}">${escaped(sum)}. Shorter is better; hatched bars miss their goal.</text>`,
    ...[0, 1, SCALE].map((goals) => ruleAt(goals, height, theme)),
    ...bars.map((bar, index) => drawn(bar, TOP + index * ROW, theme)),
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

/** @returns nothing for a line without a goal */
function toBar({ row, relation }: Result): Bar | undefined {
  const { what, peer, goal } = row;
  if (goal === undefined) return undefined;
  const theirs = peer ? ` ${row.compare === 'ratio' ? '' : 'over '}${peer.name}` : '';
  return {
    name: plain(what),
    // A goal of nothing at all is met or missed as a whole.
    length: goal === 0 ? (relation > 0 ? Number.POSITIVE_INFINITY : 0) : Math.max(0, relation / goal),
    isMet: relation <= goal,
    says: plain(`${related(relation, row)}${theirs}; goal ${limit(goal, row)}`),
  };
}

function ruleAt(goals: number, height: number, theme: Theme): string {
  const x = at(goals);
  const label = goals === 0 ? '0' : goals === 1 ? 'goal' : `${goals} × goal`;
  const stroke = goals === 1 ? theme.text : theme.rule;
  return [
    `<text x="${x}" y="${TOP - 8}" font-size="11" text-anchor="middle" fill="${theme.faint}">${label}</text>`,
    `<line x1="${x}" y1="${TOP - 2}" x2="${x}" y2="${height - BOTTOM}" stroke="${stroke}"/>`,
  ].join('');
}

function drawn({ name, length, isMet, says }: Bar, top: number, theme: Theme): string {
  const end = at(Math.min(length, SCALE));
  const middle = top + ROW / 2;
  const y = middle - BAR / 2;
  // A bar of nothing is still to be seen.
  const width = Math.max(1, end - FROM);
  // Two strokes through the end of a bar that goes on.
  const cut =
    length > SCALE
      ? `<path d="M${end - 12} ${y + BAR + 2}l5 -${BAR + 4}M${end - 7} ${y + BAR + 2}l5 -${BAR + 4}" stroke="${theme.ground}" stroke-width="2"/>`
      : '';
  return [
    `<text x="${FROM - 10}" y="${middle + 4}" text-anchor="end">${escaped(name)}</text>`,
    `<rect x="${FROM}" y="${y}" width="${round(width)}" height="${BAR}" fill="${isMet ? theme.met : 'url(#missed)'}"/>`,
    cut,
    `<text x="${TO + 14}" y="${middle + 4}">${isMet ? '✓' : '✗'} ${escaped(says)}</text>`,
  ].join('');
}

function at(goals: number): number {
  return round(FROM + (goals / SCALE) * (TO - FROM));
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Markdown's marks of code mean nothing here. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
