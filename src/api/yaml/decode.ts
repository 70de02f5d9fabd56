import { fromBase64 } from '../decoding/goBase64.ts';
import { yamlError } from './error.ts';
import type { Node } from './node.ts';
import { resolve, tags } from './resolve.ts';
import { goSyntax, type Value } from './value.ts';

/**
 * Up to how many values aliases may make up nearly all of a document, and from how many on no more than a tenth: else a
 * few lines could stand for gigabytes. Source: go-yaml v2 decode.go allowedAliasRatio.
 */
const [fewValues, manyValues] = [400_000, 4_000_000];

function allowedAliasRatio(values: number): number {
  const share = Math.min(Math.max((values - fewValues) / (manyValues - fewValues), 0), 1);
  return 0.99 - 0.89 * share;
}

/** go-yaml and Kubernetes would read up to 10,000 levels; no object has more than a few dozen. */
const deepest = 1000;

interface Decoder {
  values: number;
  aliased: number;
  /** Aliases that are being read. */
  open: Set<Node>;
  depth: number;
}

/** What a document's tree means. Throws a YamlError. Source: go-yaml v2 decode.go. */
export function decodeNode(node: Node): Value {
  return decode(node, { values: 0, aliased: 0, open: new Set(), depth: 0 });
}

function count(decoder: Decoder): void {
  decoder.values++;
  if (decoder.open.size > 0) decoder.aliased++;
  const isSuspicious = decoder.aliased > 100 && decoder.values > 1000;
  if (isSuspicious && decoder.aliased / decoder.values > allowedAliasRatio(decoder.values))
    throw yamlError('document contains excessive aliasing');
}

function decode(node: Node, decoder: Decoder, into?: Map<Value, Value>): Value {
  count(decoder);
  switch (node.kind) {
    case 'scalar':
      return scalar(node);
    case 'alias':
      return alias(node, decoder, into);
    default: {
      if (decoder.depth >= deepest) throw yamlError(`nested more than ${deepest} levels deep`, node.mark);
      decoder.depth++;
      const value =
        node.kind === 'sequence'
          ? node.items.map((item) => decode(item, decoder))
          : mapping(node, decoder, into ?? new Map());
      decoder.depth--;
      return value;
    }
  }
}

function scalar(node: Extract<Node, { kind: 'scalar' }>): Value {
  if (node.tag === undefined && !node.isPlain) return node.value;
  const { tag, value } = resolve(node.tag ?? '', node.value);
  if (tag !== tags.binary) return value;
  const text = fromBase64(node.value);
  if (text === undefined) throw yamlError('!!binary value contains invalid base64 data');
  return text;
}

function alias(node: Extract<Node, { kind: 'alias' }>, decoder: Decoder, into?: Map<Value, Value>): Value {
  if (decoder.open.has(node)) throw yamlError(`anchor '${node.name}' value contains itself`, node.mark);
  decoder.open.add(node);
  const value = decode(node.target, decoder, into);
  decoder.open.delete(node);
  return value;
}

/** Of several equal keys the last one counts. */
function mapping(node: Extract<Node, { kind: 'mapping' }>, decoder: Decoder, into: Map<Value, Value>): Value {
  for (let index = 0; index + 1 < node.children.length; index += 2) {
    const [keyNode, valueNode] = node.children.slice(index, index + 2) as [Node, Node];
    if (isMerge(keyNode)) {
      merge(valueNode, decoder, into);
      continue;
    }
    const key = decode(keyNode, decoder);
    if (Array.isArray(key) || key instanceof Map) throw yamlError(`invalid map key: ${goSyntax(key)}`, keyNode.mark);
    into.set(key, decode(valueNode, decoder));
  }
  return into;
}

const isMerge = (node: Node): boolean =>
  node.kind === 'scalar' && node.value === '<<' && (node.isPlain || node.tag === tags.merge);

/** `<<`: the entries of other maps, the first of several having the last word. */
function merge(node: Node, decoder: Decoder, into: Map<Value, Value>): void {
  const merged = node.kind === 'sequence' ? [...node.items].reverse() : [node];
  for (const one of merged) {
    const target = one.kind === 'alias' ? one.target : one;
    if (target.kind !== 'mapping') throw yamlError('map merge requires map or sequence of maps as the value', one.mark);
    decode(one, decoder, into);
  }
}
