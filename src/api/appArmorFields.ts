import { isSame } from './equal.ts';
import type { AppArmorProfile, Container, ObjectMeta, PodSpec } from './objects.ts';
import { appArmorOfContainer } from './validation/pod/annotations.ts';
import { validateAppArmor } from './validation/pod/profiles.ts';

const local = 'localhost/';

/** Source: ApparmorFieldForAnnotation. */
function profileOf(annotation: string): AppArmorProfile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (!annotation.startsWith(local)) return undefined;
  return { type: 'Localhost', localhostProfile: annotation.slice(local.length) };
}

interface PodLike {
  metadata?: ObjectMeta;
  spec?: PodSpec;
}

/**
 * A new Pod whose containers have their AppArmor profiles in a field where they were only in an annotation; says so in
 * `warnings`. Source: pkg/registry/core/pod/strategy.go applyAppArmorVersionSkew.
 */
export function withAppArmorFields<T extends PodLike>(pod: T, warnings: string[]): T {
  const { annotations } = pod.metadata ?? {};
  const { spec } = pod;
  const hasAny = Object.keys(annotations ?? {}).some((key) => key.startsWith(appArmorOfContainer));
  if (!hasAny || !spec || spec.os?.name === 'windows') return pod;

  const withField = (container: Container): Container => {
    const key = appArmorOfContainer + container.name;
    const annotation = annotations?.[key];
    if (annotation === undefined || container.securityContext?.appArmorProfile) return container;
    const derived = profileOf(annotation);
    const profile = validateAppArmor(derived, '').length === 0 ? derived : undefined;
    const isOfPod = isSame(profile, spec.securityContext?.appArmorProfile);
    if (!profile || !isOfPod)
      warnings.push(`metadata.annotations[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`);
    if (!profile || isOfPod) return container;
    return { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
  };
  const out: PodSpec = { ...spec };
  if (spec.initContainers) out.initContainers = spec.initContainers.map(withField);
  out.containers = (spec.containers ?? []).map(withField);
  return { ...pod, spec: out };
}
