import type { Container, ObjectMeta, PodSpec } from '../../../../../../api/objects.ts';
import {
  type Check,
  containersOf,
  naming,
  onLinux,
  type PodCheck,
  pluralize,
  quoted,
  setters,
  sorted,
} from '../check.ts';

const isFixed = (type: string | undefined) => type === 'RuntimeDefault' || type === 'Localhost';

const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';

function forbiddenAppArmorAnnotations(metadata: ObjectMeta | undefined): string[] {
  const isAllowed = (value: string) => value === '' || value === 'runtime/default' || value.startsWith('localhost/');
  return Object.entries(metadata?.annotations ?? {})
    .filter(([key, value]) => key.startsWith(appArmorPrefix) && !isAllowed(value))
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort();
}

/** AppArmor is not switched off. */
export const appArmorProfile: Check = {
  id: 'appArmorProfile',
  level: 'baseline',
  versions: {
    0(spec, metadata) {
      const isBad = ({ securityContext }: Pick<PodSpec | Container, 'securityContext'>) =>
        securityContext?.appArmorProfile && !isFixed(securityContext.appArmorProfile.type);
      const bad = containersOf(spec).filter(isBad);
      const isPod = Boolean(isBad(spec));
      const annotations = forbiddenAppArmorAnnotations(metadata);
      const types = [...(isPod ? [spec] : []), ...bad].map(
        ({ securityContext }) => securityContext?.appArmorProfile?.type,
      );
      const values = [...sorted(types.map((type) => type ?? '')), ...annotations];
      const who = [
        setters(isPod, bad),
        annotations.length > 0 && pluralize('annotation', 'annotations', annotations.length),
      ];
      if (values.length === 0) return undefined;
      return {
        reason: pluralize('forbidden AppArmor profile', 'forbidden AppArmor profiles', values.length),
        detail: `${who.filter(Boolean).join(' and ')} must not set AppArmor profile type to ${quoted(values)}`,
      };
    },
  },
};

type WithProfile = Pick<PodSpec | Container, 'securityContext'>;
const seccompOf = ({ securityContext }: WithProfile) => securityContext?.seccompProfile;
const isBadSeccomp = (one: WithProfile) => seccompOf(one) !== undefined && !isFixed(seccompOf(one)?.type);

const noBadSeccomp: PodCheck = (spec) => {
  const bad = containersOf(spec).filter(isBadSeccomp);
  const isPod = isBadSeccomp(spec);
  const who = setters(isPod, bad);
  if (!who) return undefined;
  const types = sorted([...(isPod ? [spec] : []), ...bad].map((one) => seccompOf(one)?.type ?? ''));
  return {
    reason: 'seccompProfile',
    detail: `${who} must not set securityContext.seccompProfile.type to ${quoted(types)}`,
  };
};

const seccompAnnotations: PodCheck = (spec, metadata) => {
  const keys = [
    'seccomp.security.alpha.kubernetes.io/pod',
    ...containersOf(spec).map(({ name }) => `container.seccomp.security.alpha.kubernetes.io/${name}`),
  ];
  const isAllowed = (value: string) =>
    ['runtime/default', 'docker/default'].includes(value) || value.startsWith('localhost/');
  const forbidden = keys.flatMap((key) => {
    const value = metadata?.annotations?.[key];
    return value === undefined || isAllowed(value) ? [] : [`${key}=${JSON.stringify(value)}`];
  });
  const what = pluralize('annotation', 'annotations', forbidden.length);
  if (forbidden.length === 0) return undefined;
  return { reason: 'seccompProfile', detail: `forbidden ${what} ${sorted(forbidden).join(', ')}` };
};

/** Seccomp is not switched off. */
export const seccompProfileBaseline: Check = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  versions: { 0: seccompAnnotations, 19: noBadSeccomp },
};

const seccompSet: PodCheck = (spec, metadata) => {
  const bad = noBadSeccomp(spec, metadata);
  if (bad || seccompOf(spec)) return bad;
  const silent = containersOf(spec).filter((container) => !seccompOf(container));
  if (silent.length === 0) return undefined;
  return {
    reason: 'seccompProfile',
    detail: `pod or ${naming(silent)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  };
};

/** Seccomp is switched on. */
export const seccompProfileRestricted: Check = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  overrides: 'seccompProfile_baseline',
  versions: { 19: seccompSet, 25: onLinux(seccompSet) },
};
