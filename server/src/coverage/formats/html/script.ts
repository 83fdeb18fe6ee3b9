/**
 * What the page does besides being looked at: a card for the tile that is pointed at or has the focus, and the filter.
 * Without it everything can still be read in the tables.
 */
export const SCRIPT = `
'use strict';
(() => {
  const tip = document.getElementById('tip');
  const search = document.getElementById('search');
  const found = document.getElementById('found');
  const states = [...document.querySelectorAll('.chip input')];
  const rows = new Map([...document.querySelectorAll('tr[id]')].map((row) => [row.id, row]));
  const tiles = [...document.querySelectorAll('.tile')];
  const texts = new Map([...rows].map(([id, row]) => [id, row.textContent.toLowerCase()]));
  let shown;

  const rowOf = (tile) => rows.get(tile.hash.slice(1));

  function showAt(element, ...content) {
    tip.replaceChildren(...content);
    tip.hidden = false;
    const box = element.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
    const below = box.bottom + 10 + tip.offsetHeight < innerHeight || box.top < tip.offsetHeight + 10;
    tip.style.left = scrollX + Math.max(12, left) + 'px';
    tip.style.top = scrollY + (below ? box.bottom + 10 : box.top - tip.offsetHeight - 10) + 'px';
    element.setAttribute('aria-describedby', 'tip');
    shown = element;
  }

  function hide() {
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    tip.hidden = true;
    document.body.classList.remove('lit');
  }

  function heading(text) {
    const title = document.createElement('h4');
    title.textContent = text;
    return title;
  }

  function showCode(tile) {
    const row = rowOf(tile);
    if (!row) return;
    const [what, ...more] = row.cells;
    showAt(tile, heading(what.textContent), ...more.flatMap((cell) => [...cell.cloneNode(true).childNodes]));
  }

  function showDirective(cell) {
    const codes = cell.dataset.codes.split(' ');
    const list = document.createElement('ul');
    list.className = 'codes';
    for (const id of codes) {
      const row = rows.get(id);
      const item = document.createElement('li');
      item.append(row.querySelector('.mark').cloneNode(true), row.cells[0].textContent);
      list.append(item);
    }
    for (const tile of tiles) tile.classList.toggle('among', codes.includes(tile.hash.slice(1)));
    document.body.classList.add('lit');
    showAt(cell, heading(cell.dataset.title), list);
  }

  for (const [elements, show] of [[tiles, showCode], [document.querySelectorAll('.cell'), showDirective]]) {
    for (const element of elements) {
      element.addEventListener('mouseenter', () => show(element));
      element.addEventListener('mouseleave', hide);
      element.addEventListener('focus', () => show(element));
      element.addEventListener('blur', hide);
    }
  }
  for (const tile of tiles) {
    tile.addEventListener('click', () => {
      hide();
      rowOf(tile)?.closest('details')?.setAttribute('open', '');
    });
  }

  // Arrows go from tile to tile, as in a map; Tab still works.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (document.activeElement === search) { search.value = ''; filter(); }
      hide();
    }
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const visible = tiles.filter((tile) => !tile.classList.contains('out'));
    const at = visible.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      visible[at + step]?.focus();
    }
  });

  function filter() {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const wanted = new Set(states.filter((box) => box.checked).map((box) => box.value));
    const fits = (id) => wanted.has(rows.get(id)?.dataset.state) && words.every((word) => texts.get(id).includes(word));
    let count = 0;
    for (const [id, row] of rows) {
      const fit = fits(id);
      row.classList.toggle('out', !fit);
      if (fit) count++;
    }
    for (const tile of tiles) {
      const out = rowOf(tile)?.classList.contains('out') ?? true;
      tile.classList.toggle('out', out);
      if (out) tile.tabIndex = -1;
      else tile.removeAttribute('tabindex');
    }
    found.textContent = words.length > 0 || wanted.size < states.length ? count + ' / ' + rows.size : '';
  }

  search.addEventListener('input', filter);
  for (const box of states) box.addEventListener('change', filter);
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
})();
`;
