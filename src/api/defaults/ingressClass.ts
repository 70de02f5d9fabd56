import type { IngressClass } from '../objects.ts';
import { changeField } from './share.ts';

/** An IngressClass with its defaults: parameters of the whole cluster. Source: networking/v1 SetDefaults_IngressClass. */
export const defaultIngressClass = (ingressClass: IngressClass): IngressClass =>
  changeField(ingressClass, 'spec', (spec) =>
    changeField(spec, 'parameters', (parameters) =>
      parameters.scope === undefined ? { ...parameters, scope: 'Cluster' } : parameters,
    ),
  );
