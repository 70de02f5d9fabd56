import { byteLength, isDnsLabel, isDnsSubdomain } from '../../names.ts';
import type { PodSpec } from '../../objects.ts';
import { containersOf } from '../../podContainers.ts';
import type { FieldError } from '../../status.ts';
import { complaints, forbidden, invalidValue, tooLong } from '../errors.ts';

/**
 * In the host's network the ports of containers are those of the host; a template may leave that to the Pods made of
 * it. Source: validatePodHostNetworkDeps.
 */
export function validateHostNetwork(spec: PodSpec, field: string, isPod: boolean): FieldError[] {
  if (!spec.hostNetwork) return [];
  return (spec.containers ?? []).flatMap(({ ports }, index) =>
    (ports ?? []).flatMap(({ hostPort = 0, containerPort = 0 }, portIndex) =>
      (isPod || hostPort !== 0) && hostPort !== containerPort
        ? [
            invalidValue(
              `${field}.containers[${index}].ports[${portIndex}].hostPort`,
              hostPort,
              'must match `containerPort` when `hostNetwork` is true',
            ),
          ]
        : [],
    ),
  );
}

/** With users of its own a Pod shares nothing with its host. Source: validateHostUsers. */
export function validateHostUsers(spec: PodSpec, field: string): FieldError[] {
  if (spec.hostUsers !== false) return [];
  const why = 'when `hostUsers` is false';
  return [
    ...(spec.hostNetwork ? [forbidden(`${field}.hostNetwork`, why)] : []),
    ...(spec.hostPID ? [forbidden(`${field}.HostPID`, why)] : []),
    ...(spec.hostIPC ? [forbidden(`${field}.HostIPC`, why)] : []),
    ...containersOf(spec, field).flatMap(({ container, field: at }) =>
      container.volumeDevices?.length ? [forbidden(`${at}.volumeDevices`, why)] : [],
    ),
  ];
}

const longestHostname = 64;

/** Source: validatePodHostName. */
export function validateHostnameOverride(spec: PodSpec, field: string): FieldError[] {
  const { hostnameOverride: name } = spec;
  const at = `${field}.hostnameOverride`;
  if (name === undefined) return [];
  return [
    ...(spec.setHostnameAsFQDN ? [forbidden(at, 'may not be specified when setHostnameAsFQDN is true')] : []),
    ...(spec.hostNetwork ? [forbidden(at, 'may not be specified when hostNetwork is true')] : []),
    ...(byteLength(name) > longestHostname ? [tooLong(at, longestHostname)] : []),
    ...complaints(at, name, isDnsSubdomain(name)),
  ];
}

/** Who the Pod is and where it runs, each where it is said. */
export function validateNamesOfPod(spec: PodSpec, field: string): FieldError[] {
  const check = (name: keyof PodSpec, rule: (value: string) => string[]) => {
    const value = spec[name] as string | undefined;
    return value ? complaints(`${field}.${name}`, value, rule(value)) : [];
  };
  const { activeDeadlineSeconds: deadline } = spec;
  return [
    ...check('serviceAccountName', isDnsSubdomain),
    ...check('nodeName', isDnsSubdomain),
    ...(deadline !== undefined && (deadline < 1 || deadline > 2147483647)
      ? [invalidValue(`${field}.activeDeadlineSeconds`, deadline, 'must be between 1 and 2147483647, inclusive')]
      : []),
    ...check('hostname', isDnsLabel),
    ...check('subdomain', isDnsLabel),
  ];
}
