import { isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import { type Parsed, pathOf } from '../locate.ts';
import { replaceNode } from './edits.ts';
import type { Fixer } from './fix.ts';

/** The values at a path in which indexes of lists are left out, as the decoder writes it. */
function valuesAt(parsed: Parsed, steps: readonly string[]): Node[] {
  let nodes: (Node | undefined)[] = [parsed.document.contents as Node];
  for (const step of steps) {
    nodes = nodes
      .flatMap((node) => (isSeq(node) ? (node.items as Node[]) : [node]))
      .map((node) => (isMap(node) ? (node.get(step, true) as unknown as Node | undefined) : undefined));
  }
  return nodes.filter((node) => node !== undefined && node !== null);
}

/** Numbers, booleans and the like in the map, list or value that must be texts: labels, env values, data. */
export const fixQuote: Fixer = ({ message }, parsed) => {
  const field = /cannot unmarshal (?:number|bool)\S* into Go struct field \w+\.(\S+) of type string/.exec(message)?.[1];
  if (field === undefined) return [];
  const edits: ReturnType<typeof replaceNode>[] = [];
  for (const value of valuesAt(parsed, pathOf(field).map(String)))
    visit(value, {
      Scalar(key, node) {
        if (key === 'key' || !isScalar(node) || (typeof node.value !== 'number' && typeof node.value !== 'boolean'))
          return;
        const [start = 0, end = 0] = node.range ?? [];
        edits.push(replaceNode(parsed, node, JSON.stringify(parsed.text.slice(start, end))));
      },
    });
  return edits.length > 0 ? [{ title: { key: 'fix.quote', values: { field } }, edits }] : [];
};
