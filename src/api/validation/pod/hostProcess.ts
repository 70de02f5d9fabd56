import type { PodSpec } from '../../objects.ts';
import { containersOf } from '../../podContainers.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue } from '../errors.ts';

/** Containers of Windows that are processes of the host: all of a Pod or none. Source: validateWindowsHostProcessPod. */
export function validateHostProcess(spec: PodSpec, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  const containers = containersOf(spec, field);
  let count = 0;
  for (const { container, field: at } of containers) {
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (ofPod !== undefined && own !== undefined && ofPod !== own)
      errors.push(
        invalidValue(
          `${at}.securityContext.windowsOptions.hostProcess`,
          own,
          `pod hostProcess value must be identical if both are specified, was ${ofPod}`,
        ),
      );
    if (own ?? ofPod) count++;
  }
  if (count === 0) return errors;
  if (count !== containers.length)
    errors.push(
      invalidValue(
        field,
        '',
        'If pod contains any hostProcess containers then all containers must be HostProcess containers',
      ),
    );
  if (!spec.hostNetwork)
    errors.push(
      invalidValue(
        `${field}.hostNetwork`,
        false,
        'hostNetwork must be true if pod contains any hostProcess containers',
      ),
    );
  return errors;
}
