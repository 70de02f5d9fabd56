import type { KubernetesObject } from '../api/objects.ts';
import { type Failure, isFailure } from '../api/status.ts';
import type { ClusterClient } from '../client/client.ts';
import type { ApiRequest, ObjectList } from '../cluster/apiserver/request.ts';
import { refused } from './errors.ts';

/** What a running command has around it. */
export interface Session {
  client: ClusterClient;
  /** Of the context, or of `--namespace`. */
  namespace: string;
  /** True where `--namespace` was given: then files may not say another one. */
  namespaceGiven: boolean;
  stdin: string;
  /** Warnings of the server that have been printed: each is printed once. */
  warned: Set<string>;
  /** By this name the fields that a write changes are managed (`kubectl-create`). */
  fieldManager: string;
  /** Aborted when a person interrupts the command. */
  signal?: AbortSignal;
  /** Files of the folder in which kubectl runs, path to text. */
  files: Readonly<Record<string, string>>;
  /** Writes a file of that folder; absent where there is none to write to. */
  save?: (path: string, text: string) => void;
  out(text: string): void;
  err(text: string): void;
}

/** Milliseconds since 1970 in the cluster's time: a simulated cluster has its own clock. */
export function now(session: Session): number {
  return session.client.clock?.state().now ?? Date.now();
}

/** Resolves after so many milliseconds of the cluster's time. */
export function sleep(session: Session, milliseconds: number): Promise<void> {
  return (
    session.client.clock?.sleep(milliseconds) ??
    new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))
  );
}

/** Asks the API server and prints its warnings; the answer may be a refusal. */
export async function ask(session: Session, request: ApiRequest): Promise<KubernetesObject | ObjectList | Failure> {
  const { answer, warnings } = await session.client.request(withManager(session, request));
  for (const warning of warnings ?? []) {
    if (!session.warned.has(warning)) session.err(`Warning: ${warning}\n`);
    session.warned.add(warning);
  }
  // kubectl makes its tables itself, by the server's printers, and does not ask for them.
  return answer as KubernetesObject | ObjectList | Failure;
}

function withManager({ fieldManager }: Session, request: ApiRequest): ApiRequest {
  switch (request.verb) {
    case 'create':
    case 'update':
    case 'patch':
      return { ...request, options: { fieldManager, ...request.options } };
    default:
      return request;
  }
}

/** As `ask`, for requests that answer with one object; a refusal ends the command. */
export async function askObject(session: Session, request: ApiRequest, doing?: string): Promise<KubernetesObject> {
  const answer = await ask(session, request);
  if (isFailure(answer)) throw refused(answer, doing);
  return answer as KubernetesObject;
}

/** All objects that a list request answers with; a refusal ends the command. */
export async function askList(
  session: Session,
  resource: string,
  options: { namespace?: string; labelSelector?: string; fieldSelector?: string },
): Promise<KubernetesObject[]> {
  const answer = await ask(session, { verb: 'list', resource, ...options });
  if (!isFailure(answer)) return (answer as ObjectList).items;
  throw refused(answer);
}
