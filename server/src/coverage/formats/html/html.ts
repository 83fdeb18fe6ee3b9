import type { Localized } from '../../../catalog/types.ts';
import {
  type CodeCoverage,
  type Coverage,
  type Group,
  percentOf,
  STATES,
  type Tally,
  tallyOf,
  type VendorCoverage,
} from '../../coverage.ts';
import {
  capabilityOf,
  dispatchesInWords,
  type Format,
  type FormatOptions,
  STATE_MARKS,
  STATE_MEANINGS,
  STATE_NAMES,
  shareInWords,
  VENDORS,
  WORDS,
  word,
} from '../format.ts';
import { html, type Markup, trusted } from './markup.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** Places that are listed for a code; more are counted. */
const MOST_PLACES = 40;

/** One page that needs nothing but itself: the policy in its head keeps it from asking any network. */
export const page: Format = (coverage, options) => {
  const title = `${word(WORDS.title, options.docsLanguage)}: ${options.project}`;
  return html`<!doctype html>
<html lang="${options.docsLanguage === 'ko' ? 'ko' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${head(coverage, options)}
<main>
${toolbar(coverage, options)}
${coverage.vendors.map((vendor) => vendorCard(vendor, options))}
${foldersCard(coverage, options)}
</main>
<footer><p>${word(WORDS.ours, options.docsLanguage)} thinq-nugu ${options.version}</p></footer>
<div id="tip" role="tooltip" hidden></div>
<script>${trusted(SCRIPT)}</script>
</body>
</html>`.html;
};

function head({ vendors }: Coverage, { docsLanguage, project }: FormatOptions): Markup {
  const shares = vendors.map(
    (vendor) => `${word(VENDORS[vendor.vendor], docsLanguage)}: ${shareInWords(vendor, docsLanguage)}`,
  );
  return html`<header><h1>${project}</h1><p class="sub">${word(WORDS.title, docsLanguage)} · ${shares.join(' · ')}</p></header>`;
}

function toolbar({ tally }: Coverage, { docsLanguage }: FormatOptions): Markup {
  const hint = word(FILTER, docsLanguage);
  return html`<div class="tools" role="search">
<input id="search" type="search" placeholder="${hint}" aria-label="${hint}" autocomplete="off" spellcheck="false">
<span id="found" class="num" role="status"></span>
${STATES.map(
  (state) =>
    html`<label class="chip" title="${word(STATE_MEANINGS[state], docsLanguage)}"><input type="checkbox" value="${state}" checked><span class="mark ${state}" aria-hidden="true">${STATE_MARKS[state]}</span>${word(STATE_NAMES[state], docsLanguage)} <b class="num">${tally[state]}</b></label>`,
)}
</div>`;
}

const FILTER: Localized = { en: 'Filter by code, text, file …   ( / )', ko: '코드, 내용, 파일로 필터링   ( / )' };

function vendorCard(vendor: VendorCoverage, options: FormatOptions): Markup {
  const { docsLanguage } = options;
  const tally = tallyOf(vendor.codes);
  const dispatches = dispatchesInWords(vendor, docsLanguage);
  const bands = vendor.vendor === 'thinq' ? vendor.ranges : vendor.classes;
  return html`<section class="card" aria-labelledby="${vendor.vendor}">
<div class="top">${ring(percentOf(tally), vendor.vendor === 'thinq' ? 'handled' : 'reported')}
<div class="facts"><h2 id="${vendor.vendor}">${word(VENDORS[vendor.vendor], docsLanguage)}</h2>
${bar(tally, options)}
<ul class="counts">${STATES.map(
    (state) =>
      html`<li><span class="dot ${state}"></span><b>${tally[state]}</b> ${word(STATE_NAMES[state], docsLanguage)}</li>`,
  )}</ul>
${dispatches === undefined ? '' : html`<p class="sub">${dispatches}</p>`}</div></div>
${bands.map((group) => band(group, options))}
${vendor.undocumented.length === 0 ? '' : band({ id: 'field', title: WORDS.undocumented, codes: vendor.undocumented }, options)}
${vendor.vendor === 'thinq' ? bars(WORDS.classes, vendor.classes, options) : ''}
${vendor.directives.length === 0 ? '' : directiveMap(vendor.directives, options)}
<details><summary>${word(ALL, docsLanguage)}</summary>${codeTable([...vendor.codes, ...vendor.undocumented], options)}</details>
</section>`;
}

