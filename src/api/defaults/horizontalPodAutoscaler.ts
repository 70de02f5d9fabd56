import type { HorizontalPodAutoscaler, HPAScalingRules, MetricSpec } from '../objects.ts';

/** Without metrics an autoscaler looks at the cpu. */
const cpu: MetricSpec = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};
const scaleUp: HPAScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const scaleDown: HPAScalingRules = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

/** An autoscaler with its defaults. Source: autoscaling/v2 SetDefaults_HorizontalPodAutoscaler. */
export function defaultHorizontalPodAutoscaler(autoscaler: HorizontalPodAutoscaler): HorizontalPodAutoscaler {
  const spec = autoscaler.spec ?? ({} as NonNullable<HorizontalPodAutoscaler['spec']>);
  const { behavior } = spec;
  return {
    ...autoscaler,
    spec: {
      ...spec,
      minReplicas: spec.minReplicas ?? 1,
      metrics: spec.metrics?.length ? spec.metrics : [cpu],
      ...(behavior && {
        behavior: {
          scaleUp: { ...scaleUp, ...behavior.scaleUp },
          scaleDown: { ...scaleDown, ...behavior.scaleDown },
        },
      }),
    },
  };
}
