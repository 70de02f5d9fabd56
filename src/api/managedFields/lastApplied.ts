import { isObject } from '../equal.ts';
import { goJson } from '../json/write.ts';
import { byteLength } from '../names.ts';
import type { ObjectToWrite } from '../objects.ts';

import { typeFault } from './check.ts';
import { compareValues } from './compare.ts';
import { difference, type FieldSet } from './fieldSet.ts';
import { fieldsOfValue } from './fieldsOfValue.ts';
import type { Shape } from './shape.ts';
import { asTyped } from './typedObject.ts';

const annotation = 'kubectl.kubernetes.io/last-applied-configuration';
const annotationsLimit = 256 * 1024;

const lastAppliedOf = (object: ObjectToWrite): string | undefined => object.metadata?.annotations?.[annotation];

function parsed(text: string): ObjectToWrite | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? (value as ObjectToWrite) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The fields that client-side apply gave and that stand as it gave them: kubectl's server-side apply may take them over.
 * Undefined where client-side apply left no annotation. Source: lastappliedmanager.go.
 */
export function fieldsOfLastApplied(shape: Shape, live: ObjectToWrite): FieldSet | undefined {
  const applied = parsed(lastAppliedOf(live) ?? '');
  if (!applied || applied.apiVersion !== live.apiVersion || typeFault(shape, applied)) return undefined;
  const { added, modified, removed } = compareValues(shape, applied, asTyped(shape.type, live));
  return [modified, added, removed].reduce(difference, fieldsOfValue(shape, applied));
}

/** The object with client-side apply's annotation brought up to what was applied now, if it has one. Source: lastappliedupdater.go. */
export function withLastAppliedOf(object: ObjectToWrite, applied: ObjectToWrite): ObjectToWrite {
  if (!lastAppliedOf(object)) return object;
  const metadata = { ...applied.metadata };
  if (metadata.annotations) {
    const { [annotation]: _, ...others } = metadata.annotations;
    metadata.annotations = others;
  }
  const annotations = { ...object.metadata?.annotations, [annotation]: `${goJson({ ...applied, metadata })}\n` };
  const size = Object.entries(annotations).reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  if (size > annotationsLimit) delete (annotations as Record<string, string>)[annotation];
  return { ...object, metadata: { ...object.metadata, annotations } };
}
