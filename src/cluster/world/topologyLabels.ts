/** The labels that a Pod gets from its node when it is bound to it. Source: plugin/pkg/admission/podtopologylabels. */
export const topologyLabels: readonly string[] = ['topology.kubernetes.io/zone', 'topology.kubernetes.io/region'];
