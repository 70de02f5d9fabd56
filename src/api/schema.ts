/** What the API server's decoder finds wrong with an object as it was sent: fields that no type has, values of a wrong type. */
import { isObject } from './equal.ts';
import { parseQuantity, QuantityError } from './quantity.ts';
import { fieldsOf, type Scalar, type Type, typeOfResource } from './structure.ts';

export interface SchemaFindings {
  /** Paths of unknown fields with indexes, in the order of the object: `spec.containers[0].prot`. */
  unknown: string[];
  /** The first value of a wrong type, as Go's decoder words it; decoding ends there, so there is never a second. */
  errors: string[];
}

class DecodeError extends Error {}

/** Where the decoder stands: for messages, the struct and path without indexes; for unknown fields the exact path. */
interface Place {
  struct: string;
  path: string;
  exact: string;
}

const goTypes: Partial<Record<Scalar, string>> = { int32: 'int32', int64: 'int64', boolean: 'bool', number: 'float64' };

function goType(type: Type): string {
  switch (type.kind) {
    case 'struct':
      return `v1.${type.name}`;
    case 'list':
      return `[]${goType(type.of)}`;
    case 'map':
      return type.of.kind === 'quantity' ? 'v1.ResourceList' : `map[string]${goType(type.of)}`;
    case 'quantity':
      return 'resource.Quantity';
    case 'bytes':
      return '[]uint8';
    default:
      return goTypes[type.kind] ?? 'string';
  }
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function refuse(value: unknown, place: Place, type: string, shown = jsonType(value)): never {
  throw new DecodeError(
    `json: cannot unmarshal ${shown} into Go struct field ${place.struct}.${place.path} of type ${type}`,
  );
}

const limits = { int32: 2n ** 31n, int64: 2n ** 63n };

function checkInteger(value: unknown, place: Place, kind: 'int32' | 'int64'): void {
  if (typeof value !== 'number') refuse(value, place, kind);
  const fits = Number.isInteger(value) && BigInt(value) < limits[kind] && BigInt(value) >= -limits[kind];
  if (!fits) refuse(value, place, kind, `number ${value}`);
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function checkBytes(text: string): void {
  const compact = text.replace(/[\r\n]/g, '');
  if (base64.test(compact)) return;
  const wrong = text.search(/[^A-Za-z0-9+/=\r\n]/);
  throw new DecodeError(`illegal base64 data at input byte ${wrong >= 0 ? wrong : Math.floor(compact.length / 4) * 4}`);
}

function checkQuantity(value: unknown): void {
  try {
    parseQuantity(typeof value === 'string' ? value.trim() : jsonText(value));
  } catch (error) {
    if (error instanceof QuantityError) throw new DecodeError(error.message);
    throw error;
  }
}

const jsonText = (value: unknown) => (typeof value === 'number' ? String(value) : JSON.stringify(value));

function checkScalar(value: unknown, kind: Scalar, place: Place): void {
  switch (kind) {
    case 'any':
      return;
    case 'int32':
    case 'int64':
      checkInteger(value, place, kind);
      return;
    case 'intOrString':
      if (typeof value !== 'string') checkInteger(value, place, 'int32');
      return;
    case 'quantity':
      checkQuantity(value);
      return;
    case 'boolean':
    case 'number':
      if (typeof value !== kind) refuse(value, place, goType({ kind }));
      return;
    case 'time':
    case 'microTime':
      if (typeof value !== 'string')
        throw new DecodeError(`json: cannot unmarshal ${jsonType(value)} into Go value of type string`);
      checkTime(value, kind);
      return;
    case 'bytes':
      if (typeof value !== 'string') refuse(value, place, goType({ kind }));
      checkBytes(value as string);
      return;
    default:
      if (typeof value !== 'string') refuse(value, place, goType({ kind }));
  }
}

function checkTime(text: string, kind: 'time' | 'microTime'): void {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return;
  const layout = kind === 'time' ? '2006-01-02T15:04:05Z07:00' : '2006-01-02T15:04:05.000000Z07:00';
  throw new DecodeError(
    `parsing time ${JSON.stringify(text)} as "${layout}": cannot parse ${JSON.stringify(text)} as "2006"`,
  );
}

function check(value: unknown, type: Type, place: Place, unknown: string[]): void {
  if (value === null || value === undefined) return;
  if (type.kind === 'list') {
    if (!Array.isArray(value)) refuse(value, place, goType(type));
    for (const [index, element] of (value as unknown[]).entries())
      check(element, type.of, { ...place, exact: `${place.exact}[${index}]` }, unknown);
  } else if (type.kind === 'map') {
    if (!isObject(value)) refuse(value, place, goType(type));
    else for (const key in value) check(value[key], type.of, { ...place, exact: `${place.exact}.${key}` }, unknown);
  } else if (type.kind === 'struct') {
    if (!isObject(value)) refuse(value, place, goType(type));
    else checkStruct(value, type.name, place, unknown);
  } else checkScalar(value, type.kind, place);
}

/** Go structs that are part of another without a name of their own in JSON; messages name them all the same. */
const embedded: Record<string, { in: string; except?: readonly string[]; only?: readonly string[] }> = {
  Volume: { in: 'VolumeSource', except: ['name'] },
  Probe: { in: 'ProbeHandler', only: ['exec', 'httpGet', 'tcpSocket', 'grpc'] },
  IngressRule: { in: 'IngressRuleValue', except: ['host'] },
  ConfigMapKeySelector: { in: 'LocalObjectReference', only: ['name'] },
  SecretKeySelector: { in: 'LocalObjectReference', only: ['name'] },
  ConfigMapEnvSource: { in: 'LocalObjectReference', only: ['name'] },
  SecretEnvSource: { in: 'LocalObjectReference', only: ['name'] },
  ConfigMapVolumeSource: { in: 'LocalObjectReference', only: ['name'] },
  ConfigMapProjection: { in: 'LocalObjectReference', only: ['name'] },
  SecretProjection: { in: 'LocalObjectReference', only: ['name'] },
};

/** The field's name as it stands in paths of messages. */
function goName(struct: string, name: string): string {
  const inner = embedded[struct];
  if (!inner || inner.except?.includes(name) || (inner.only && !inner.only.includes(name))) return name;
  return `${inner.in}.${name}`;
}

const join = (path: string, name: string) => (path ? `${path}.${name}` : name);

function checkStruct(value: Record<string, unknown>, struct: string, place: Place, unknown: string[]): void {
  const fields = fieldsOf(struct);
  for (const name in value) {
    const field = fields.get(name);
    const exact = join(place.exact, name);
    if (!field) unknown.push(exact);
    else check(value[name], field.type, { struct, path: join(place.path, goName(struct, name)), exact }, unknown);
  }
}

/**
 * What is wrong with an object of this type as a client sent it. Unknown fields are refused only under strict
 * validation, a wrong type always; where there is one, unknown fields are not spoken of.
 */
export function checkType(type: Type, object: object): SchemaFindings {
  const unknown: string[] = [];
  try {
    check(object, type, { struct: '', path: '', exact: '' }, unknown);
  } catch (error) {
    if (error instanceof DecodeError) return { unknown: [], errors: [error.message] };
    throw error;
  }
  return { unknown, errors: [] };
}

/** As `checkType`, for an object of this resource. */
export function checkSchema(plural: string, object: object): SchemaFindings {
  return checkType(typeOfResource(plural), object);
}
