import type { Pod } from '../../../api/objects.ts';
import { later } from './later.ts';

/** Gives a Pod the overhead, the nodeSelector and the tolerations of its RuntimeClass. */
export const runtimeClass = later({ name: 'RuntimeClass', resources: ['pods'] }, (_world, object) => {
  const { spec } = object as Pod;
  return spec?.runtimeClassName !== undefined || spec?.overhead !== undefined;
});
