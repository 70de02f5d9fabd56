import type { ObjectMeta, PodSpec, PodTemplateSpec } from '../objects.ts';
import { seccompOfPod } from '../validation/pod/annotations.ts';
import { warningsForAddress } from './addresses.ts';
import { warningsForBytes } from './amounts.ts';
import { bytes, warningsForContainers, warningsForPorts } from './containers.ts';
import { quoted } from './go.ts';
import { warningsForOverlappingPaths } from './overlappingPaths.ts';
import { warningsForFellows, warningsForPlacement } from './scheduling.ts';
import { warningsForVolumes } from './volumes.ts';

const deprecatedAnnotations: [key: string, message: string][] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', 'non-functional in v1.16+; use the "priorityClassName" field instead'],
  ['security.alpha.kubernetes.io/sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
];

function warningsForAnnotations({ annotations }: ObjectMeta, field: string): string[] {
  return deprecatedAnnotations.flatMap(([key, message]) =>
    annotations?.[key] === undefined ? [] : [`${field}metadata.annotations[${key}]: ${message}`],
  );
}

/** The same text twice in a list, the second and later ones. */
function warningsForRepeated(texts: string[], warning: (text: string, index: number) => string): string[] {
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [warning(text, index)] : []));
}

function warningsForNames(spec: PodSpec, field: string): string[] {
  const aliases = (spec.hostAliases ?? []).map(({ ip }) => ip ?? '');
  const secrets = (spec.imagePullSecrets ?? []).map(({ name }) => name ?? '');
  return [
    ...warningsForRepeated(aliases, (ip, index) => `${field}.hostAliases[${index}].ip: duplicate ip ${quoted(ip)}`),
    ...warningsForRepeated(
      secrets,
      (name, index) => `${field}.imagePullSecrets[${index}].name: duplicate name ${quoted(name)}`,
    ),
    ...secrets.flatMap((name, index) =>
      name ? [] : [`${field}.imagePullSecrets[${index}].name: invalid empty name ${quoted(name)}`],
    ),
  ];
}

function warningsForPodSeccomp(spec: PodSpec, { annotations }: ObjectMeta, field: string): string[] {
  return spec.securityContext?.seccompProfile || annotations?.[seccompOfPod] === undefined
    ? []
    : [
        `${field}metadata.annotations[${seccompOfPod}]: non-functional in v1.27+; use the "seccompProfile" field instead`,
      ];
}

function warningsForAddresses(spec: PodSpec, field: string): string[] {
  return [
    ...(spec.dnsConfig?.nameservers ?? []).flatMap((address, index) =>
      warningsForAddress(address, `${field}.dnsConfig.nameservers[${index}]`),
    ),
    ...(spec.hostAliases ?? []).flatMap(({ ip }, index) => warningsForAddress(ip, `${field}.hostAliases[${index}].ip`)),
  ];
}

/**
 * What is doubtful about a valid Pod (`template` is empty) or a template at the path `template`. Source:
 * pkg/api/pod/warnings.go warningsForPodSpecAndMeta.
 */
export function warningsForPodSpec(pod: PodTemplateSpec, template: string): string[] {
  const { metadata = {}, spec = { containers: [] } } = pod;
  const field = template && `${template}.`;
  const at = `${field}spec`;
  const grace = spec.terminationGracePeriodSeconds ?? 0;
  return [
    ...warningsForPlacement(spec, at),
    ...warningsForAnnotations(metadata, field),
    ...warningsForVolumes(spec.volumes, `${at}.volumes`),
    ...warningsForOverlappingPaths(spec.volumes),
    ...warningsForNames(spec, at),
    ...warningsForBytes(spec.overhead, bytes, `${at}.overhead`),
    ...warningsForPodSeccomp(spec, metadata, field),
    ...warningsForContainers(spec, metadata, field),
    ...warningsForPorts(spec, at),
    ...(grace < 0
      ? [`${at}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`]
      : []),
    ...warningsForFellows(spec, at),
    ...warningsForAddresses(spec, at),
  ];
}
