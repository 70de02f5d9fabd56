import { parseAllDocuments } from 'yaml';
import type { ObjectToWrite } from '../api/objects.ts';
import { type Resource, resourceOfKind } from '../api/resources.ts';
import { mistake } from './errors.ts';
import type { Given } from './flags.ts';
import type { Session } from './session.ts';

/** An object out of a file, and the file's name as messages say it (`STDIN` for `-`). */
export interface Manifest {
  source: string;
  resource: Resource;
  namespace?: string;
  object: ObjectToWrite;
}

/** A document that cannot be used, told when its turn comes: kubectl goes on with the others. */
export type ManifestResult = Manifest | { source: string; error: string };

/**
 * The objects of all `-f`, in order; lists are taken apart. A file that is missing or is no YAML ends the command.
 * With `validate` an object without kind or apiVersion is told as `apply` and `create` tell it.
 */
export function readManifests(session: Session, flags: Given): ManifestResult[] {
  return flags.list('filename').flatMap((file) => file.split(',').flatMap((path) => readFile(session, path)));
}

function readFile(session: Session, path: string): ManifestResult[] {
  if (path === '-') return readText(session, 'STDIN', session.stdin);
  const clean = path.replace(/^\.\//, '').replace(/\/$/, '');
  const text = session.files[clean];
  if (text !== undefined) return readText(session, path, text);
  const inside = Object.keys(session.files)
    .filter((name) => name.startsWith(`${clean}/`) && !name.slice(clean.length + 1).includes('/'))
    .filter((name) => /\.(json|yaml|yml)$/.test(name))
    .sort();
  if (inside.length === 0) throw mistake(`the path "${path}" does not exist`);
  return inside.flatMap((name) => readText(session, name, session.files[name] ?? ''));
}

function readText(session: Session, source: string, text: string): ManifestResult[] {
  const documents = parseAllDocuments(text, { version: '1.1', merge: true });
  const results: ManifestResult[] = [];
  for (const document of 'empty' in documents ? [] : documents) {
    const [error] = document.errors;
    if (error) {
      const line = error.linePos?.[0].line ?? 1;
      const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/, '');
      throw mistake(`error parsing ${source}: error converting YAML to JSON: yaml: line ${line}: ${what}`);
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) continue;
    results.push(...readObject(session, source, value));
  }
  return results;
}

function readObject(session: Session, source: string, value: unknown): ManifestResult[] {
  if (typeof value !== 'object' || Array.isArray(value))
    return [{ source, error: `error: error parsing ${source}: json: cannot unmarshal into Go value\n` }];
  const object = value as ObjectToWrite;
  if (object.kind === 'List' && Array.isArray(object.items))
    return object.items.flatMap((item: unknown) => readObject(session, source, item));
  const unset = !object.apiVersion ? 'apiVersion' : !object.kind ? 'kind' : undefined;
  if (unset)
    return [
      {
        source,
        error: `error: error validating "${source}": error validating data: ${unset} not set; if you choose to ignore these errors, turn validation off with --validate=false\n`,
      },
    ];
  const resource = resourceOfKind(object.apiVersion ?? '', object.kind ?? '');
  if (!resource)
    return [
      {
        source,
        error: `error: resource mapping not found for name: "${object.metadata?.name ?? ''}" namespace: "${object.metadata?.namespace ?? ''}" from "${source}": no matches for kind "${object.kind}" in version "${object.apiVersion}"\nensure CRDs are installed first\n`,
      },
    ];
  return [placed(session, source, resource, object)];
}

/** Fills in the namespace; refuses one that contradicts `--namespace`. */
function placed(session: Session, source: string, resource: Resource, object: ObjectToWrite): ManifestResult {
  if (!resource.namespaced) return { source, resource, object };
  const own = object.metadata?.namespace;
  if (own !== undefined && session.namespaceGiven && own !== session.namespace)
    return {
      source,
      error: `error: the namespace from the provided object "${own}" does not match the namespace "${session.namespace}". You must pass '--namespace=${own}' to perform this operation.\n`,
    };
  const namespace = own ?? session.namespace;
  return { source, resource, namespace, object: { ...object, metadata: { ...object.metadata, namespace } } };
}
