import type { Container, PodSpec, Volume } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { duplicate, forbidden, invalidValue } from '../errors.ts';
import { validateCommon } from './container.ts';
import { validateHostPorts } from './ports.ts';
import { validateLifecycle, validateProbes } from './probe.ts';
import { validateInitRestartPolicy } from './restartPolicy.ts';

const onlyOfSidecars = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** An init container that ends has no probes and hooks, and is not restarted for its resources. */
function validateRunOnce(container: Container, field: string): FieldError[] {
  return onlyOfSidecars
    .filter((kind) => container[kind])
    .map((kind) => forbidden(`${field}.${kind}`, 'may not be set for init containers without restartPolicy=Always'));
}

const validateResizing = ({ resizePolicy }: Container, field: string): FieldError[] =>
  (resizePolicy ?? []).flatMap(({ restartPolicy }, index) =>
    restartPolicy === 'RestartContainer'
      ? [
          invalidValue(
            `${field}.resizePolicy[${index}].restartPolicy`,
            restartPolicy,
            "must not be set to 'RestartContainer' for non-sidecar initContainers",
          ),
        ]
      : [],
  );

/** The init containers of a Pod, sidecars (restartPolicy Always) among them. Source: validateInitContainers. */
export function validateInitContainers(
  spec: PodSpec,
  volumes: ReadonlyMap<string, Volume>,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set((spec.containers ?? []).map(({ name = '' }) => name));
  for (const [index, container] of (spec.initContainers ?? []).entries()) {
    const at = `${field}[${index}]`;
    const { name = '', restartPolicy, lifecycle } = container;
    const isSidecar = restartPolicy === 'Always';
    errors.push(...validateCommon(container, volumes, spec, at), ...validateInitRestartPolicy(container, at));
    if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
    else if (name) names.add(name);
    // They run one by one, so each has the host's ports for itself; Kubernetes calls each the first here.
    errors.push(...validateHostPorts([container], field));
    if (isSidecar)
      errors.push(
        ...validateLifecycle(lifecycle, `${at}.lifecycle`, spec.terminationGracePeriodSeconds),
        ...validateProbes(container, at),
      );
    else errors.push(...validateRunOnce(container, at), ...validateResizing(container, at));
  }
  return errors;
}
