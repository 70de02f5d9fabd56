import { resourceOf } from '../../../api/resources.ts';
import { forbidden, notFound } from '../../../api/status.ts';
import { getObject } from '../../world/store.ts';
import type { AdmissionPlugin } from './admission.ts';

/** Nothing is created in a namespace that is not there, or is on its way out. */
export const namespaceLifecycle: AdmissionPlugin = {
  name: 'NamespaceLifecycle',
  admit(world, object, resource) {
    const { namespace } = object.metadata;
    if (!namespace) return object;
    const found = getObject(world.store, 'namespaces', namespace);
    if (!found) return notFound(resourceOf('namespaces'), namespace);
    if (!found.metadata.deletionTimestamp || resource.plural === 'events') return object;
    return forbidden(
      resource,
      object.metadata.name ?? '',
      `unable to create new content in namespace ${namespace} because it is being terminated`,
    );
  },
};
