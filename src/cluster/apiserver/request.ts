import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import type { Failure } from '../../api/status.ts';
import type { Cause } from '../world/store.ts';

/** One call of the API, as plain data: it can cross to a worker, be logged and be played again. */
export type ApiRequest = {
  /** Plural name of the resource. */
  resource: string;
  /** For resources with namespaces; lists without it span all of them. */
  namespace?: string;
} & (
  | { verb: 'get'; name: string; subresource?: Subresource }
  | { verb: 'list'; labelSelector?: string; fieldSelector?: string; limit?: number; continue?: string }
  | {
      verb: 'create';
      object: ObjectToWrite;
      subresource?: 'binding' | 'eviction';
      name?: string;
      options?: WriteOptions;
    }
  | { verb: 'update'; name: string; object: ObjectToWrite; subresource?: Subresource; options?: WriteOptions }
  | {
      verb: 'patch';
      name: string;
      patchType: PatchType;
      patch: unknown;
      subresource?: Subresource;
      options?: WriteOptions;
    }
  | { verb: 'delete'; name: string; options?: DeleteOptions }
);

export type Subresource = 'status' | 'scale' | 'binding' | 'eviction' | 'finalize' | 'resize' | 'ephemeralcontainers';

/** Of the content types `application/...-patch+json`; `apply` takes the object itself. */
export type PatchType = 'merge' | 'strategic' | 'json' | 'apply';

export interface WriteOptions {
  dryRun?: boolean;
  fieldManager?: string;
  force?: boolean;
  fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
}

export interface DeleteOptions {
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  preconditions?: { uid?: string; resourceVersion?: string };
  dryRun?: boolean;
}

/** A list, with the revision at which it is true: watch from there. */
export interface ObjectList {
  kind: string;
  apiVersion: string;
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
  items: KubernetesObject[];
}

/** The object asked for or written (after a deletion: its last state), or why not. `warnings` are the `Warning:` headers. */
export type ApiResponse = { answer: KubernetesObject | ObjectList | Failure; warnings?: string[] };

export type { Cause };
