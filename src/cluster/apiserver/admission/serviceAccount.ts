import type { Container, KubernetesObject, Pod, ServiceAccount, Stored, Volume } from '../../../api/objects.ts';
import type { Failure } from '../../../api/status.ts';
import { laterParts } from '../../later/later.ts';
import { nameSuffix } from '../../world/chance.ts';
import { getObject } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { type AdmissionPlugin, refuse } from './admission.ts';

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
const volumePrefix = 'kube-api-access-';

/**
 * Gives a Pod its ServiceAccount, the account's imagePullSecrets and, in every container, the volume with its token.
 * What only mirror Pods and accounts that limit Secrets ask for is loaded later. Source: plugin/pkg/admission/serviceaccount.
 */
export const serviceAccount: AdmissionPlugin = {
  name: 'ServiceAccount',
  resources: ['pods'],
  operations: ['CREATE', 'UPDATE'],
  subresources: ['ephemeralcontainers'],
  admit(world, object, resource, write): KubernetesObject | Failure {
    const pod = object as Stored<Pod>;
    if (!pod.spec || write.operation === 'UPDATE') return pod;
    if (isMirror(pod)) return checkLater(world, object, resource, write) ?? pod;
    const name = pod.spec.serviceAccountName || pod.spec.serviceAccount || 'default';
    const account = accountOf(world, pod, name);
    if (!account && !isAboutToBeMade(world, name)) {
      const place = `${pod.metadata.namespace}/${name}`;
      return refuse(resource, write, `error looking up service account ${place}: serviceaccount "${name}" not found`);
    }
    const spec = { ...pod.spec, serviceAccountName: name, serviceAccount: name };
    if (account?.imagePullSecrets && !spec.imagePullSecrets?.length) spec.imagePullSecrets = account.imagePullSecrets;
    const isMounted = spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
    return { ...pod, spec: isMounted ? withToken(world, spec) : spec } as KubernetesObject;
  },
  validate(world, object, resource, write) {
    const pod = object as Stored<Pod>;
    if (write.operation === 'UPDATE' && write.subresource !== 'ephemeralcontainers') return undefined;
    const limits = accountOf(world, pod, pod.spec?.serviceAccountName ?? '')?.metadata.annotations?.[limitAnnotation];
    return limits === undefined ? undefined : checkLater(world, object, resource, write);
  },
};

const limitAnnotation = 'kubernetes.io/enforce-mountable-secrets';

const isMirror = ({ metadata }: Stored<Pod>) => metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined;

const checkLater: NonNullable<AdmissionPlugin['validate']> = (...write) =>
  laterParts('references to Secrets').admission.ServiceAccount.validate?.(...write);

const accountOf = (world: World, { metadata }: Stored<Pod>, name: string) =>
  getObject<Stored<ServiceAccount>>(world.store, 'serviceaccounts', `${metadata.namespace}/${name}`);

/** The real server looks again for up to two seconds: by then the controller has made the account of a new namespace. */
const isAboutToBeMade = (world: World, name: string): boolean =>
  name === 'default' && !world.controllerManager.stopped.has('service-account-controller');

type Spec = NonNullable<Pod['spec']>;

function withToken(world: World, spec: Spec): Spec {
  const existing = spec.volumes?.find(({ name }) => name.startsWith(volumePrefix));
  const isMissing = ({ volumeMounts }: Container) => !volumeMounts?.some((mount) => mount.mountPath === mountPath);
  const { containers = [], initContainers } = spec;
  if (!containers.some(isMissing) && !initContainers?.some(isMissing)) return spec;
  const name = existing?.name ?? `${volumePrefix}${nameSuffix(world.chance)}`;
  const mounted = (container: Container): Container =>
    isMissing(container)
      ? { ...container, volumeMounts: [...(container.volumeMounts ?? []), { name, readOnly: true, mountPath }] }
      : container;
  const admitted: Spec = { ...spec, containers: containers.map(mounted) };
  if (!existing) admitted.volumes = [...(spec.volumes ?? []), { name, projected }];
  if (initContainers) admitted.initContainers = initContainers.map(mounted);
  return admitted;
}

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
