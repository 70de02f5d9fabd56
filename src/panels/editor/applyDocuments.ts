import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { threeWayPatch } from '../../api/patch/threeWayPatch.ts';
import { type Resource, resourceOfKind } from '../../api/resources.ts';
import { badRequest, type Failure, isFailure, qualified } from '../../api/status.ts';
import type { ClusterClient } from '../../client/client.ts';
import type { ManifestDocument } from './documents.ts';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** What became of one document, in kubectl's words, or the API server's refusal. */
export interface Applied {
  document: ManifestDocument;
  /** `pod/web`, `deployment.apps/web` */
  name: string;
  outcome: 'created' | 'configured' | 'unchanged' | Failure;
  /** The object as it is stored now. */
  object?: KubernetesObject;
  warnings: readonly string[];
}

/** The object that the text began as, when it is an edit of a live one and no manifest. */
export type Base = { name: string; object: ObjectToWrite };

/**
 * Applies documents in order, as `kubectl apply` does with a manifest and `kubectl edit` with a live object (`base`):
 * only what the user changed is sent, so that what the cluster wrote meanwhile stays. Stops at nothing; each document
 * has its own outcome. Rejected only where the cluster cannot be reached.
 */
export async function applyDocuments(
  client: ClusterClient,
  documents: readonly ManifestDocument[],
  base?: Base,
): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const document of documents) applied.push(await applyDocument(client, document, base));
  return applied;
}

async function applyDocument(client: ClusterClient, document: ManifestDocument, base?: Base): Promise<Applied> {
  const { object } = document;
  const { apiVersion = '', kind = '' } = object;
  const resource = resourceOfKind(apiVersion, kind);
  const name = object.metadata?.name ?? '';
  if (!resource) {
    const refusal = badRequest(
      `no matches for kind "${kind}" in version "${apiVersion}": the cluster does not serve it (yet)`,
    );
    return { document, name: `${kind.toLowerCase()}/${name}`, outcome: refusal, warnings: [] };
  }
  const label = nameOf(resource, name);
  const address = addressOf(resource, object);
  const found = name ? (await client.request({ verb: 'get', ...address, name })).answer : undefined;
  if (found && isFailure(found) && found.code !== 404) return { document, name: label, outcome: found, warnings: [] };
  const current = found && !isFailure(found) ? (found as KubernetesObject) : undefined;
  if (!current) return create(client, resource, document, address);
  return change(client, resource, document, address, current, base?.name === label ? base.object : undefined);
}

/** As kubectl names an object: `pod/web`, `deployment.apps/web`. */
export function nameOf(resource: Resource, name: string): string {
  return `${qualified({ plural: resource.singular, group: resource.group })}/${name}`;
}

function addressOf(resource: Resource, object: ObjectToWrite): { resource: string; namespace?: string } {
  if (!resource.namespaced) return { resource: resource.plural };
  return { resource: resource.plural, namespace: object.metadata?.namespace ?? 'default' };
}

async function create(
  client: ClusterClient,
  resource: Resource,
  document: ManifestDocument,
  address: { resource: string; namespace?: string },
): Promise<Applied> {
  const { answer, warnings = [] } = await client.request({
    verb: 'create',
    ...address,
    object: withLastApplied(document.object, address.namespace),
    options: { fieldValidation: 'Strict' },
  });
  if (isFailure(answer)) {
    return { document, name: nameOf(resource, document.object.metadata?.name ?? ''), outcome: answer, warnings };
  }
  const object = answer as KubernetesObject;
  return { document, name: nameOf(resource, object.metadata.name), outcome: 'created', object, warnings };
}

async function change(
  client: ClusterClient,
  resource: Resource,
  document: ManifestDocument,
  address: { resource: string; namespace?: string },
  current: KubernetesObject,
  edited: ObjectToWrite | undefined,
): Promise<Applied> {
  const { name } = current.metadata;
  const modified = edited ? document.object : withLastApplied(document.object, address.namespace);
  const original = edited ?? lastAppliedOf(current);
  const patch = threeWayPatch(resource.plural, original, modified, current as unknown as ObjectToWrite);
  const { answer, warnings = [] } = await client.request({
    verb: 'patch',
    ...address,
    name,
    patchType: 'strategic',
    patch,
    options: { fieldValidation: 'Strict' },
  });
  const label = nameOf(resource, name);
  if (isFailure(answer)) return { document, name: label, outcome: answer, warnings };
  const object = answer as KubernetesObject;
  const isSame = object.metadata.resourceVersion === current.metadata.resourceVersion;
  return { document, name: label, outcome: isSame ? 'unchanged' : 'configured', object, warnings };
}

function lastAppliedOf(object: KubernetesObject): ObjectToWrite {
  const text = object.metadata.annotations?.[lastApplied];
  return text ? (JSON.parse(text) as ObjectToWrite) : {};
}

/** The manifest with itself in an annotation, so that a later apply knows what it no longer has. */
function withLastApplied(object: ObjectToWrite, namespace: string | undefined): ObjectToWrite {
  const { [lastApplied]: _old, ...annotations } = object.metadata?.annotations ?? {};
  const metadata = { ...object.metadata, ...(namespace && { namespace }), annotations };
  const text = `${JSON.stringify({ ...object, metadata })}\n`;
  return { ...object, metadata: { ...metadata, annotations: { ...annotations, [lastApplied]: text } } };
}
