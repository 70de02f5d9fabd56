import { goValue } from './goValue.ts';
import { unifiedDiff } from './unifiedDiff.ts';

const hidden: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };

/** JSON as Go indents it by one space, with what it escapes for HTML's sake. */
const indented = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replace(/[<>&]/g, (letter) => hidden[letter] ?? letter)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/**
 * What changes from one value of an internal struct to the other, as the API server appends it to a refusal. Source:
 * k8s.io/apimachinery pkg/util/diff Diff.
 */
export const goDiff = (type: string, before: unknown, after: unknown): string =>
  unifiedDiff(indented(goValue(type, before)), indented(goValue(type, after)));
