import type { Namespace } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateFinalizer } from './metadata.ts';

/** What is wrong with a Namespace, besides its metadata. Source: ValidateNamespace. */
export const validateNamespace = ({ spec }: Namespace): FieldError[] =>
  (spec?.finalizers ?? []).flatMap((finalizer) => validateFinalizer(finalizer, 'spec.finalizers'));

/** Its finalizers change only through their own subresource, so an update has nothing to look at. */
export const validateNamespaceUpdate = (): FieldError[] => [];
