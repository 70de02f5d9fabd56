import type { KubernetesObject, ObjectToWrite } from '../api/objects.ts';
import { sortKeys } from './output/yaml.ts';

const annotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object with its own text in the annotation that `apply` compares with. Source: kubectl util.GetModifiedConfiguration. */
export function withLastApplied(object: ObjectToWrite): ObjectToWrite {
  const { [annotation]: _, ...annotations } = object.metadata?.annotations ?? {};
  const bare = { ...object, metadata: { ...object.metadata, annotations } };
  const text = `${JSON.stringify(sortKeys(bare))}\n`;
  return { ...bare, metadata: { ...bare.metadata, annotations: { ...annotations, [annotation]: text } } };
}

/** What was applied last, if the object was ever applied. */
export function lastAppliedOf(object: KubernetesObject): ObjectToWrite | undefined {
  const text = object.metadata.annotations?.[annotation];
  return text === undefined ? undefined : (JSON.parse(text) as ObjectToWrite);
}

/** Whether `apply` has left its annotation on the object. */
export function isApplied(object: KubernetesObject): boolean {
  return object.metadata.annotations?.[annotation] !== undefined;
}
