import type { KubernetesObject } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { qualified } from '../../api/status.ts';
import { mistake } from '../errors.ts';
import { renderJsonPath, valuesAt } from '../jsonpath.ts';
import { alignTable } from './table.ts';
import { toJson, toYaml } from './yaml.ts';

const formats =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml';

/** How `-o` prints: a table of its own, or one text of all objects. */
export type Output =
  | { kind: 'table'; wide: boolean }
  | { kind: 'objects'; print(objects: Printed[], single: boolean): string };

/** An object, and the resource that holds it. */
export interface Printed {
  resource: Resource;
  object: KubernetesObject;
}

/** The meaning of `-o`; throws kubectl's error for a format that is none. YAML and JSON leave managedFields out unless asked. */
export function readOutput(text: string | undefined, showManagedFields = false, noHeaders = false): Output {
  const [name = '', ...rest] = (text ?? '').split('=');
  const argument = text?.includes('=') ? rest.join('=') : undefined;
  switch (name) {
    case '':
      return { kind: 'table', wide: false };
    case 'wide':
      return { kind: 'table', wide: true };
    case 'yaml':
    case 'json': {
      const shown = showManagedFields ? (one: Printed) => one : withoutManagedFields;
      const toText = name === 'yaml' ? toYaml : toJson;
      return { kind: 'objects', print: (objects, single) => toText(whole(objects.map(shown), single)) };
    }
    case 'name':
      return { kind: 'objects', print: (objects) => objects.map((one) => `${nameOf(one)}\n`).join('') };
    case 'jsonpath':
      return jsonPathOutput(argument);
    case 'custom-columns':
      return customColumns(argument, noHeaders);
    default:
      throw mistake(
        `unable to match a printer suitable for the output format "${text}", allowed formats are: ${formats}`,
      );
  }
}

/** `pod/web`, `deployment.apps/web`. */
export function nameOf({ resource, object }: Printed): string {
  return `${qualified({ plural: resource.singular, group: resource.group })}/${object.metadata.name}`;
}

/** Source: cli-runtime printers/managedfields.go. */
function withoutManagedFields({ resource, object }: Printed): Printed {
  const { managedFields, ...metadata } = object.metadata;
  return managedFields ? { resource, object: { ...object, metadata } } : { resource, object };
}

/** One object as it is, several as a List, as kubectl puts them together. */
function whole(objects: readonly Printed[], single: boolean): unknown {
  const shown = objects.map(({ object }) => object);
  if (single && shown.length === 1) return shown[0];
  return { apiVersion: 'v1', items: shown, kind: 'List', metadata: { resourceVersion: '' } };
}

function jsonPathOutput(template: string | undefined): Output {
  if (template === undefined) throw mistake('template format specified but no template given');
  return {
    kind: 'objects',
    print(objects, single) {
      try {
        return renderJsonPath(
          template.startsWith('{') || template.includes('{') ? template : `{${template}}`,
          whole(objects, single),
        );
      } catch (error) {
        if (error instanceof Error) throw mistake(`error parsing jsonpath ${template}, ${error.message}`);
        throw error;
      }
    },
  };
}

function customColumns(spec: string | undefined, noHeaders: boolean): Output {
  if (!spec) throw mistake('custom-columns format specified but no custom columns given');
  const columns = spec.split(',').map((text) => {
    const colon = text.indexOf(':');
    if (colon < 1) throw mistake(`unexpected custom-columns spec: ${text}, expected <header>:<json-path-expr>`);
    return { header: text.slice(0, colon), path: text.slice(colon + 1) };
  });
  const cell = (path: string, object: KubernetesObject): string => {
    const values = valuesAt(path, object);
    return values.length === 0 ? '<none>' : values.map(asGoPrints).join(',');
  };
  return {
    kind: 'objects',
    print: (objects) =>
      alignTable([
        ...(noHeaders ? [] : [columns.map(({ header }) => header)]),
        ...objects.map(({ object }) => columns.map(({ path }) => cell(path, object))),
      ]),
  };
}

/** A value as Go's `%v` has it: `map[app:web tier:front]`, `[a b]`. */
function asGoPrints(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(asGoPrints).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${entries.map(([key, inner]) => `${key}:${asGoPrints(inner)}`).join(' ')}]`;
}
