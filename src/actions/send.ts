import type { KubernetesObject } from '../api/objects.ts';
import { isFailure } from '../api/status.ts';
import type { ApiRequest } from '../cluster/apiserver/request.ts';
import type { ActionContext } from './action.ts';

/** What the API server said instead of doing it; `message` is its own. */
export class Refused extends Error {
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Sends a request; throws `Refused` where the API server answers with a failure. */
export async function send({ client }: ActionContext, request: ApiRequest): Promise<KubernetesObject | undefined> {
  if (!client) throw new Error('no cluster');
  const { answer } = await client.request(request);
  if (isFailure(answer)) throw new Refused(answer.reason ?? '', answer.message);
  return 'items' in answer || answer.kind === 'Table' ? undefined : (answer as KubernetesObject);
}
