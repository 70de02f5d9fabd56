import type { KubernetesObject, Pod, Stored, Toleration } from '../../../api/objects.ts';
import type { AdmissionPlugin } from './admission.ts';

const added: readonly Toleration[] = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].map((key) => ({
  key,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

/** A Pod that says nothing of it stays five minutes on a node that is gone. */
export const defaultTolerationSeconds: AdmissionPlugin = {
  name: 'DefaultTolerationSeconds',
  resources: ['pods'],
  operations: ['CREATE', 'UPDATE'],
  admit(_world, object): KubernetesObject {
    const pod = object as Stored<Pod>;
    const tolerations = pod.spec?.tolerations ?? [];
    const missing = added.filter(({ key }) => !tolerations.some((own) => tolerates(own, key)));
    if (!pod.spec || missing.length === 0) return pod;
    const admitted: Stored<Pod> = { ...pod, spec: { ...pod.spec, tolerations: [...tolerations, ...missing] } };
    return admitted;
  },
};

function tolerates({ key, effect }: Toleration, wanted: string | undefined): boolean {
  return (!key || key === wanted) && (!effect || effect === 'NoExecute');
}
