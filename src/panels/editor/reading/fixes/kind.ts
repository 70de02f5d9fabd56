import { isScalar } from 'yaml';
import { apiVersionOf, resources } from '../../../../api/resources.ts';
import type { Fix } from '../document.ts';
import { type Parsed, valueAt } from '../locate.ts';
import { replaceNode } from './edits.ts';
import type { Fixer } from './fix.ts';
import { nearest } from './nearest.ts';

function setTo(parsed: Parsed, field: 'apiVersion' | 'kind', value: string): Fix['edits'] {
  const node = valueAt(parsed, [field]);
  return isScalar(node) && node.value !== value ? [replaceNode(parsed, node, value)] : [];
}

/** A kind in a wrong version, or written a little wrong: `no matches for kind "Deployment" in version "v1"`. */
export const fixKind: Fixer = ({ message }, parsed) => {
  const kind = /no matches for kind "([^"]*)"/.exec(message)?.[1];
  if (kind === undefined) return [];
  const meant = nearest(
    kind,
    resources.map((resource) => resource.kind),
  );
  return resources
    .filter((resource) => resource.kind === meant)
    .map((resource) => ({
      title: { key: 'fix.kind', values: { kind: resource.kind, version: apiVersionOf(resource) } },
      edits: [...setTo(parsed, 'apiVersion', apiVersionOf(resource)), ...setTo(parsed, 'kind', resource.kind)],
    }));
};
