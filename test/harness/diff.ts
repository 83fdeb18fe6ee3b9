/** Lines that were expected (`-`) and lines that came (`+`), among those that both have. */
export function diffLines(expected: string, actual: string): string {
  const [left, right] = [expected.split('\n'), actual.split('\n')];
  // lengths[i][j]: the longest common subsequence of what is left behind line i and line j.
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      lines.push(`  ${left[i]}`);
      i++;
      j++;
    } else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) lines.push(`- ${left[i++]}`);
    else lines.push(`+ ${right[j++]}`);
  }
  return lines.map((line) => visible(line)).join('\n');
}

function visible(line: string): string {
  return line.replaceAll('\r', '␍').replaceAll('\t', '⇥');
}
