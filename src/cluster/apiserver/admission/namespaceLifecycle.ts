import { resourceOf } from '../../../api/resources.ts';
import { type Failure, notFound } from '../../../api/status.ts';
import { getObject } from '../../world/store.ts';
import { type AdmissionPlugin, refuse } from './admission.ts';

/**
 * Nothing is written in a namespace that is not there, and nothing created in one that is on its way out. What it says
 * of deletions is in delete.ts.
 */
export const namespaceLifecycle: AdmissionPlugin = {
  name: 'NamespaceLifecycle',
  operations: ['CREATE', 'UPDATE'],
  admit(world, object, resource, write) {
    const { namespace } = object.metadata;
    if (!namespace) return object;
    const found = getObject(world.store, 'namespaces', namespace);
    if (!found) return notFound(resourceOf('namespaces'), namespace);
    if (write.operation === 'UPDATE' || !found.metadata.deletionTimestamp) return object;
    const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
    const refusal = refuse(resource, write, why);
    const cause = {
      reason: 'NamespaceTerminating',
      message: `namespace ${namespace} is being terminated`,
      field: 'metadata.namespace',
    };
    return { ...refusal, details: { ...refusal.details, causes: [cause] } } satisfies Failure;
  },
};
