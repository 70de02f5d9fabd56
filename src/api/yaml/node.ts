import { type Mark, yamlError } from './error.ts';
import type { Event, NodeEvent } from './event.ts';
import { Parser } from './parser.ts';
import { Source } from './source.ts';

/** A node of a document's tree. Source: go-yaml v2 decode.go. */
export type Node = { mark: Mark } & (
  | { kind: 'scalar'; value: string; isPlain: boolean; tag?: string }
  | { kind: 'sequence'; items: Node[] }
  /** Keys and values in turn. */
  | { kind: 'mapping'; children: Node[] }
  | { kind: 'alias'; name: string; target: Node }
);

/** The tree of the first document in a text; undefined where there is none. Throws a YamlError. */
export function readNode(text: string): Node | undefined {
  const parser = new Parser(new Source(text));
  const anchors = new Map<string, Node>();
  const open: Node[] = [];
  let root: Node | undefined;
  for (;;) {
    const event: Event = parser.next();
    switch (event.kind) {
      case 'stream end':
      case 'document end':
        return root;
      case 'document start':
        continue;
      case 'sequence end':
      case 'mapping end':
        open.pop();
        continue;
    }
    const node = nodeOf(event, anchors);
    const parent = open.at(-1);
    if (parent?.kind === 'sequence') parent.items.push(node);
    else if (parent?.kind === 'mapping') parent.children.push(node);
    else root = node;
    if (node.kind === 'sequence' || node.kind === 'mapping') open.push(node);
  }
}

function nodeOf(event: NodeEvent, anchors: Map<string, Node>): Node {
  const { mark } = event;
  if (event.kind === 'alias') {
    const target = anchors.get(event.anchor);
    if (!target) throw yamlError(`unknown anchor '${event.anchor}' referenced`, mark);
    return { kind: 'alias', name: event.anchor, target, mark };
  }
  const node = event.kind === 'scalar' ? scalarOf(event) : emptyOf(event);
  if (event.anchor !== undefined) anchors.set(event.anchor, node);
  return node;
}

function scalarOf({ value, isPlain, tag, mark }: Extract<NodeEvent, { kind: 'scalar' }>): Node {
  return { kind: 'scalar', value, isPlain, mark, ...(tag !== undefined && { tag }) };
}

const emptyOf = ({ kind, mark }: NodeEvent): Node =>
  kind === 'sequence start' ? { kind: 'sequence', items: [], mark } : { kind: 'mapping', children: [], mark };
