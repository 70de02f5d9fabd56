/** How wide columns are: `padding` blanks behind the widest cell, and no less than `least` in all. */
export interface Spacing {
  padding: number;
  least: number;
}

/** Rows as kubectl prints tables. Source: k8s.io/cli-runtime printers.GetNewTabWriter. */
export function alignTable(rows: readonly (readonly string[])[]): string {
  return alignCells(rows, { padding: 3, least: 6 });
}

/**
 * Aligns cells like Go's text/tabwriter: all cells of a row but the last belong to columns; a column is a block of
 * neighbouring rows that have a cell there, as wide as the widest of them.
 */
export function alignCells(rows: readonly (readonly string[])[], spacing: Spacing): string {
  const columns = Math.max(0, ...rows.map((row) => row.length - 1));
  const padded = rows.map((row) => [...row]);
  for (let column = 0; column < columns; column++)
    for (let start = 0; start < rows.length; start++) {
      let end = start;
      while (end < rows.length && column < (rows[end]?.length ?? 0) - 1) end++;
      if (end > start) padBlock(padded.slice(start, end), column, spacing);
      start = end;
    }
  return padded.map((row) => `${row.join('')}\n`).join('');
}

function padBlock(rows: string[][], column: number, { padding, least }: Spacing): void {
  const widest = Math.max(...rows.map((row) => lengthOf(row[column] ?? '')));
  const width = Math.max(least, widest + padding);
  for (const row of rows)
    row[column] = (row[column] ?? '').padEnd(width + (row[column] ?? '').length - lengthOf(row[column] ?? ''));
}

const lengthOf = (text: string): number => [...text].length;
