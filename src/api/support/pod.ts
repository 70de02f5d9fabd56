import type { Unsupported } from './unsupported.ts';

/** Fields of Pods without effect. */
export const podFields: readonly Unsupported[] = [
  {
    fields: ['PodSpec.hostIPC', 'PodSpec.hostPID', 'PodSpec.shareProcessNamespace'],
    en: 'Each container sees only its own processes.',
    ko: '컨테이너마다 자기 프로세스만 보입니다.',
  },
  {
    fields: ['PodSpec.hostUsers'],
    en: 'User namespaces are not simulated.',
    ko: '사용자 네임스페이스는 시뮬레이션하지 않습니다.',
  },
  {
    fields: ['PodSpec.hostnameOverride', 'PodSpec.setHostnameAsFQDN'],
    en: 'The host name is the one in hostname, or the name of the Pod.',
    ko: '호스트 이름은 hostname 값이거나 Pod 이름입니다.',
  },
  {
    fields: ['PodSpec.resourceClaims', 'ResourceRequirements.claims', 'PodSpec.schedulingGroup'],
    en: 'Dynamic resource allocation and Pod groups are not simulated.',
    ko: '동적 리소스 할당과 Pod 그룹은 시뮬레이션하지 않습니다.',
  },
  {
    fields: [
      'PodSecurityContext.appArmorProfile',
      'PodSecurityContext.seccompProfile',
      'PodSecurityContext.seLinuxOptions',
      'PodSecurityContext.seLinuxChangePolicy',
      'PodSecurityContext.sysctls',
      'PodSecurityContext.windowsOptions',
      'SecurityContext.allowPrivilegeEscalation',
      'SecurityContext.appArmorProfile',
      'SecurityContext.capabilities',
      'SecurityContext.privileged',
      'SecurityContext.procMount',
      'SecurityContext.seLinuxOptions',
      'SecurityContext.seccompProfile',
      'SecurityContext.windowsOptions',
    ],
    en: 'The kernel has no security features here: whatever is set, programs may do the same.',
    ko: '여기 커널에는 보안 기능이 없어서, 무엇을 설정하든 프로그램이 할 수 있는 일은 같습니다.',
  },
  {
    fields: [
      'PodSecurityContext.fsGroup',
      'PodSecurityContext.fsGroupChangePolicy',
      'PodSecurityContext.runAsGroup',
      'PodSecurityContext.supplementalGroups',
      'PodSecurityContext.supplementalGroupsPolicy',
      'SecurityContext.runAsGroup',
    ],
    en: 'Files have no groups: a process can read and write them whatever its group.',
    ko: '파일에 그룹이 없어서, 프로세스의 그룹과 상관없이 읽고 쓸 수 있습니다.',
  },
];
