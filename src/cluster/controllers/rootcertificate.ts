import type { ConfigMap, ObjectToWrite, Stored } from '../../api/objects.ts';
import { getObject } from '../world/store.ts';
import type { Controller } from './controller.ts';

const name = 'kube-root-ca.crt';

/** Nobody checks signatures here: it is a certificate in form only. */
const certificate = '-----BEGIN CERTIFICATE-----\nUG9kYXJpdW0=\n-----END CERTIFICATE-----\n';

const description =
  'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.';

/** Keeps the ConfigMap kube-root-ca.crt in every namespace. Source: pkg/controller/certificates/rootcacertpublisher of 1.36. */
export const rootCertificate: Controller = {
  name: 'root-ca-certificate-publisher',
  watches: ['namespaces', 'configmaps'],
  keysFor({ resource, type, key, object }) {
    if (resource === 'namespaces') return type === 'DELETED' ? [] : [key];
    return object.metadata.name === name ? [object.metadata.namespace ?? ''] : [];
  },
  reconcile({ store }, namespace) {
    const found = getObject(store, 'namespaces', namespace);
    if (!found || found.metadata.deletionTimestamp) return { writes: [] };
    const place = { resource: 'configmaps', namespace } as const;
    const current = getObject<Stored<ConfigMap>>(store, 'configmaps', `${namespace}/${name}`);
    const data = { 'ca.crt': certificate };
    if (!current) {
      const annotations = { 'kubernetes.io/description': description };
      const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, annotations }, data };
      return { writes: [{ request: { ...place, verb: 'create', object }, tolerate: [409] }] };
    }
    if (current.data?.['ca.crt'] === certificate) return { writes: [] };
    const object = { ...current, data } as ObjectToWrite;
    return { writes: [{ request: { ...place, verb: 'update', name, object } }] };
  },
};
