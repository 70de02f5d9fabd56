import type { Container, KubernetesObject, Pod, Stored, Volume } from '../../../api/objects.ts';
import { nameSuffix } from '../../world/chance.ts';
import type { AdmissionPlugin } from './admission.ts';

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Gives a Pod its ServiceAccount and, in every container, the volume with its token. */
export const serviceAccount: AdmissionPlugin = {
  name: 'ServiceAccount',
  resources: ['pods'],
  admit(world, object): KubernetesObject {
    const pod = object as Stored<Pod>;
    if (!pod.spec) return pod;
    const account = pod.spec.serviceAccountName || pod.spec.serviceAccount || 'default';
    const named = { ...pod.spec, serviceAccountName: account, serviceAccount: account };
    if (pod.spec.automountServiceAccountToken === false) return { ...pod, spec: named } as Stored<Pod>;

    const existing = pod.spec.volumes?.find((volume) => volume.name.startsWith('kube-api-access-'));
    const volume = existing ?? { name: `kube-api-access-${nameSuffix(world.chance)}`, projected };
    const mounted = (container: Container): Container =>
      container.volumeMounts?.some((mount) => mount.mountPath === mountPath)
        ? container
        : {
            ...container,
            volumeMounts: [...(container.volumeMounts ?? []), { name: volume.name, readOnly: true, mountPath }],
          };
    const spec: NonNullable<Pod['spec']> = {
      ...named,
      volumes: existing ? (pod.spec.volumes ?? []) : [...(pod.spec.volumes ?? []), volume],
      containers: (pod.spec.containers ?? []).map(mounted),
    };
    if (pod.spec.initContainers) spec.initContainers = pod.spec.initContainers.map(mounted);
    const admitted: Stored<Pod> = { ...pod, spec };
    return admitted;
  },
};

/** The same in every Pod, which share it: stored objects never change. */
const projected: NonNullable<Volume['projected']> = {
  sources: [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    {
      downwardAPI: {
        items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
      },
    },
  ],
  defaultMode: 420,
};
