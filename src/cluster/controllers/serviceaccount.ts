import { getObject } from '../world/store.ts';
import type { Controller } from './controller.ts';

/** Makes the ServiceAccount `default` in every namespace. Source: pkg/controller/serviceaccount of 1.36. */
export const serviceAccount: Controller = {
  name: 'service-account-controller',
  watches: ['namespaces', 'serviceaccounts'],
  keysFor({ resource, type, key, object }) {
    if (resource === 'namespaces') return type === 'DELETED' ? [] : [key];
    return type === 'DELETED' && object.metadata.name === 'default' ? [object.metadata.namespace ?? ''] : [];
  },
  reconcile({ store }, namespace) {
    const found = getObject(store, 'namespaces', namespace);
    if (!found || found.metadata.deletionTimestamp) return { writes: [] };
    if (getObject(store, 'serviceaccounts', `${namespace}/default`)) return { writes: [] };
    const object = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } };
    return {
      writes: [{ request: { verb: 'create', resource: 'serviceaccounts', namespace, object }, tolerate: [409] }],
    };
  },
};
