import type { Container, Pod, Volume } from '../../../../api/objects.ts';

/** The names of all Secrets that a Pod refers to. Source: pkg/api/pod VisitPodSecretNames. */
export function secretNames({ spec }: Pod): string[] {
  const names = (spec?.imagePullSecrets ?? []).map(({ name }) => name);
  const containers = [
    ...(spec?.initContainers ?? []),
    ...(spec?.containers ?? []),
    ...(spec?.ephemeralContainers ?? []),
  ];
  for (const { env, envFrom } of containers as Container[]) {
    names.push(...(envFrom ?? []).map(({ secretRef }) => secretRef?.name));
    names.push(...(env ?? []).map(({ valueFrom }) => valueFrom?.secretKeyRef?.name));
  }
  for (const volume of spec?.volumes ?? []) names.push(...inVolume(volume));
  return names.filter((name): name is string => Boolean(name));
}

function inVolume(volume: Volume): (string | undefined)[] {
  const referring = [
    volume.cephfs?.secretRef,
    volume.cinder?.secretRef,
    volume.flexVolume?.secretRef,
    volume.rbd?.secretRef,
    volume.scaleIO?.secretRef,
    volume.iscsi?.secretRef,
    volume.storageos?.secretRef,
    volume.csi?.nodePublishSecretRef,
  ];
  const projected = (volume.projected?.sources ?? []).map(({ secret }) => secret?.name);
  return [volume.azureFile?.secretName, volume.secret?.secretName, ...projected, ...referring.map((one) => one?.name)];
}
