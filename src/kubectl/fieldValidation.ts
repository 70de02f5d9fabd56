import type { WriteOptions } from '../cluster/apiserver/request.ts';
import { mistake } from './errors.ts';
import type { Flag, Given } from './flags.ts';

/** What becomes of unknown fields. */
export type FieldValidation = NonNullable<WriteOptions['fieldValidation']>;

/** `--validate`. */
export const validateFlag: Flag = { name: 'validate', kind: 'text', bare: 'strict' };

/** Reads `--validate`. Source: cmdutil.GetValidationDirective. */
export function readValidation(flags: Given): FieldValidation {
  const text = flags.text('validate') ?? 'strict';
  if (/^(1|t|T|true|TRUE|True|strict)$/.test(text)) return 'Strict';
  if (/^(0|f|F|false|FALSE|False|ignore)$/.test(text)) return 'Ignore';
  if (text === 'warn') return 'Warn';
  throw mistake(`invalid - validate option "${text}"; must be one of: strict (or true), warn, ignore (or false)`);
}
