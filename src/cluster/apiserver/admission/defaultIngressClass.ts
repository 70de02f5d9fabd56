import type { Ingress, Stored } from '../../../api/objects.ts';
import { listObjects } from '../../world/store.ts';
import type { AdmissionPlugin } from './admission.ts';
import { defaultClass } from './defaultClass.ts';

const annotations = ['ingressclass.kubernetes.io/is-default-class'];

/** Gives an Ingress that names no class the default IngressClass. */
export const defaultIngressClass: AdmissionPlugin = {
  name: 'DefaultIngressClass',
  resources: ['ingresses'],
  admit(world, object) {
    const ingress = object as Stored<Ingress>;
    const named = ingress.metadata.annotations?.['kubernetes.io/ingress.class'];
    if (ingress.spec?.ingressClassName !== undefined || named !== undefined) return ingress;
    const found = defaultClass(listObjects(world.store, 'ingressclasses'), annotations);
    if (!found) return ingress;
    const admitted: Stored<Ingress> = { ...ingress, spec: { ...ingress.spec, ingressClassName: found.metadata.name } };
    return admitted;
  },
};
