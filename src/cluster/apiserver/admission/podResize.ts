import { later } from './later.ts';

/** Refuses to resize a Pod beyond what its node could ever give it. */
export const podResize = later({
  name: 'PodResize',
  resources: ['pods'],
  operations: ['UPDATE'],
  subresources: ['resize'],
});
