/**
 * The looks of the page. Colours differ in lightness as well as in hue, and a mark on each tile says the same once more;
 * all texts have a contrast of 4.5 at least, in light and in dark.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1b2130; --soft: #5a6273; --line: #dfe3ea;
  --handled: #14734f; --handled-text: #ffffff;
  --reported: #2563c9; --reported-text: #ffffff;
  --caught: #bfe3d3; --caught-text: #0b3d2a;
  --todo: #8a3f9e; --todo-text: #ffffff;
  --mentioned: #f5d27f; --mentioned-text: #3a2a00;
  --absent: #e9ecf1; --absent-text: #5a6273;
  --focus: #b3007a; --shadow: 0 1px 2px rgb(20 30 50 / .07), 0 4px 16px rgb(20 30 50 / .06);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10141c; --card: #181e29; --text: #e8ecf4; --soft: #9aa5b8; --line: #2a3342;
    --handled: #3fbf8d; --handled-text: #04231a;
    --reported: #6ea8ff; --reported-text: #061a3a;
    --caught: #1f5a45; --caught-text: #d4f5e6;
    --todo: #d39be4; --todo-text: #32083d;
    --mentioned: #7a5b12; --mentioned-text: #ffe9b3;
    --absent: #222a38; --absent-text: #9aa5b8;
    --focus: #ff7ad1; --shadow: none;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 84px; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif;
}
main, header, footer { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 36px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 20px; margin: 0; }
h3 { font-size: 14px; margin: 0 0 10px; color: var(--soft); font-weight: 600; }
code, .tile, .num { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.sub { color: var(--soft); margin: 6px 0 0; }
a { color: inherit; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 6px; }

.tools {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 10px; align-items: center;
  padding: 12px 0; margin-top: 12px; background: var(--page);
}
.tools input[type=search] {
  flex: 1 1 240px; min-width: 0; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: 10px; padding: 9px 14px;
}
.chip {
  display: inline-flex; align-items: center; gap: 8px; cursor: pointer; user-select: none;
  background: var(--card); border: 1px solid var(--line); border-radius: 999px; padding: 6px 14px 6px 8px; font-size: 14px;
}
.chip:hover { border-color: var(--soft); }
.chip input { position: absolute; opacity: 0; pointer-events: none; }
.chip:has(input:not(:checked)) { opacity: .45; text-decoration: line-through; }
.chip:has(input:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.mark {
  display: inline-grid; place-items: center; width: 22px; height: 22px; border-radius: 6px; font-size: 12px; flex: none;
}
.handled { background: var(--handled); color: var(--handled-text); }
.reported { background: var(--reported); color: var(--reported-text); }
.caught { background: var(--caught); color: var(--caught-text); }
.todo { background: var(--todo); color: var(--todo-text); }
.mentioned { background: var(--mentioned); color: var(--mentioned-text); }
.absent { background: var(--absent); color: var(--absent-text); }

.card {
  background: var(--card); border: 1px solid var(--line); border-radius: 18px; box-shadow: var(--shadow);
  padding: 26px; margin: 14px 0 26px;
}
.top { display: flex; gap: 26px; align-items: center; flex-wrap: wrap; margin-bottom: 26px; }
.ring { width: 116px; height: 116px; flex: none; }
.ring text { font: 700 25px system-ui, sans-serif; fill: var(--text); text-anchor: middle; dominant-baseline: central; }
.ring circle { fill: none; stroke-width: 11; }
.ring .rest { stroke: var(--absent); }
.ring .share { stroke: var(--handled); stroke-linecap: round; }
.facts { flex: 1 1 320px; }
.facts .bar { height: 16px; margin: 12px 0 8px; border-radius: 6px; }
.counts { display: flex; flex-wrap: wrap; gap: 4px 20px; color: var(--soft); font-size: 14px; padding: 0; margin: 0; list-style: none; }
.counts li { display: inline-flex; gap: 7px; align-items: center; }
.counts b { color: var(--text); }
.dot { width: 11px; height: 11px; border-radius: 3px; display: inline-block; flex: none; }

.bar { display: flex; height: 10px; border-radius: 4px; overflow: hidden; background: var(--absent); gap: 1px; }
.bar i { display: block; }

.band { display: grid; grid-template-columns: 170px 1fr; gap: 8px 18px; padding: 10px 0; border-top: 1px solid var(--line); }
.band:first-of-type { border-top: 0; }
.band > .name { font-weight: 600; padding-top: 5px; line-height: 1.3; }
.band .name small { display: block; font-weight: 400; color: var(--soft); }
.tiles { display: flex; flex-wrap: wrap; gap: 5px; padding: 0; margin: 0; list-style: none; }
.tile {
  display: inline-flex; align-items: center; gap: 6px; text-decoration: none; font-size: 13px;
  padding: 6px 9px; border-radius: 7px; transition: transform .08s, opacity .15s;
}
.tile .sign { font-size: 10px; opacity: .85; }
.tile:hover { transform: translateY(-1px); outline: 2px solid var(--text); outline-offset: 1px; }
.tile.out { opacity: .13; pointer-events: none; }
.lit .tile:not(.among) { opacity: .25; }
tr.out, .place.out { display: none; }

.part { margin-top: 28px; }
.rows { display: grid; grid-template-columns: minmax(90px, max-content) 1fr auto; gap: 7px 14px; align-items: center; font-size: 14px; margin: 0; }
.rows .num { color: var(--soft); font-size: 13px; text-align: right; }

.directives { display: grid; grid-template-columns: repeat(auto-fill, minmax(235px, 1fr)); gap: 12px 22px; }
.capability h4 { margin: 0 0 5px; font-size: 13px; }
.cells { display: flex; flex-wrap: wrap; gap: 4px; padding: 0; margin: 0; list-style: none; }
.cell {
  font: inherit; font-size: 12px; color: inherit; text-align: left; cursor: default;
  padding: 4px 8px; border-radius: 6px; border: 1px solid var(--line);
  background: color-mix(in oklab, var(--reported) calc(var(--share) * 46%), var(--card));
}
.cell:hover { outline: 2px solid var(--text); outline-offset: 1px; }
.cell b { font-weight: 600; margin-left: 3px; }

table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--soft); font-weight: 600; }
th, td { padding: 9px 14px 9px 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; }
td p { margin: 0 0 3px; }
td .advice { color: var(--soft); }
tr:target td, tr:target th { background: color-mix(in oklab, var(--focus) 14%, transparent); }
.state { display: inline-flex; gap: 8px; align-items: center; white-space: nowrap; }
.places { margin: 0; padding: 0; list-style: none; font-size: 13px; overflow-wrap: anywhere; }
.places .kind { color: var(--soft); font-family: inherit; }
details { margin-top: 22px; }
details > summary { cursor: pointer; font-weight: 600; padding: 6px 0; width: max-content; }
.more { color: var(--soft); }
footer { padding-bottom: 44px; color: var(--soft); font-size: 13px; }

#tip {
  position: absolute; z-index: 5; width: min(400px, calc(100vw - 24px)); pointer-events: none;
  background: var(--card); color: var(--text); border: 1px solid var(--line); border-radius: 12px;
  box-shadow: 0 10px 34px rgb(0 0 0 / .28); padding: 15px 17px; font-size: 14px;
}
#tip h4 { margin: 0 0 7px; font-size: 15px; }
#tip p { margin: 7px 0 0; }
#tip .places { margin-top: 8px; border-top: 1px solid var(--line); padding-top: 8px; }
#tip .places li:nth-child(n + 7) { display: none; }
#tip .codes { margin: 0; padding: 0; list-style: none; display: grid; gap: 4px; }
#tip .codes li { display: flex; gap: 8px; align-items: center; }
[hidden] { display: none !important; }

@media (max-width: 640px) {
  main, header, footer { padding-left: 14px; padding-right: 14px; }
  .card { padding: 18px 16px; border-radius: 14px; }
  .band { grid-template-columns: 1fr; }
  .tools { position: static; }
  table, tbody, tr, th, td { display: block; }
  thead { display: none; }
  tr { border-top: 1px solid var(--line); padding: 8px 0; }
  th, td { border: 0; padding: 3px 0; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  :root {
    --page: #fff; --card: #fff; --text: #000; --soft: #444; --line: #bbb; --shadow: none;
    --handled: #14734f; --handled-text: #fff; --reported: #2563c9; --reported-text: #fff;
    --caught: #bfe3d3; --caught-text: #0b3d2a;
    --todo: #8a3f9e; --todo-text: #fff; --mentioned: #f5d27f; --mentioned-text: #3a2a00; --absent: #e9ecf1; --absent-text: #444;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10.5pt; }
  .tools, #tip { display: none; }
  .card { box-shadow: none; border: 0; padding: 0; margin: 0 0 22pt; }
  .band, .capability, tr, .top { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  main, header, footer { max-width: none; padding: 0; }
}
`;
