import type { Unsupported } from './unsupported.ts';

/** Fields around Pods (accounts) without effect. */
export const clusterFields: readonly Unsupported[] = [
  {
    fields: ['PodSpec.imagePullSecrets', 'ServiceAccount.imagePullSecrets', 'ServiceAccount.secrets'],
    en: 'The registries ask nobody for a password.',
    ko: '레지스트리는 아무에게도 비밀번호를 묻지 않습니다.',
  },
];
