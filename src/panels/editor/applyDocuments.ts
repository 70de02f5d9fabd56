import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { threeWayPatch } from '../../api/patch/threeWayPatch.ts';
import { type Resource, resourceOfKind } from '../../api/resources.ts';
import { badRequest, type Failure, isFailure, qualified } from '../../api/status.ts';
import type { ClusterClient } from '../../client/client.ts';
import type { WriteOptions } from '../../cluster/apiserver/request.ts';
import type { Finding, ManifestDocument, Problem } from './reading/document.ts';
import { explain } from './reading/reader.ts';

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
  /** What a refusal is about, at its places in the text. */
  findings: readonly Finding[];
}

type Answered = Omit<Applied, 'findings'>;

/** How documents are applied. */
export interface ApplyOptions {
  /** The object that the text began as, when it is an edit of a live one. */
  base?: Base | undefined;
  /** Only asks what would be. */
  dryRun?: boolean;
  /** Told after each document. */
  onProgress?(done: number): void;
  /** Stops before the next document. */
  signal?: AbortSignal;
}

/** The object that the text began as, when it is an edit of a live one and no manifest. */
export type Base = { name: string; object: ObjectToWrite };

/**
 * Applies documents in order, as `kubectl apply` does with a manifest and `kubectl edit` with a live object (`base`):
 * only what the user changed is sent, so that what the cluster wrote meanwhile stays. A refusal stops nothing; each
 * document has its own outcome. Rejected only where the cluster cannot be reached.
 */
export async function applyDocuments(
  client: ClusterClient,
  documents: readonly ManifestDocument[],
  options: ApplyOptions = {},
): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const document of documents) {
    if (options.signal?.aborted) break;
    const answered = await applyDocument(client, document, options);
    const findings = await explain(document, problemsOf(answered.outcome));
    applied.push({ ...answered, findings });
    options.onProgress?.(applied.length);
  }
  return applied;
}

/** A refusal as problems: each of its causes, or the whole. */
function problemsOf(outcome: Applied['outcome']): Problem[] {
  if (typeof outcome === 'string') return [];
  const causes = outcome.details?.causes ?? [];
  if (causes.length === 0) return [{ message: outcome.message }];
  return causes.map(({ field, message = '' }) => ({ message, ...(field && { field }) }));
}

async function applyDocument(
  client: ClusterClient,
  document: ManifestDocument,
  { base, dryRun = false }: ApplyOptions,
): Promise<Answered> {
  const { object } = document;
  const apiVersion = String(object.apiVersion);
  const kind = String(object.kind);
  const resource = resourceOfKind(apiVersion, kind);
  const name = String(object.metadata?.name ?? '');
  if (!resource) {
    const refusal = badRequest(
      `no matches for kind "${kind}" in version "${apiVersion}": the cluster does not serve it`,
    );
    return { document, name: `${kind.toLowerCase()}/${name}`, outcome: refusal, warnings: [] };
  }
  const label = nameOf(resource, name);
  const address = addressOf(resource, object);
  const found = name ? (await client.request({ verb: 'get', ...address, name })).answer : undefined;
  if (found && isFailure(found) && found.code !== 404) return { document, name: label, outcome: found, warnings: [] };
  const current = found && !isFailure(found) ? (found as KubernetesObject) : undefined;
  const target: Target = { resource, document, address, options: { fieldValidation: 'Strict', dryRun } };
  if (!current) return create(client, target);
  return change(client, target, current, base?.name === label ? base.object : undefined);
}

/** Where a document goes, and how. */
interface Target {
  resource: Resource;
  document: ManifestDocument;
  address: { resource: string; namespace?: string };
  options: WriteOptions;
}

/** As kubectl names an object: `pod/web`, `deployment.apps/web`. */
export function nameOf(resource: Resource, name: string): string {
  return `${qualified({ plural: resource.singular, group: resource.group })}/${name}`;
}

function addressOf(resource: Resource, object: ObjectToWrite): { resource: string; namespace?: string } {
  if (!resource.namespaced) return { resource: resource.plural };
  return { resource: resource.plural, namespace: String(object.metadata?.namespace ?? 'default') };
}

async function create(client: ClusterClient, { resource, document, address, options }: Target): Promise<Answered> {
  const object = withLastApplied(document.object, address.namespace);
  const { answer, warnings = [] } = await client.request({ verb: 'create', ...address, object, options });
  if (isFailure(answer)) {
    const name = nameOf(resource, String(document.object.metadata?.name ?? ''));
    return { document, name, outcome: answer, warnings };
  }
  const created = answer as KubernetesObject;
  return { document, name: nameOf(resource, created.metadata.name), outcome: 'created', object: created, warnings };
}

async function change(
  client: ClusterClient,
  { resource, document, address, options }: Target,
  current: KubernetesObject,
  edited: ObjectToWrite | undefined,
): Promise<Answered> {
  const { name } = current.metadata;
  const modified = edited ? document.object : withLastApplied(document.object, address.namespace);
  const original = edited ?? lastAppliedOf(current);
  const patch = threeWayPatch(resource.plural, original, modified, current as unknown as ObjectToWrite);
  const order = { verb: 'patch', ...address, name, patchType: 'strategic', patch, options } as const;
  const { answer, warnings = [] } = await client.request(order);
  const label = nameOf(resource, name);
  if (isFailure(answer)) return { document, name: label, outcome: answer, warnings };
  const object = answer as KubernetesObject;
  const isSame = object.metadata.resourceVersion === current.metadata.resourceVersion && !options.dryRun;
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
