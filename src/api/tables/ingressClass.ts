import type { IngressClass } from '../objects.ts';
import { ageSince } from './age.ts';
import { orNone, printer } from './printer.ts';

export const ingressClassPrinter = printer<IngressClass>(
  'IngressClass',
  ['Name', 'Controller', 'Parameters', 'Age'],
  ({ metadata, spec }, now) => {
    const parameters = spec?.parameters;
    const kind = parameters?.apiGroup ? `${parameters.kind}.${parameters.apiGroup}` : parameters?.kind;
    return [
      metadata.name,
      spec?.controller ?? '',
      orNone(parameters && `${kind}/${parameters.name}`),
      ageSince(metadata.creationTimestamp, now),
    ];
  },
);
