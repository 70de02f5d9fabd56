/** What the API server's decoder finds wrong with an object as it was sent: fields that no type has, values of a wrong type. */
import { decodeBase64 } from './decoding/goBase64.ts';
import { elementType, goField, goStruct } from './decoding/goFields.ts';
import { timeFault } from './decoding/goTime.ts';
import { isObject } from './equal.ts';
import { parseQuantity, QuantityError } from './quantity.ts';
import { fieldsOf, type Scalar, type Type, typeOfResource } from './structure.ts';

export interface SchemaFindings {
  /** Paths of unknown fields with indexes, in the order of the object: `spec.containers[0].prot`. */
  unknown: string[];
  /** What the decoder ends with, as Go words it; never more than one. */
  errors: string[];
}

/** Go's decoder ends at what types that read themselves refuse (quantities, times): the rest of the object is not read. */
class Abort extends Error {}

/** Go's decoder tells no more unknown fields than this. */
const mostUnknown = 100;

/** Where the decoder stands: for messages, the struct, path without indexes and Go type; for unknown fields the exact path. */
interface Place {
  struct: string;
  path: string;
  exact: string;
  goType: string;
}

/** What was found so far. Of wrong types the first is kept, and the decoder goes on. */
interface Findings {
  unknown: string[];
  wrong?: string;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

const cannotUnmarshal = (value: unknown, place: Place, shown = jsonType(value)): string =>
  `json: cannot unmarshal ${shown} into Go struct field ${place.struct}.${place.path} of type ${place.goType}`;

function note(findings: Findings, wrong: string | undefined): void {
  if (wrong !== undefined) findings.wrong ??= wrong;
}

const limits = { int32: 2n ** 31n, int64: 2n ** 63n };

function integerFault(value: unknown, place: Place, kind: 'int32' | 'int64'): string | undefined {
  if (typeof value !== 'number') return cannotUnmarshal(value, place);
  const fits = Number.isInteger(value) && BigInt(value) < limits[kind] && BigInt(value) >= -limits[kind];
  return fits ? undefined : cannotUnmarshal(value, place, `number ${value}`);
}

function bytesFault(value: unknown, place: Place): string | undefined {
  if (typeof value !== 'string') return cannotUnmarshal(value, place);
  const decoded = decodeBase64(value);
  return 'wrongAt' in decoded ? `illegal base64 data at input byte ${decoded.wrongAt}` : undefined;
}

function quantityFault(value: unknown): string | undefined {
  try {
    parseQuantity(typeof value === 'string' ? value.trim() : JSON.stringify(value));
    return undefined;
  } catch (error) {
    if (error instanceof QuantityError) return error.message;
    throw error;
  }
}

/** What a type that reads itself says of a value. */
function ownFault(value: unknown, kind: Scalar, place: Place): string | undefined {
  switch (kind) {
    case 'intOrString':
      return typeof value === 'string' ? undefined : integerFault(value, place, 'int32');
    case 'quantity':
      return quantityFault(value);
    case 'time':
    case 'microTime':
      return typeof value === 'string' ? timeFault(value, kind) : cannotUnmarshal(value, place);
    default:
      return undefined;
  }
}

function scalarFault(value: unknown, kind: Scalar, place: Place): string | undefined {
  switch (kind) {
    case 'int32':
    case 'int64':
      return integerFault(value, place, kind);
    case 'bytes':
      return bytesFault(value, place);
    case 'boolean':
    case 'number':
    case 'string':
      return typeof value === kind ? undefined : cannotUnmarshal(value, place);
    default:
      return undefined;
  }
}

function check(value: unknown, type: Type, place: Place, findings: Findings): void {
  if (value === null || value === undefined) return;
  const inside = (exact: string): Place => ({ ...place, exact, goType: elementType(place.goType) });
  switch (type.kind) {
    case 'list':
      if (!Array.isArray(value)) note(findings, cannotUnmarshal(value, place));
      else
        for (const [index, element] of value.entries())
          check(element, type.of, inside(`${place.exact}[${index}]`), findings);
      return;
    case 'map':
      if (!isObject(value)) note(findings, cannotUnmarshal(value, place));
      else for (const key in value) check(value[key], type.of, inside(`${place.exact}.${key}`), findings);
      return;
    case 'struct':
      if (!isObject(value)) note(findings, cannotUnmarshal(value, place));
      else checkStruct(value, type.name, place, findings);
      return;
    default: {
      const fault = ownFault(value, type.kind, place);
      if (fault !== undefined) throw new Abort(fault);
      note(findings, scalarFault(value, type.kind, place));
    }
  }
}

const join = (path: string, name: string) => (path ? `${path}.${name}` : name);

function checkStruct(value: Record<string, unknown>, struct: string, place: Place, findings: Findings): void {
  const fields = fieldsOf(struct);
  for (const name in value) {
    const field = fields.get(name);
    const exact = join(place.exact, name);
    if (!field) {
      if (findings.unknown.length < mostUnknown) findings.unknown.push(exact);
      continue;
    }
    const { type, path } = goField(struct, name, field.type);
    check(
      value[name],
      field.type,
      { struct: goStruct(struct), path: join(place.path, path), exact, goType: type },
      findings,
    );
  }
}

function findings(value: unknown, type: Type, place: Place): SchemaFindings {
  const found: Findings = { unknown: [] };
  try {
    check(value, type, place, found);
  } catch (error) {
    if (error instanceof Abort) return { unknown: [], errors: [error.message] };
    throw error;
  }
  return found.wrong === undefined ? { unknown: found.unknown, errors: [] } : { unknown: [], errors: [found.wrong] };
}

/**
 * What is wrong with an object of this type as a client sent it. Unknown fields are refused only under strict
 * validation, a wrong type always; where there is one, unknown fields are not spoken of.
 */
export function checkType(type: Type, object: object): SchemaFindings {
  return findings(object, type, { struct: '', path: '', exact: '', goType: '' });
}

/** As `checkType`, for an object of this resource. */
export function checkSchema(plural: string, object: object): SchemaFindings {
  return checkType(typeOfResource(plural), object);
}

/** What kubectl finds wrong with the metadata of an object of any kind, before it sends it. */
export function checkMetadata(metadata: unknown): string | undefined {
  const place = { struct: 'metadataOnlyObject', path: 'metadata', exact: 'metadata', goType: 'v1.ObjectMeta' };
  return findings(metadata, { kind: 'struct', name: 'ObjectMeta' }, place).errors[0];
}
