import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import type { Failure } from '../../api/status.ts';
import type { Cause } from '../world/store.ts';
import type { Table } from './table.ts';

/** One call of the API, as plain data: it can cross to a worker, be logged and be played again. */
export type ApiRequest = {
  /** Plural name of the resource. */
  resource: string;
  /** For resources with namespaces; lists without it span all of them. */
  namespace?: string;
} & (
  | ({ verb: 'get'; name: string; subresource?: Subresource; resourceVersion?: string } & Presentation)
  | ({ verb: 'list' } & ListOptions & Presentation)
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
  | ({ verb: 'deletecollection'; options?: DeleteOptions } & ListOptions)
);

/** How the answer is to look: as it is, or as a Table whose rows hold this much of their objects. */
export interface Presentation {
  as?: 'Table';
  includeObject?: IncludeObject;
}

export type IncludeObject = 'None' | 'Metadata' | 'Object';

/** Which objects, how many of them, and as of when. Source: metav1.ListOptions. */
export interface ListOptions extends Selection {
  limit?: number;
  /** What the page before gave as `metadata.continue`. */
  continue?: string;
  /** Empty asks for the latest, `0` for any. */
  resourceVersion?: string;
  resourceVersionMatch?: string;
}

/** Which objects. */
export interface Selection {
  labelSelector?: string;
  fieldSelector?: string;
}

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
  /** The old name of propagationPolicy: true is Orphan, false is Background. */
  orphanDependents?: boolean;
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
export type ApiResponse = { answer: KubernetesObject | ObjectList | Table | Failure; warnings?: string[] };

export type { Cause };
