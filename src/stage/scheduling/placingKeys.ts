import type { NodeBox, Scene } from '../../scene/scene.ts';

const steps: Readonly<Record<string, { column: number; row: number }>> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

/** The node that an arrow key leads to from another; the first node where none was. Undefined for other keys. */
export function nodeByKey({ nodes }: Scene, from: string | undefined, key: string): NodeBox | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const at = nodes.find((node) => node.key === from);
  if (!at) return nodes[0];
  const there = nodes.filter(
    ({ column, row }) =>
      (step.column === 0 ? column === at.column : Math.sign(column - at.column) === step.column) &&
      (step.row === 0 ? row === at.row : Math.sign(row - at.row) === step.row),
  );
  const distance = ({ column, row }: NodeBox): number => Math.abs(column - at.column) + Math.abs(row - at.row);
  return there.sort((a, b) => distance(a) - distance(b))[0] ?? at;
}
