/** A parsed awk program. */
export interface AwkProgram {
  rules: { when: 'BEGIN' | 'END' | 'line'; from?: Expression; to?: Expression; body?: Statement[] }[];
  functions: ReadonlyMap<string, { parameters: string[]; body: Statement[] }>;
}

export type Expression =
  /** In parentheses; more than one value only before `in` and as the list of a print. */
  | { type: 'group'; values: Expression[] }
  | { type: 'number'; value: number }
  | { type: 'text'; value: string }
  | { type: 'pattern'; source: string }
  | { type: 'variable'; name: string }
  | { type: 'field'; index: Expression }
  | { type: 'element'; array: string; keys: Expression[] }
  | { type: 'in'; keys: Expression[]; array: string }
  | { type: 'unary'; operator: '!' | '-' | '+'; operand: Expression }
  | { type: 'binary'; operator: string; left: Expression; right: Expression }
  | { type: 'choice'; test: Expression; yes: Expression; no: Expression }
  | { type: 'assign'; operator: string; target: Expression; value: Expression }
  | { type: 'step'; by: 1 | -1; before: boolean; target: Expression }
  | { type: 'call'; name: string; arguments: Expression[] };

export type Statement =
  | { type: 'expression'; value: Expression }
  | { type: 'print'; values: Expression[]; formatted: boolean; target?: { append: boolean; file: Expression } }
  | { type: 'if'; test: Expression; yes: Statement[]; no: Statement[] }
  | { type: 'while'; test: Expression; body: Statement[]; first: boolean }
  | { type: 'for'; begin?: Statement; test?: Expression; step?: Statement; body: Statement[] }
  | { type: 'each'; name: string; array: string; body: Statement[] }
  | { type: 'delete'; array: string; keys?: Expression[] }
  | { type: 'exit' | 'return'; value?: Expression }
  | { type: 'next' | 'break' | 'continue' };

/** A program that is none, or one that uses what is not simulated. */
export class BadProgram extends Error {}
