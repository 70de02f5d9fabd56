import { isConfigMapKey } from '../names.ts';
import type { FieldError } from '../status.ts';
import { complaints } from './errors.ts';

/** Keys of ConfigMaps and Secrets at `field`. */
export const validateKeys = (data: Record<string, unknown> | undefined, field: string): FieldError[] =>
  Object.keys(data ?? {}).flatMap((key) => complaints(`${field}[${key}]`, key, isConfigMapKey(key)));
