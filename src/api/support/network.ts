import type { Unsupported } from './unsupported.ts';

/** Fields of Services, Ingresses and policies without effect. */
export const networkFields: readonly Unsupported[] = [
  {
    fields: [
      'ServiceSpec.externalIPs',
      'ServiceSpec.loadBalancerIP',
      'ServiceSpec.loadBalancerClass',
      'ServiceSpec.loadBalancerSourceRanges',
      'ServiceSpec.allocateLoadBalancerNodePorts',
      'ServiceSpec.healthCheckNodePort',
      'ServiceSpec.externalTrafficPolicy',
      'ServicePort.nodePort',
    ],
    en: 'Requests from outside come through an Ingress only; node ports and load balancers do not answer yet.',
    ko: '외부 요청은 Ingress로만 들어옵니다. 노드 포트와 로드 밸런서는 아직 응답하지 않습니다.',
  },
  {
    fields: [
      'ServiceSpec.internalTrafficPolicy',
      'ServiceSpec.sessionAffinity',
      'ServiceSpec.sessionAffinityConfig',
      'ServiceSpec.trafficDistribution',
      'Endpoint.hints',
    ],
    en: 'Every ready endpoint of a Service is chosen equally often.',
    ko: 'Service의 준비된 엔드포인트가 모두 같은 빈도로 선택됩니다.',
  },
  {
    fields: ['ServiceSpec.ipFamilies', 'ServiceSpec.ipFamilyPolicy'],
    en: 'The cluster speaks IPv4 only.',
    ko: '클러스터는 IPv4만 씁니다.',
  },
  {
    fields: ['IngressSpec.tls'],
    en: 'Requests are not encrypted; no certificate is checked.',
    ko: '요청을 암호화하지 않고 인증서도 확인하지 않습니다.',
  },
  {
    fields: ['IngressBackend.resource', 'IngressClassSpec.parameters'],
    en: 'The ingress controller knows Services as backends only, and no parameters.',
    ko: 'Ingress 컨트롤러는 Service 백엔드만 알고, 파라미터는 쓰지 않습니다.',
  },
  {
    fields: ['NetworkPolicy.spec'],
    en: 'No network plugin enforces the policy: all Pods reach each other.',
    ko: '정책을 집행하는 네트워크 플러그인이 없어 모든 Pod가 서로 통신합니다.',
  },
];
