import type { Container, ContainerPort, EnvVar, PodSpec } from '../objects.ts';
import { defaultProbes } from './probe.ts';
import { defaultPullPolicy } from './pullPolicy.ts';
import { storedResourceList, storedResources } from './resources.ts';
import { changeField, mapShared, sameOr } from './share.ts';
import { defaultFieldRef, defaultResourceFieldRef, defaultVolume } from './volume.ts';

function port(given: ContainerPort): ContainerPort {
  if (given.protocol) return given;
  const out: ContainerPort = { protocol: 'TCP', ...given };
  out.protocol ||= 'TCP';
  return out;
}

function environment(variable: EnvVar): EnvVar {
  if (!variable.valueFrom) return variable;
  return changeField(variable, 'valueFrom', (source) => {
    let out = changeField(source, 'fieldRef', defaultFieldRef);
    out = changeField(out, 'resourceFieldRef', defaultResourceFieldRef);
    return changeField(out, 'fileKeyRef', (key) => (key.optional === undefined ? { ...key, optional: false } : key));
  });
}

const noResources = {};

function container<T extends Container>(given: T): T {
  // Defaults first and the rest spread over them: adding fields to a copy costs V8 fifty times as much.
  const out: T = {
    resources: noResources,
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    ...given,
  };
  if (given.resources) out.resources = storedResources(given.resources);
  out.terminationMessagePath ||= '/dev/termination-log';
  out.terminationMessagePolicy ||= 'File';
  out.imagePullPolicy = given.imagePullPolicy || defaultPullPolicy(given.image ?? '');
  if (given.ports) out.ports = mapShared(given.ports, port);
  if (given.env) out.env = mapShared(given.env, environment);
  defaultProbes(out);
  return sameOr(given, out);
}

const noSecurityContext = {};

/** The Pod spec with the defaults that Pods and templates share. Source: SetDefaults_PodSpec, pkg/apis/core/v1/defaults.go. */
export function defaultPodSpec(given: PodSpec): PodSpec {
  const out: PodSpec = {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: noSecurityContext,
    schedulerName: 'default-scheduler',
    ...given,
  };
  out.containers = mapShared(given.containers ?? [], container);
  out.restartPolicy ||= 'Always';
  out.terminationGracePeriodSeconds ??= 30;
  out.dnsPolicy ||= 'ClusterFirst';
  out.securityContext ??= noSecurityContext;
  out.schedulerName ||= 'default-scheduler';
  if (out.terminationGracePeriodSeconds !== undefined && out.terminationGracePeriodSeconds < 0)
    out.terminationGracePeriodSeconds = 1;
  if (given.initContainers) out.initContainers = mapShared(given.initContainers, container);
  if (given.ephemeralContainers) out.ephemeralContainers = mapShared(given.ephemeralContainers, container);
  if (given.volumes) out.volumes = mapShared(given.volumes, defaultVolume);
  if (given.overhead) out.overhead = storedResourceList(given.overhead as Record<string, string>);
  if (given.resources) out.resources = storedResources(given.resources);
  const account = given.serviceAccountName || given.serviceAccount;
  if (account) {
    out.serviceAccountName = account;
    out.serviceAccount = account;
  }
  return sameOr(given, out);
}
