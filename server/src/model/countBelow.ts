/** How many of the first indexes are below something. @param isBelow holds for some, and for none behind these */
export function countBelow(count: number, isBelow: (index: number) => boolean): number {
  let low = 0;
  for (let high = count; low < high; ) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
