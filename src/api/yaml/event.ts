import type { Mark } from './error.ts';

/** What may stand before a node. */
export interface Properties {
  anchor?: string;
  tag?: string;
}

interface Alias {
  kind: 'alias';
  anchor: string;
}

interface Start extends Properties {
  kind: 'sequence start' | 'mapping start';
}

interface Scalar extends Properties {
  kind: 'scalar';
  value: string;
  /** Without quotes and tag, so that its meaning is to be guessed from its text. */
  isPlain: boolean;
}

/** A node, or the beginning of one. */
export type NodeEvent = { mark: Mark } & (Alias | Start | Scalar);

/** One step through a document's tree. Source: go-yaml v2 yamlh.go. */
export type Event =
  | NodeEvent
  | { kind: 'document start' | 'document end' | 'stream end' | 'sequence end' | 'mapping end'; mark: Mark };
