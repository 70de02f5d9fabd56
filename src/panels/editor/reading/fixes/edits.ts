import { isMap, isPair, type Node, type YAMLMap } from 'yaml';
import type { Fix, Span } from '../document.ts';
import { itemAt, type Parsed, type Path, valueAt } from '../locate.ts';

type Edit = Fix['edits'][number];

function between({ placeAt }: Parsed, start: number, end: number): Span {
  return { start: placeAt(start), end: placeAt(end) };
}

/** Puts another text where a scalar or a key stands. */
export function replaceNode(parsed: Parsed, node: Node, text: string): Edit {
  const [start = 0, end = 0] = node.range ?? [];
  return { ...between(parsed, start, end), text };
}

/** Another name for the field at a path; undefined where the field is not there. */
export function renameField(parsed: Parsed, path: Path, name: string): Edit | undefined {
  const item = itemAt(parsed, path);
  return isPair(item) ? replaceNode(parsed, item.key as Node, name) : undefined;
}

/** A scalar as YAML 1.1 reads it as a text. */
export function asText(value: string): string {
  const isPlain = /^[A-Za-z][\w./-]*$/.test(value) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** Lines of `key: value` of plain data, each behind so many blanks. */
function blockOf(value: Record<string, unknown>, indent: string): string {
  return Object.entries(value)
    .map(([key, inner]) =>
      typeof inner === 'object' && inner !== null
        ? `${indent}${key}:\n${blockOf(inner as Record<string, unknown>, `${indent}  `)}`
        : `${indent}${key}: ${asText(String(inner))}\n`,
    )
    .join('');
}

/** Puts fields into the map at a path, before what it holds; where the map is not there, it is made in its nearest parent. */
export function insertFields(parsed: Parsed, path: Path, fields: Record<string, unknown>): Edit | undefined {
  const map = valueAt(parsed, path);
  if (isMap(map) && map.items.length > 0) return insertBefore(parsed, map, fields);
  const name = path.at(-1);
  if (name === undefined || typeof name === 'number') return undefined;
  // An empty `labels: {}` or `labels:` would be doubled.
  if (itemAt(parsed, path)) return undefined;
  return insertFields(parsed, path.slice(0, -1), { [name]: fields });
}

function insertBefore(parsed: Parsed, map: YAMLMap, fields: Record<string, unknown>): Edit {
  const first = map.items[0]?.key as Node | undefined;
  const start = first?.range?.[0] ?? 0;
  const at = between(parsed, start, start);
  if (map.flow) {
    const text = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}, `);
    return { ...at, text: text.join('') };
  }
  const indent = ' '.repeat(at.start.column - 1);
  return { ...at, text: `${blockOf(fields, indent).slice(indent.length)}${indent}` };
}
