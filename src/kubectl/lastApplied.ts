import { goJson } from '../api/json/write.ts';
import type { KubernetesObject, ObjectToWrite } from '../api/objects.ts';
import type { Given } from './flags.ts';

const annotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object with its own text in the annotation that `apply` compares with. Source: kubectl util.GetModifiedConfiguration. */
export function withLastApplied(object: ObjectToWrite): ObjectToWrite {
  const { [annotation]: _, ...annotations } = object.metadata?.annotations ?? {};
  const bare = { ...object, metadata: { ...object.metadata, annotations } };
  const text = `${goJson(bare)}\n`;
  return { ...bare, metadata: { ...bare.metadata, annotations: { ...annotations, [annotation]: text } } };
}

/** With its own text in the annotation, where `--save-config` asks for it or there is one already. Source: CreateOrUpdateAnnotation. */
export const annotated = (flags: Given, object: ObjectToWrite): ObjectToWrite =>
  flags.is('save-config') || object.metadata?.annotations?.[annotation] ? withLastApplied(object) : object;

/** The text of what was applied last, if the object was ever applied. */
export function lastAppliedText(object: KubernetesObject): string | undefined {
  return object.metadata.annotations?.[annotation];
}

/** Whether `apply` has left its annotation on the object. */
export function isApplied(object: KubernetesObject): boolean {
  return lastAppliedText(object) !== undefined;
}
