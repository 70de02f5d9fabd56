import {
  type Check,
  containersOf,
  naming,
  outsideUserNamespaces,
  type PodCheck,
  pluralize,
  quoted,
  setters,
  sorted,
} from '../check.ts';

const maskedProc: PodCheck = (spec) => {
  const typeOf = ({ securityContext }: ReturnType<typeof containersOf>[number]) =>
    securityContext?.procMount ?? 'Default';
  const bad = containersOf(spec).filter((container) => typeOf(container) !== 'Default');
  const detail = `${naming(bad)} must not set securityContext.procMount to ${quoted(sorted(bad.map(typeOf)))}`;
  return bad.length > 0 ? { reason: 'procMount', detail } : undefined;
};

/** What is masked in /proc stays so. */
export const procMount: Check = {
  id: 'procMount',
  level: 'baseline',
  versions: { 0: maskedProc, 35: outsideUserNamespaces(maskedProc) },
};

/** The same, in user namespaces too. */
export const procMountRestricted: Check = {
  id: 'procMount_restricted',
  level: 'restricted',
  overrides: 'procMount',
  versions: { 35: maskedProc },
};

const usualTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t'];

const seLinux =
  (allowed: readonly string[]): PodCheck =>
  (spec) => {
    const optionsOf = (one: {
      securityContext?: { seLinuxOptions?: { type?: string; user?: string; role?: string } };
    }) => one.securityContext?.seLinuxOptions;
    const isBad = (one: Parameters<typeof optionsOf>[0]) => {
      const { type = '', user, role } = optionsOf(one) ?? {};
      return !allowed.includes(type) || Boolean(user) || Boolean(role);
    };
    const bad = containersOf(spec).filter(isBad);
    const isPod = isBad(spec);
    const who = setters(isPod, bad);
    if (!who) return undefined;
    const options = [...(isPod ? [spec] : []), ...bad].map(optionsOf);
    const types = sorted(options.map((one) => one?.type ?? '').filter((type) => !allowed.includes(type)));
    const data = [
      ...(types.length > 0 ? [`${pluralize('type', 'types', types.length)} ${quoted(types)}`] : []),
      ...(options.some((one) => one?.user) ? ['user may not be set'] : []),
      ...(options.some((one) => one?.role) ? ['role may not be set'] : []),
    ];
    const detail = `${who} set forbidden securityContext.seLinuxOptions: ${data.join('; ')}`;
    return { reason: 'seLinuxOptions', detail };
  };

/** Only the SELinux types of containers. */
export const seLinuxOptions: Check = {
  id: 'seLinuxOptions',
  level: 'baseline',
  versions: { 0: seLinux(usualTypes), 31: seLinux([...usualTypes, 'container_engine_t']) },
};

const safe = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
];
const safeSince27 = [...safe, 'net.ipv4.ip_local_reserved_ports'];
const safeSince29 = [
  ...safeSince27,
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
];
const safeSince32 = [...safeSince29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];

const onlySysctls =
  (allowed: readonly string[]): PodCheck =>
  ({ securityContext }) => {
    const names = (securityContext?.sysctls ?? []).map(({ name }) => name);
    const forbidden = names.filter((name) => !allowed.includes(name));
    return forbidden.length > 0 ? { reason: 'forbidden sysctls', detail: forbidden.join(', ') } : undefined;
  };

/** Only settings of the kernel that concern the Pod alone. */
export const sysctls: Check = {
  id: 'sysctls',
  level: 'baseline',
  versions: {
    0: onlySysctls(safe),
    27: onlySysctls(safeSince27),
    29: onlySysctls(safeSince29),
    32: onlySysctls(safeSince32),
  },
};
