import type { ContainerConfig } from '../runtime/contract.ts';
import { environmentOf, expand } from './environment.ts';
import { allocatedOf } from './resources/allocated.ts';
import { limitsOf } from './resources/resize.ts';
import type { ContainerScope, PodScope } from './scope.ts';

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
  const user = spec.securityContext?.runAsUser ?? pod.spec?.securityContext?.runAsUser;
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
    mounts: (spec.volumeMounts ?? []).map(({ name, mountPath, readOnly = false, subPath, subPathExpr }) => {
      const path = subPathExpr ? expanded(subPathExpr) : subPath;
      return { path: mountPath, volume: name, readOnly, ...(path && { subPath: path }) };
    }),
    ...limitsOf(allocatedOf(scope.worker, spec)),
    hostNetwork: pod.spec?.hostNetwork === true,
    attempt,
    ...(pod.spec?.hostname && { hostname: pod.spec.hostname }),
    ...(user !== undefined && { user }),
  };
}
