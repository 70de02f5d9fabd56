import type { Scale } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative } from './errors.ts';
import { validateMetadata } from './metadata.ts';

/**
 * What is wrong with the Scale of an object. Its metadata are those of a Deployment or another kind without a rule of
 * its own for names. Source: pkg/apis/autoscaling/validation ValidateScale.
 */
export const validateScale = ({ metadata, spec }: Scale): FieldError[] => [
  ...validateMetadata('deployments', metadata),
  ...checkNotNegative('spec.replicas', spec?.replicas),
];
