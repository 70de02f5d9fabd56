/** Volumes of drivers outside of Kubernetes. Source: pkg/apis/core/validation/validation.go. */
import { byteLength, isDnsSubdomain } from '../../names.ts';
import type { CSIVolumeSource, FlexVolumeSource } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, required, tooLong } from '../errors.ts';

/** The name of a CSI driver, in any case of its letters. Source: ValidateCSIDriverName. */
export function validateCsiDriverName(driver: string | undefined, field: string): FieldError[] {
  if (!driver) return [required(field)];
  return [
    ...(byteLength(driver) > 63 ? [tooLong(field, 63)] : []),
    ...complaints(field, driver, isDnsSubdomain(driver.toLowerCase())),
  ];
}

/** A wrong name of a secret is reported without the secret's field, as Kubernetes does. */
export function validateCsi({ driver, nodePublishSecretRef: secret }: CSIVolumeSource, field: string): FieldError[] {
  const errors = validateCsiDriverName(driver, `${field}.driver`);
  if (!secret) return errors;
  return secret.name
    ? [...errors, ...complaints(`${field}.name`, secret.name, isDnsSubdomain(secret.name))]
    : [...errors, required(`${field}.nodePublishSecretRef.name`)];
}

export function validateFlexVolume({ driver, options }: FlexVolumeSource, field: string): FieldError[] {
  const errors: FieldError[] = driver ? [] : [required(`${field}.driver`)];
  for (const key of Object.keys(options ?? {})) {
    const namespace = `.${(key.split('/')[0] ?? '').toLowerCase()}`;
    if (namespace.endsWith('.kubernetes.io') || namespace.endsWith('.k8s.io'))
      errors.push(invalidValue(`${field}.options[${key}]`, key, 'kubernetes.io and k8s.io namespaces are reserved'));
  }
  return errors;
}
