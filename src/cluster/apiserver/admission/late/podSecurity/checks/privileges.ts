import {
  type Check,
  containersOf,
  naming,
  onLinux,
  outsideUserNamespaces,
  type PodCheck,
  quoted,
  setters,
  sorted,
} from '../check.ts';

/** No privileged containers. */
export const privileged: Check = {
  id: 'privileged',
  level: 'baseline',
  versions: {
    0(spec) {
      const bad = containersOf(spec).filter(({ securityContext }) => securityContext?.privileged);
      const detail = `${naming(bad)} must not set securityContext.privileged=true`;
      return bad.length > 0 ? { reason: 'privileged', detail } : undefined;
    },
  },
};

const usualCapabilities = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** The containers that add capabilities which are not allowed, and which. */
function addedBeyond(allowed: readonly string[], spec: Parameters<PodCheck>[0]): string | undefined {
  const wrong = (add: readonly string[] = []) => add.filter((capability) => !allowed.includes(capability));
  const bad = containersOf(spec).filter(({ securityContext }) => wrong(securityContext?.capabilities?.add).length > 0);
  if (bad.length === 0) return undefined;
  const capabilities = sorted(bad.flatMap(({ securityContext }) => wrong(securityContext?.capabilities?.add)));
  return `${naming(bad)} must not include ${quoted(capabilities)} in securityContext.capabilities.add`;
}

/** No capabilities besides those that containers have anyway. */
export const capabilitiesBaseline: Check = {
  id: 'capabilities_baseline',
  level: 'baseline',
  versions: {
    0(spec) {
      const detail = addedBeyond(usualCapabilities, spec);
      return detail ? { reason: 'non-default capabilities', detail } : undefined;
    },
  },
};

const dropAll: PodCheck = (spec) => {
  const keeping = containersOf(spec).filter(
    ({ securityContext }) => !securityContext?.capabilities?.drop?.includes('ALL'),
  );
  const details = keeping.length > 0 ? [`${naming(keeping)} must set securityContext.capabilities.drop=["ALL"]`] : [];
  const added = addedBeyond(['NET_BIND_SERVICE'], spec);
  if (added) details.push(added);
  return details.length > 0 ? { reason: 'unrestricted capabilities', detail: details.join('; ') } : undefined;
};

/** All capabilities dropped, and only that to bind low ports added. */
export const capabilitiesRestricted: Check = {
  id: 'capabilities_restricted',
  level: 'restricted',
  overrides: 'capabilities_baseline',
  versions: { 22: dropAll, 25: onLinux(dropAll) },
};

const noEscalation: PodCheck = (spec) => {
  const bad = containersOf(spec).filter(({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false);
  const detail = `${naming(bad)} must set securityContext.allowPrivilegeEscalation=false`;
  return bad.length > 0 ? { reason: 'allowPrivilegeEscalation != false', detail } : undefined;
};

/** No way up by set-user-ID files. */
export const allowPrivilegeEscalation: Check = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  versions: { 8: noEscalation, 25: onLinux(noEscalation) },
};

const nonRoot: PodCheck = (spec) => {
  const ofPod = spec.securityContext?.runAsNonRoot;
  const containers = containersOf(spec);
  const who = setters(
    ofPod === false,
    containers.filter(({ securityContext }) => securityContext?.runAsNonRoot === false),
  );
  const reason = 'runAsNonRoot != true';
  if (who) return { reason, detail: `${who} must not set securityContext.runAsNonRoot=false` };
  const silent = containers.filter(({ securityContext }) => securityContext?.runAsNonRoot === undefined);
  if (ofPod || silent.length === 0) return undefined;
  return { reason, detail: `pod or ${naming(silent)} must set securityContext.runAsNonRoot=true` };
};

/** Containers must say that they do not run as root. */
export const runAsNonRoot: Check = {
  id: 'runAsNonRoot',
  level: 'restricted',
  versions: { 0: nonRoot, 35: outsideUserNamespaces(nonRoot) },
};

const notUserZero: PodCheck = (spec) => {
  const bad = containersOf(spec).filter(({ securityContext }) => securityContext?.runAsUser === 0);
  const who = setters(spec.securityContext?.runAsUser === 0, bad);
  return who ? { reason: 'runAsUser=0', detail: `${who} must not set runAsUser=0` } : undefined;
};

/** Not user 0. */
export const runAsUser: Check = {
  id: 'runAsUser',
  level: 'restricted',
  versions: { 23: notUserZero, 35: outsideUserNamespaces(notUserZero) },
};
