import { laterParts } from '../later/later.ts';
import type { ContainerConfig } from '../runtime/contract.ts';
import { imageOf } from '../runtime/runtime.ts';
import { environmentOf, expand } from './environment.ts';
import { allocatedOf, limitsOf } from './resources/allocated.ts';
import { type ContainerScope, type PodScope, podText } from './scope.ts';
import { effectiveUser, rootProblem, userOf } from './user.ts';
import { mountsOf } from './volumes.ts';

/** What the runtime is to make, everything the spec refers to resolved; or why it cannot be. */
export function containerConfig(
  scope: PodScope,
  container: ContainerScope,
  attempt: number,
): ContainerConfig | { error: string } {
  const { pod } = scope.worker;
  const { spec } = container;
  const env = environmentOf(scope, container);
  if (!Array.isArray(env)) return env;
  const values = new Map(env.map(({ name, value }) => [name, value]));
  const expanded = (text: string) => expand(text, (name) => values.get(name));
  const effective = effectiveUser(spec, pod);
  const image = imageOf(scope.world, scope.node, spec.image ?? '');
  const problem = rootProblem(effective, image?.user, podText(scope), spec.name);
  if (problem) return { error: problem };
  const { resolvConf, hosts } = namesOf(scope);
  const user = userOf(effective, image?.user);
  return {
    podUid: pod.metadata.uid,
    podName: pod.metadata.name,
    namespace: pod.metadata.namespace ?? '',
    name: spec.name,
    image: spec.image ?? '',
    ...(spec.command && { command: spec.command.map(expanded) }),
    ...(spec.args && { args: spec.args.map(expanded) }),
    ...(spec.workingDir && { workingDir: spec.workingDir }),
    env,
    mounts: mountsOf(scope, spec, expanded),
    ...limitsOf(allocatedOf(scope.worker, spec)),
    ...(resolvConf !== undefined && { resolvConf }),
    ...(hosts !== undefined && { hosts }),
    hostNetwork: pod.spec?.hostNetwork === true,
    attempt,
    ...(pod.spec?.hostname && { hostname: pod.spec.hostname }),
    ...(user !== 0 && { user }),
    ...(spec.securityContext?.readOnlyRootFilesystem && { readOnlyRoot: true }),
  };
}

/** What /etc/resolv.conf and /etc/hosts hold, where that is not the usual. */
function namesOf({ worker }: PodScope): { resolvConf?: string | undefined; hosts?: string | undefined } {
  const { spec } = worker.pod;
  const isUsual = (spec?.dnsPolicy ?? 'ClusterFirst') === 'ClusterFirst' && !spec?.dnsConfig && !spec?.hostNetwork;
  if (isUsual && !spec?.hostAliases?.length && !spec?.subdomain) return {};
  const { resolvConfOf, hostsOf } = laterParts('names of a Pod').kubelet;
  return { resolvConf: resolvConfOf(worker.pod), hosts: hostsOf(worker.pod, worker.sandbox?.ip ?? '') };
}
