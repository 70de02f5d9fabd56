import type { Mark } from './error.ts';

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** Kinds of tokens that hold nothing but their place. */
export type BareKind =
  | 'stream end'
  | 'document start'
  | 'document end'
  | 'block sequence start'
  | 'block mapping start'
  | 'block end'
  | 'flow sequence start'
  | 'flow sequence end'
  | 'flow mapping start'
  | 'flow mapping end'
  | 'block entry'
  | 'flow entry'
  | 'key'
  | 'value';

export interface Tag {
  kind: 'tag';
  handle: string;
  suffix: string;
}

export interface Anchor {
  kind: 'anchor';
  name: string;
}

/** A piece of YAML's grammar, and where it begins. Source: go-yaml v2 yamlh.go. */
export type Token = { mark: Mark } & (
  | { kind: BareKind }
  | { kind: 'version directive'; major: number; minor: number }
  | { kind: 'tag directive'; handle: string; prefix: string }
  | { kind: 'alias'; name: string }
  | Anchor
  | Tag
  | { kind: 'scalar'; value: string; style: ScalarStyle }
);

export type TokenKind = Token['kind'];
