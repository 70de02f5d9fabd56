import { isScalar } from 'yaml';
import { pathOf, valueAt } from '../locate.ts';
import { replaceNode } from './edits.ts';
import type { Fixer } from './fix.ts';

/** The name with everything that a DNS label cannot hold made to `-`. */
function asLabel(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}

/** A name that is no DNS name: `My_App` becomes `my-app`. */
export const fixName: Fixer = ({ field = '', message }, parsed) => {
  if (!/RFC 1123|RFC 1035/.test(message)) return [];
  const node = valueAt(parsed, pathOf(field));
  if (!isScalar(node)) return [];
  const name = asLabel(String(node.value));
  if (!name || name === node.value) return [];
  return [{ title: { key: 'fix.name', values: { name } }, edits: [replaceNode(parsed, node, name)] }];
};
