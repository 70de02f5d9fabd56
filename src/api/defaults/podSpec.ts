import type { Container, ContainerPort, EnvVar, PodSpec } from '../objects.ts';
import { defaultProbes } from './probe.ts';
import { storedResourceList, storedResources } from './resources.ts';
import { changeField, mapShared } from './share.ts';
import { defaultFieldRef, defaultResourceFieldRef, defaultVolume } from './volume.ts';

/** Always for the tag `latest` or none, unless a digest fixes the image. Source: SetDefaults_Container, parsers.ParseImageName. */
export function defaultPullPolicy(image: string): 'Always' | 'IfNotPresent' {
  const [reference = '', digest] = image.split('@');
  const tag = /:([^:/]+)$/.exec(reference)?.[1] ?? (digest ? '' : 'latest');
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

const port = (given: ContainerPort): ContainerPort => (given.protocol ? given : { ...given, protocol: 'TCP' });

function environment(variable: EnvVar): EnvVar {
  return changeField(variable, 'valueFrom', (source) =>
    changeField(changeField(source, 'fieldRef', defaultFieldRef), 'resourceFieldRef', defaultResourceFieldRef),
  );
}

const noResources = {};

function container(given: Container): Container {
  const out: Container = {
    ...given,
    resources: given.resources ? storedResources(given.resources) : noResources,
    terminationMessagePath: given.terminationMessagePath || '/dev/termination-log',
    terminationMessagePolicy: given.terminationMessagePolicy || 'File',
    imagePullPolicy: given.imagePullPolicy || defaultPullPolicy(given.image ?? ''),
  };
  if (given.ports) out.ports = mapShared(given.ports, port);
  if (given.env) out.env = mapShared(given.env, environment);
  defaultProbes(out);
  if (given.securityContext && given.securityContext.procMount === undefined)
    out.securityContext = given.securityContext;
  return out;
}

const noSecurityContext = {};

/** The Pod spec with the defaults that Pods and templates share. Source: SetDefaults_PodSpec, pkg/apis/core/v1/defaults.go. */
export function defaultPodSpec(given: PodSpec): PodSpec {
  const out: PodSpec = {
    ...given,
    containers: mapShared(given.containers, container),
    restartPolicy: given.restartPolicy || 'Always',
    terminationGracePeriodSeconds: given.terminationGracePeriodSeconds ?? 30,
    dnsPolicy: given.dnsPolicy || 'ClusterFirst',
    securityContext: given.securityContext ?? noSecurityContext,
    schedulerName: given.schedulerName || 'default-scheduler',
  };
  if (out.terminationGracePeriodSeconds !== undefined && out.terminationGracePeriodSeconds < 0)
    out.terminationGracePeriodSeconds = 1;
  if (given.initContainers) out.initContainers = mapShared(given.initContainers, container);
  if (given.volumes) out.volumes = mapShared(given.volumes, defaultVolume);
  if (given.overhead) out.overhead = storedResourceList(given.overhead as Record<string, string>);
  if (given.resources) out.resources = storedResources(given.resources);
  const account = given.serviceAccountName || given.serviceAccount;
  if (account) {
    out.serviceAccountName = account;
    out.serviceAccount = account;
  }
  return out;
}
