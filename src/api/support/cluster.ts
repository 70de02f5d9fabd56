import type { Unsupported } from './unsupported.ts';

/** Fields around Pods (accounts, budgets) without effect. */
export const clusterFields: readonly Unsupported[] = [
  {
    fields: ['PodSpec.imagePullSecrets', 'ServiceAccount.imagePullSecrets', 'ServiceAccount.secrets'],
    en: 'The registries ask nobody for a password.',
    ko: '레지스트리는 아무에게도 비밀번호를 묻지 않습니다.',
  },
  {
    fields: ['PodDisruptionBudget.spec'],
    en: 'No controller counts the Pods of the budget yet, so evictions wait for it.',
    ko: '아직 버짓의 Pod를 세는 컨트롤러가 없어서 퇴거(eviction)가 기다리게 됩니다.',
  },
];
