import { isScalar } from 'yaml';
import type { Fix } from '../document.ts';
import { pathOf, valueAt } from '../locate.ts';
import { asText, replaceNode } from './edits.ts';
import type { Fixer } from './fix.ts';
import { nearest } from './nearest.ts';

/** More choices than this are no help. */
const mostChoices = 4;

/** A value out of a fixed set, written wrong: the one that was meant, or all of a few. */
export const fixUnsupportedValue: Fixer = ({ field = '', message }, parsed) => {
  const list = /supported values: (.*)$/.exec(message)?.[1];
  const node = valueAt(parsed, pathOf(field));
  if (list === undefined || !isScalar(node)) return [];
  const values = [...list.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value);
  const meant = nearest(String(node.value), values);
  const offered = meant !== undefined ? [meant] : values.length <= mostChoices ? values : [];
  return offered.map(
    (value): Fix => ({
      title: { key: 'fix.value', values: { value } },
      edits: [replaceNode(parsed, node, asText(value))],
    }),
  );
};