const ALL: Localized = { en: 'All codes with their places', ko: '모든 코드와 위치' };

/** A ring that is closed by as much as is covered. */
function ring(percent: number, state: 'handled' | 'reported'): Markup {
  const length = 2 * Math.PI * 48;
  const share = html`<circle class="share" cx="60" cy="60" r="48" style="stroke:var(--${state})" stroke-dasharray="${(length * percent) / 100} ${length}" transform="rotate(-90 60 60)"/>`;
  return html`<svg class="ring" viewBox="0 0 120 120" role="img" aria-label="${percent}%"><circle class="rest" cx="60" cy="60" r="48"/>${percent > 0 ? share : ''}<text x="60" y="61">${percent}%</text></svg>`;
}

function bar(
  tally: Omit<Tally, 'absent' | 'covered' | 'named'> & { readonly absent?: number },
  { docsLanguage }: FormatOptions,
): Markup {
  const told = STATES.filter((state) => (tally[state] ?? 0) > 0);
  const label = told.map((state) => `${tally[state] ?? 0} ${word(STATE_NAMES[state], docsLanguage)}`).join(', ');
  const pieces = told.map((state) => html`<i class="${state}" style="flex:${tally[state] ?? 0}"></i>`);
  return html`<div class="bar" role="img" aria-label="${label}" title="${label}">${pieces}</div>`;
}

/** A row of the heat map. */
function band({ id, title, codes }: Group, { docsLanguage, catalog }: FormatOptions): Markup {
  const { covered, total } = tallyOf(codes);
  const number = /^\d/.test(id) ? html`<code>${id}</code> ` : '';
  const tiles = codes.map(({ code, state }) => {
    const label = `${code.code}, ${word(STATE_NAMES[state], docsLanguage)}: ${catalog.textOf(code)}`;
    return html`<li><a class="tile ${state}" href="#${idOf(code)}" aria-label="${label}"><span class="sign" aria-hidden="true">${STATE_MARKS[state]}</span>${code.code}</a></li>`;
  });
  return html`<div class="band"><div class="name">${number}${word(title, docsLanguage)}<small class="num">${covered} / ${total}</small></div><ul class="tiles">${tiles}</ul></div>`;
}

function bars(title: Localized, groups: readonly Group[], options: FormatOptions): Markup {
  const rows = groups.map((group) => {
    const tally = tallyOf(group.codes);
    return html`<span>${word(group.title, options.docsLanguage)}</span>${bar(tally, options)}<span class="num">${tally.covered} / ${tally.total}</span>`;
  });
  return html`<div class="part"><h3>${word(title, options.docsLanguage)}</h3><div class="rows">${rows}</div></div>`;
}

/** The directives of each capability, the deeper the more of their codes are covered. */
function directiveMap(directives: readonly Group[], { docsLanguage }: FormatOptions): Markup {
  const capabilities = [...new Set(directives.map(({ id }) => capabilityOf(id)))];
  const cell = ({ id, codes }: Group): Markup => {
    const { covered, total } = tallyOf(codes);
    const share = total === 0 ? 0 : covered / total;
    const ids = codes.map(({ code }) => idOf(code)).join(' ');
    const name = html`${id.slice(id.indexOf('.') + 1)} <b class="num">${covered}/${total}</b>`;
    return html`<li><button type="button" class="cell" style="--share:${share.toFixed(2)}" data-title="${id}" data-codes="${ids}">${name}</button></li>`;
  };
  return html`<div class="part"><h3>${word(WORDS.directives, docsLanguage)}</h3><div class="directives">${capabilities.map(
    (name) =>
      html`<div class="capability"><h4>${name}</h4><ul class="cells">${directives.filter(({ id }) => capabilityOf(id) === name).map(cell)}</ul></div>`,
  )}</div></div>`;
}

