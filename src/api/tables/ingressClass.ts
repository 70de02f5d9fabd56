import type { IngressClass } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { className, orNone, printer } from './printer.ts';

export const ingressClassPrinter = printer<IngressClass>(
  'IngressClass',
  [
    nameColumn,
    text('Controller', 'Controller that is responsible for handling this class'),
    text('Parameters', 'A reference to a resource with additional parameters'),
    ageColumn,
  ],
  ({ metadata, spec }, now) => {
    const parameters = spec?.parameters;
    const kind = parameters?.apiGroup === undefined ? parameters?.kind : `${parameters.kind}.${parameters.apiGroup}`;
    return [
      className(metadata, 'ingressclass.kubernetes.io/is-default-class'),
      spec?.controller ?? '',
      orNone(parameters && `${kind}/${parameters.name}`),
      ageSince(metadata.creationTimestamp, now),
    ];
  },
);
