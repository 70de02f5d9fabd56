import type { KubernetesObject } from '../../api/objects.ts';

/** An Event to be written about an object. */
export interface EventToRecord {
  /** `kubelet`, `deployment-controller`, ... */
  component: string;
  /** The node, for kubelets. */
  host?: string;
  about: KubernetesObject;
  /** `spec.containers{web}` */
  fieldPath?: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Given by the scheduler: it writes events.k8s.io Events, with this action and no count. */
  action?: string;
}
