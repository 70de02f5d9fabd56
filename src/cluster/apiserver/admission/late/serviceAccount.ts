import type { Container, Pod, ServiceAccount, Stored } from '../../../../api/objects.ts';
import { getObject } from '../../../world/store.ts';
import { type AdmissionSteps, refuse } from '../admission.ts';
import { secretNames } from './secretNames.ts';

/** What mirror Pods may not refer to, and which Secrets the Pods of an account that limits them may use. */
export const serviceAccount: AdmissionSteps = {
  validate(world, object, resource, write) {
    const pod = object as Stored<Pod>;
    const mirrored = pod.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined;
    if (mirrored) {
      const why = wrongInMirror(pod);
      return why ? refuse(resource, write, why) : undefined;
    }
    const key = `${pod.metadata.namespace}/${pod.spec?.serviceAccountName}`;
    const account = getObject<Stored<ServiceAccount>>(world.store, 'serviceaccounts', key);
    const limits = account?.metadata.annotations?.['kubernetes.io/enforce-mountable-secrets'];
    if (!account || !/^(1|t|T|true|True|TRUE)$/.test(limits ?? '')) return undefined;
    const why =
      write.subresource === 'ephemeralcontainers'
        ? wrongInContainers(account, pod.spec?.ephemeralContainers as Container[] | undefined, 'ephemeral container')
        : wrongReference(account, pod);
    return why ? refuse(resource, write, why) : undefined;
  },
};

function wrongInMirror(pod: Stored<Pod>): string | undefined {
  if (pod.spec?.serviceAccountName) return 'a mirror pod may not reference service accounts';
  if (secretNames(pod).length > 0) return 'a mirror pod may not reference secrets';
  const usesToken = (pod.spec?.volumes ?? []).some(({ projected }) =>
    projected?.sources?.some(({ serviceAccountToken }) => serviceAccountToken),
  );
  return usesToken ? 'a mirror pod may not use ServiceAccountToken volume projections' : undefined;
}

const unreferenced = ({ metadata }: Stored<ServiceAccount>, what = 'secret') =>
  `is not allowed because service account ${metadata.name} does not reference that ${what}`;

/** Source: limitSecretReferences. */
function wrongReference(account: Stored<ServiceAccount>, { spec }: Stored<Pod>): string | undefined {
  const mountable = (account.secrets ?? []).map(({ name }) => name);
  for (const { secret } of spec?.volumes ?? [])
    if (secret && !mountable.includes(secret.secretName))
      return `volume with secret.secretName="${secret.secretName}" ${unreferenced(account)}`;
  const inContainers =
    wrongInContainers(account, spec?.initContainers, 'init container') ??
    wrongInContainers(account, spec?.containers, 'container');
  if (inContainers) return inContainers;
  const pullable = (account.imagePullSecrets ?? []).map(({ name }) => name);
  for (const [index, { name }] of (spec?.imagePullSecrets ?? []).entries())
    if (!pullable.includes(name))
      return `imagePullSecrets[${index}].name="${name ?? ''}" ${unreferenced(account, 'imagePullSecret')}`;
  return undefined;
}

function wrongInContainers(
  account: Stored<ServiceAccount>,
  containers: readonly Container[] | undefined,
  what: string,
): string | undefined {
  const mountable = (account.secrets ?? []).map(({ name }) => name);
  for (const container of containers ?? []) {
    for (const { name, valueFrom } of container.env ?? []) {
      const secret = valueFrom?.secretKeyRef;
      if (secret && !mountable.includes(secret.name))
        return `${what} ${container.name} with envVar ${name} referencing secret.secretName="${secret.name}" ${unreferenced(account)}`;
    }
    for (const { secretRef } of container.envFrom ?? [])
      if (secretRef && !mountable.includes(secretRef.name))
        return `${what} ${container.name} with envFrom referencing secret.secretName="${secretRef.name}" ${unreferenced(account)}`;
  }
  return undefined;
}
