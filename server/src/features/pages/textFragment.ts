/** An address of a page at a text in it, which browsers scroll to and mark: `https://…#:~:text=Not%20connected%20device`. */
export function atText(url: string, text: string): string {
  // A hyphen and a comma mean something there, and brackets would end a link of Markdown.
  const written = encodeURIComponent(text).replace(/[-,()'!*~]/g, (unit) => `%${hex(unit)}`);
  return url.includes('#') ? `${url}:~:text=${written}` : `${url}#:~:text=${written}`;
}

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).toUpperCase();
}
