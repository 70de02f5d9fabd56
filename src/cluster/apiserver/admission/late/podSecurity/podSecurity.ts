import { isSame } from '../../../../../api/equal.ts';
import type {
  Container,
  KubernetesObject,
  ObjectMeta,
  Pod,
  PodSpec,
  PodTemplateSpec,
  Stored,
} from '../../../../../api/objects.ts';
import { type Failure, invalid } from '../../../../../api/status.ts';
import { getObject, listObjects } from '../../../../world/store.ts';
import type { World } from '../../../../world/world.ts';
import { type AdmissionSteps, refuse } from '../../admission.ts';
import type { Violation } from './check.ts';
import { isSameLevel, type LevelVersion, levelText, policyOf, strictness } from './policy.ts';
import { checksOf } from './registry.ts';

/** Source: k8s.io/pod-security-admission admission.go of 1.36. Exempt is nobody. */
export const podSecurity: AdmissionSteps = {
  validate(world, object, resource, write): Failure | undefined {
    if (resource.plural === 'namespaces') {
      const { errors, warnings } = checkNamespace(world, object, write.old);
      write.warnings.push(...warnings);
      return errors.length > 0 ? invalid(resource, write.name, errors) : undefined;
    }
    const namespace = getObject(world.store, 'namespaces', object.metadata.namespace ?? '');
    const { policy } = policyOf(namespace?.metadata.labels);
    const pod = podIn(object);
    if (!pod) return undefined;
    const isPod = resource.plural === 'pods';
    if (isPod && write.old && !isSignificant(object as Stored<Pod>, write.old as Stored<Pod>)) return undefined;
    const enforced = isPod ? violations(policy.enforce, pod) : [];
    if (enforced.length > 0)
      return refuse(resource, write, `violates PodSecurity "${levelText(policy.enforce)}": ${inDetail(enforced)}`);
    const warned = violations(policy.warn, pod);
    if (warned.length > 0)
      write.warnings.push(`would violate PodSecurity "${levelText(policy.warn)}": ${inDetail(warned)}`);
    return undefined;
  },
};

interface Template {
  metadata?: ObjectMeta;
  spec?: PodSpec;
}

/** The Pod that an object is or makes. */
function podIn(object: KubernetesObject): Template | undefined {
  const { kind } = object;
  if (kind === 'Pod') return object as Stored<Pod>;
  if (kind === 'PodTemplate') return (object as { template?: PodTemplateSpec }).template;
  type Spec = { template?: PodTemplateSpec; jobTemplate?: { spec?: { template?: PodTemplateSpec } } };
  const { spec } = object as { spec?: Spec };
  return kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
}

const violations = (level: LevelVersion, { metadata, spec = { containers: [] } }: Template): Violation[] =>
  checksOf(level).flatMap((check) => check(spec, metadata) ?? []);

const inDetail = (found: readonly Violation[]): string =>
  found.map(({ reason, detail }) => (detail ? `${reason} (${detail})` : reason)).join(', ');

/** Whether an update of a Pod changes what the rules are about. */
function isSignificant({ spec, metadata }: Stored<Pod>, { spec: old, metadata: before }: Stored<Pod>): boolean {
  const isChanged = (container: Container, previous: Container | undefined) => {
    if (!previous || container.image !== previous.image) return true;
    const key = `container.apparmor.security.beta.kubernetes.io/${container.name}`;
    return metadata.annotations?.[key] !== before.annotations?.[key];
  };
  const differ = (now: Container[] = [], then: Container[] = []) =>
    now.length !== then.length || now.some((container, index) => isChanged(container, then[index]));
  const added = ((spec?.ephemeralContainers ?? []) as Container[]).some((container) =>
    isChanged(
      container,
      ((old?.ephemeralContainers ?? []) as Container[]).find(({ name }) => name === container.name),
    ),
  );
  return differ(spec?.containers, old?.containers) || differ(spec?.initContainers, old?.initContainers) || added;
}

/** Wrong labels of a namespace; and which of its Pods a stricter level than before would refuse. */
function checkNamespace(world: World, namespace: KubernetesObject, old: KubernetesObject | undefined) {
  const { name, labels } = namespace.metadata;
  const { policy, errors } = policyOf(labels);
  if (!old) return { errors, warnings: [] };
  const before = policyOf(old.metadata.labels);
  if (errors.length > 0 && !isSame(errors, before.errors)) return { errors, warnings: [] };
  const [now, then] = [policy.enforce, before.policy.enforce];
  const isLaxer = now.version === then.version && strictness(now.level) <= strictness(then.level);
  if (now.level === 'privileged' || isSameLevel(now, then) || isLaxer) return { errors: [], warnings: [] };
  return { errors: [], warnings: warningsOfPods(listObjects<Stored<Pod>>(world.store, 'pods', name), name, now) };
}

/** More Pods than so many are not looked at. */
const mostPods = 3000;

/** Source: EvaluatePodsInNamespace. */
function warningsOfPods(pods: readonly Stored<Pod>[], namespace: string, level: LevelVersion): string[] {
  const names = new Map<string, string[]>();
  for (const pod of pods.slice(0, mostPods)) {
    const reasons = violations(level, pod).map(({ reason }) => reason);
    if (reasons.length === 0) continue;
    const text = reasons.join(', ');
    names.set(text, [...(names.get(text) ?? []), pod.metadata.name]);
  }
  const warnings: string[] = [];
  if (pods.length > mostPods)
    warnings.push(
      `new PodSecurity enforce level only checked against the first ${mostPods} of ${pods.length} existing pods`,
    );
  if (names.size > 0)
    warnings.push(
      `existing pods in namespace ${JSON.stringify(namespace)} violate the new PodSecurity enforce level ${JSON.stringify(levelText(level))}`,
    );
  const ofPods = [...names].map(([text, [...of]]) => `${of.sort()[0]}${others(of.length - 1)}: ${text}`);
  return [...warnings, ...ofPods.sort()];
}

function others(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' (and 1 other pod)' : ` (and ${count} other pods)`;
}
