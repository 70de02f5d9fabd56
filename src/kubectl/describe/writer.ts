import { alignCells } from '../output/table.ts';

/** Collects lines of `describe`: levels of indentation, cells in columns. Source: kubectl describe.PrefixWriter. */
export interface DescribeWriter {
  /** Cells of one line; the first is indented by two blanks for each level. No cells: an empty line. */
  line(level: number, ...cells: string[]): void;
  /** The whole text, columns aligned. */
  text(): string;
  /** The same with a tab between cells, for the commands in which kubectl forgets to align them. */
  tabbed(): string;
}

export function createWriter(): DescribeWriter {
  const rows: string[][] = [];
  return {
    line(level, ...cells) {
      // A cell with line breaks makes lines of its own, as in Go's tab writer.
      const [first = '', ...others] = cells;
      const lines = [`${'  '.repeat(level)}${first}`, ...others].join('\t').split('\n');
      rows.push(...lines.map((line) => line.split('\t')));
    },
    text: () => alignCells(rows, { padding: 2, least: 0 }),
    tabbed: () => rows.map((row) => `${row.join('\t')}\n`).join(''),
  };
}
