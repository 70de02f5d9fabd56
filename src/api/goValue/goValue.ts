import { isObject } from '../equal.ts';
import { canonicalQuantity } from '../quantity.ts';
import { goFields, isMeta, underlying } from './structs.ts';

type Entry = [string, unknown];
type Fields = Record<string, unknown>;

/** What the internal Pod keeps elsewhere than API version v1 does. Source: pkg/apis/core/v1/conversion.go. */
function internalPodSpec(spec: Fields): Fields {
  const { hostNetwork, hostPID, hostIPC, shareProcessNamespace, hostUsers, securityContext } = spec;
  const host = { hostNetwork, hostPID, hostIPC, shareProcessNamespace, hostUsers };
  const isHostSet = Object.values(host).some((value) => value !== undefined);
  const out: Fields = { ...spec, serviceAccountName: spec.serviceAccountName || spec.serviceAccount };
  if (securityContext || isHostSet) out.securityContext = { ...host, ...(securityContext as Fields | undefined) };
  return out;
}

const conversions: Record<string, (object: Fields) => Fields> = { 'v1.PodSpec': internalPodSpec };

function entriesOf(type: string, object: Fields): Entry[] {
  const internal = conversions[type]?.(object) ?? object;
  return (goFields(type) ?? []).flatMap(({ name, from, type: inner }): Entry[] => {
    const value = from === undefined ? internal : internal[from];
    if (name !== undefined) return [[name, heldAs(inner, value)]];
    return isMeta(inner) ? metaEntries(inner, asFields(value)) : entriesOf(inner, asFields(value));
  });
}

/** Of the shared types of metadata, JSON has the fields that are set, by their names in API version v1. */
function metaEntries(type: string, object: Fields): Entry[] {
  return (goFields(type) ?? []).flatMap(({ from, type: inner }): Entry[] =>
    from === undefined || object[from] === undefined ? [] : [[from, heldAs(inner, object[from])]],
  );
}

const asFields = (value: unknown): Fields => (isObject(value) ? value : {});

function heldAs(named: string, value: unknown): unknown {
  const type = underlying(named);
  const isAbsent = value === undefined || value === null;
  if (type.startsWith('*')) return isAbsent ? null : heldAs(type.slice(1), value);
  if (type.startsWith('[]'))
    return Array.isArray(value) && value.length > 0 ? value.map((element) => heldAs(type.slice(2), element)) : null;
  if (type.startsWith('map[')) {
    const inner = type.slice(type.indexOf(']') + 1);
    const map = asFields(value);
    const keys = Object.keys(map).sort();
    return keys.length > 0 ? Object.fromEntries(keys.map((key) => [key, heldAs(inner, map[key])])) : null;
  }
  if (type === 'resource.Quantity') return canonicalQuantity(String(value ?? 0));
  if (isMeta(type)) return Object.fromEntries(metaEntries(type, asFields(value)));
  if (goFields(type) && type !== 'v1.Time') return Object.fromEntries(entriesOf(type, asFields(value)));
  if (!isAbsent) return value;
  if (type === 'string') return '';
  if (type === 'v1.Time') return null;
  return type === 'bool' ? false : 0;
}

/**
 * What JSON shows of the internal struct in which the API server holds `value`, an object or part of one in API version
 * v1 (undefined: empty): every field by its name in Go, in the order of the declaration, `null` for what is not set.
 * `[]v1.Container` and the like are types too.
 */
export const goValue = (type: string, value: unknown): unknown => heldAs(type, value);
