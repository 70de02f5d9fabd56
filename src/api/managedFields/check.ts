import { isObject } from '../equal.ts';
import { goText } from '../patch/values.ts';
import type { Type } from '../structure.ts';
import { indexElement, showElement } from './pathElement.ts';
import {
  ElementError,
  elementOf,
  fieldElement,
  isAtomic,
  kindOf,
  type Shape,
  shapeAt,
  shapeOfElements,
} from './shape.ts';

interface Finding {
  path: string;
  message: string;
}

/** A value as Go's `%v` shows it inside of the library's own wrapper: `&{3}`. */
const wrapped = (value: unknown) => `&{${goText(value)}}`;

/** As Go's `%#v`, for what can stand where a text is due. */
function goSyntax(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (isObject(value))
    return `map[string]interface {}{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${goSyntax(value[key])}`)
      .join(', ')}}`;
  return value === null || value === undefined ? 'interface {}(nil)' : String(value);
}

function goTypeOf(value: unknown): string {
  if (Array.isArray(value)) return '[]interface {}';
  if (isObject(value)) return 'map[string]interface {}';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

/** Why a value is no scalar of the type. Source: structured-merge-diff typed/validate.go. */
function scalarFault(value: unknown, kind: Type['kind']): string | undefined {
  switch (kind) {
    case 'int32':
    case 'int64':
    case 'number':
      return typeof value === 'number' ? undefined : `expected numeric (int or float), got ${goTypeOf(value)}`;
    case 'string':
    case 'bytes':
      return typeof value === 'string'
        ? undefined
        : `expected string, got &value.valueUnstructured{Value:${goSyntax(value)}}`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `expected boolean, got ${wrapped(value)}`;
    case 'any':
      return undefined;
    default:
      return typeof value === 'object' ? `expected any scalar, got ${wrapped(value)}` : undefined;
  }
}

const within = (element: string, findings: Finding[]): Finding[] =>
  findings.map(({ path, message }) => ({ path: showElement(element) + path, message }));

const fault = (message: string): Finding[] => [{ path: '', message }];

function checkList(shape: Shape, list: unknown[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const [index, value] of list.entries()) {
    let element = indexElement(index);
    if (!isAtomic(shape)) {
      try {
        element = elementOf(shape, value);
      } catch (error) {
        if (!(error instanceof ElementError)) throw error;
        return [...findings, ...fault(`element ${index}: ${error.message}`)];
      }
      if (seen.has(element)) findings.push(...fault(`duplicate entries for key ${showElement(element)}`));
      seen.add(element);
    }
    findings.push(...within(element, check(shapeOfElements(shape), value)));
  }
  return findings;
}

function checkMap(shape: Shape, map: Record<string, unknown>): Finding[] {
  const findings: Finding[] = [];
  for (const name in map) {
    const element = fieldElement(name);
    const inner = shapeAt(shape, name);
    if (!inner) return [...findings, ...within(element, fault('field not declared in schema'))];
    findings.push(...within(element, check(inner, map[name])));
  }
  return findings;
}

function check(shape: Shape, value: unknown): Finding[] {
  if (value === null || value === undefined) return [];
  switch (kindOf(shape, value)) {
    case 'list':
      return Array.isArray(value) ? checkList(shape, value) : fault(`expected list, got ${wrapped(value)}`);
    case 'map':
      return isObject(value) ? checkMap(shape, value) : fault(`expected map, got ${wrapped(value)}`);
    default: {
      const message = scalarFault(value, shape.type.kind);
      return message ? fault(message) : [];
    }
  }
}

/** Why the value is no value of the shape, in the words of Kubernetes' library; undefined where it is one. */
export function typeFault(shape: Shape, value: unknown): string | undefined {
  const texts = check(shape, value).map(({ path, message }) => (path ? `${path}: ${message}` : message));
  if (texts.length < 2) return texts[0];
  return ['errors:', ...texts.map((text) => `  ${text}`)].join('\n');
}
