/** A parsed script: all its nodes in one list, so that a running shell can name the place it is at by a number. */
export interface Script {
  nodes: readonly SyntaxNode[];
  root: number;
  /** Why it cannot be run, as the shell says it. */
  error?: string;
}

/** Numbers in fields named after syntax (`node`, `body`, `condition` and such) are places in the script's `nodes`. */
export type SyntaxNode =
  | { type: 'list'; items: { node: number; background: boolean }[] }
  | { type: 'conditional'; first: number; rest: { operator: '&&' | '||'; node: number }[] }
  | { type: 'pipeline'; negated: boolean; commands: number[] }
  | CommandNode
  | { type: 'redirected'; body: number; redirections: Redirection[] }
  | { type: 'if'; branches: { condition: number; body: number }[]; otherwise?: number }
  | { type: 'for'; name: string; words?: Word[]; body: number }
  | { type: 'while'; until: boolean; condition: number; body: number }
  | { type: 'case'; word: Word; items: { patterns: Word[]; body: number }[] }
  | { type: 'subshell'; body: number }
  | { type: 'function'; name: string; body: number };

export interface CommandNode {
  type: 'command';
  assignments: { name: string; value: Word }[];
  words: Word[];
  redirections: Redirection[];
}

export interface Redirection {
  operator: '>' | '>>' | '<' | '>&' | '<&' | '<<' | '&>';
  descriptor: number;
  /** The file or descriptor; the text itself for `<<`. */
  target: Word;
}

export type Word = readonly WordPart[];

export type WordPart =
  | { type: 'text'; text: string; quoted: boolean }
  | {
      type: 'parameter';
      name: string;
      quoted: boolean;
      /** `${#name}` */
      length: boolean;
      operation?: ParameterOperation;
    }
  | { type: 'command'; node: number; quoted: boolean }
  | { type: 'arithmetic'; expression: Arithmetic; quoted: boolean };

export type ParameterOperation =
  | {
      type: 'default';
      /** The kind, and whether an empty value counts as none. */
      operator: '-' | '=' | '+' | '?';
      emptyToo: boolean;
      word: Word;
    }
  | { type: 'remove'; operator: '#' | '##' | '%' | '%%'; pattern: Word }
  | { type: 'replace'; all: boolean; pattern: Word; replacement: Word }
  | { type: 'slice'; offset: Word; length?: Word };

export type Arithmetic =
  | { type: 'word'; word: Word }
  | { type: 'unary'; operator: string; prefix: boolean; operand: Arithmetic }
  | { type: 'binary'; operator: string; left: Arithmetic; right: Arithmetic }
  | { type: 'choice'; test: Arithmetic; yes: Arithmetic; no: Arithmetic };
