import { stringify } from 'yaml';
import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** What a person may edit of an object: without its status and without what the API server alone writes. */
export function editable(object: KubernetesObject): ObjectToWrite {
  const { status: _status, apiVersion, kind, metadata, ...rest } = object as KubernetesObject & { status?: unknown };
  const { name, namespace, labels, annotations, finalizers, ownerReferences, generateName } = metadata;
  const kept = Object.entries(annotations ?? {}).filter(([key]) => key !== lastApplied);
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(generateName && { generateName }),
      ...(labels && { labels }),
      ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }),
      ...(finalizers && { finalizers }),
      ...(ownerReferences && { ownerReferences }),
    },
    ...rest,
  };
}

/** An object as YAML, in kubectl's style. */
export function toYaml(object: ObjectToWrite): string {
  return stringify(object, { lineWidth: 0, indentSeq: false, aliasDuplicateObjects: false });
}
