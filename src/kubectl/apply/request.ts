import { isPathSegment } from '../../api/names.ts';
import type { KubernetesObject } from '../../api/objects.ts';
import { type Failure, noSuchResource } from '../../api/status.ts';
import type { ApiRequest } from '../../cluster/apiserver/request.ts';
import type { Manifest } from '../manifest.ts';
import { isUnserved } from '../mapping.ts';
import { ask, type Session } from '../session.ts';

type Answer = KubernetesObject | Failure;

function segmentFault(text: string): string | undefined {
  const complaints = isPathSegment(text);
  return complaints.length > 0 ? `[${complaints.join(' ')}]` : undefined;
}

/** Why an object cannot be asked for by its name. Source: client-go rest.Request Namespace, Name. */
export function nameFault({ name, namespace }: Manifest): string | undefined {
  const inNamespace = segmentFault(namespace ?? '');
  if (inNamespace !== undefined) return `invalid namespace "${namespace}": ${inNamespace}`;
  if (name === '') return 'resource name may not be empty';
  const inName = segmentFault(name);
  return inName === undefined ? undefined : `invalid resource name "${name}": ${inName}`;
}

/** What a request does, without the object that it is about. */
type Act<T> = T extends { verb: string } ? Omit<T, 'resource' | 'namespace' | 'name'> : never;

/** Asks the server something about a manifest's object. */
export function askAbout(session: Session, manifest: Manifest, act: Act<ApiRequest>): Promise<Answer> {
  const { resource, namespace, name } = manifest;
  if (isUnserved(resource)) return Promise.resolve(noSuchResource());
  const place = { resource: resource.plural, ...(namespace !== undefined && { namespace }) };
  const request = { ...act, ...place, ...(act.verb !== 'create' && { name }) } as ApiRequest;
  return ask(session, request) as Promise<Answer>;
}