function codeTable(codes: readonly CodeCoverage[], options: FormatOptions): Markup {
  const { docsLanguage } = options;
  const [code, state, meaning, where] = COLUMNS.map((column) => word(column, docsLanguage));
  return html`<table><thead><tr><th scope="col">${code ?? ''}</th><th scope="col">${state ?? ''}</th><th scope="col">${meaning ?? ''}</th><th scope="col">${where ?? ''}</th></tr></thead><tbody>${codes.map((one) => codeRow(one, options))}</tbody></table>`;
}

const COLUMNS: readonly Localized[] = [
  { en: 'Code', ko: '코드' },
  { en: 'State', ko: '상태' },
  { en: 'What it means, and what to do', ko: '의미와 조치' },
  { en: 'Where', ko: '위치' },
];

function codeRow({ code, state, places }: CodeCoverage, options: FormatOptions): Markup {
  const { catalog, docsLanguage } = options;
  const text = catalog.textOf(code);
  const texts = docsLanguage === 'both' ? (['en', 'ko'] as const) : [docsLanguage];
  return html`<tr id="${idOf(code)}" data-state="${state}"><th scope="row"><code>${code.code}</code>${text === code.code ? '' : html` <span class="advice">${text}</span>`}</th>
<td><span class="state"><span class="mark ${state}" aria-hidden="true">${STATE_MARKS[state]}</span>${word(STATE_NAMES[state], docsLanguage)}</span></td>
<td>${texts.map((language) => html`<p>${code.description[language]}</p><p class="advice">${code.advice[language]}</p>`)}</td>
<td>${places.length === 0 ? '' : placeList({ places }, options)}</td></tr>`;
}

function placeList(
  { places }: Pick<CodeCoverage, 'places'>,
  { docsLanguage: language, hrefOf }: FormatOptions,
): Markup {
  const named = (path: string, line: number): Markup => {
    const href = hrefOf?.(path, line);
    const name = html`<code>${path}:${line + 1}</code>`;
    return href === undefined ? name : html`<a href="${href}">${name}</a>`;
  };
  const items = places
    .slice(0, MOST_PLACES)
    .map(
      ({ path, line, kind }) =>
        html`<li class="place">${named(path, line)} <span class="kind">${word(STATE_NAMES[kind], language)}</span></li>`,
    );
  const more = places.length > MOST_PLACES ? html`<li class="more">+${places.length - MOST_PLACES}</li>` : '';
  return html`<ul class="places">${items}${more}</ul>`;
}

function foldersCard({ folders, tally: all }: Coverage, options: FormatOptions): Markup {
  const { docsLanguage } = options;
  if (folders.length === 0) return html`<section class="card"><p>${word(WORDS.nothing, docsLanguage)}</p></section>`;
  const rows = folders.map(
    ({ path, files, tally }) =>
      html`<span><code>${path}</code></span>${bar({ ...tally, absent: Math.max(0, all.total - tally.total) }, options)}<span class="num">${word({ en: `${tally.total} ${tally.total === 1 ? 'code' : 'codes'} in ${files} ${files === 1 ? 'file' : 'files'}`, ko: `파일 ${files}개, 코드 ${tally.total}개` }, docsLanguage)}</span>`,
  );
  return html`<section class="card"><h3>${word(WORDS.folders, docsLanguage)}</h3><div class="rows">${rows}</div></section>`;
}

function idOf({ vendor, code }: CodeCoverage['code']): string {
  return `${vendor}-${code}`;
}
