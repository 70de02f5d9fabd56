import type { Failure, FieldError } from '../../../../api/status.ts';

/** The refusal of a Service for these reasons. */
export type Refuse = (errors: FieldError[]) => Failure;
