import { isQualifiedName } from '../../names.ts';
import type { LabelSelector } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, forbidden, invalidValue } from '../errors.ts';

interface Keys {
  matchLabelKeys?: string[];
  mismatchLabelKeys?: string[];
  labelSelector?: LabelSelector;
}

function validateLabelKeys(
  keys: string[] | undefined,
  selector: LabelSelector | undefined,
  field: string,
): FieldError[] {
  if (!keys?.length) return [];
  if (!selector) return [forbidden(field, 'must not be specified when labelSelector is not set')];
  return keys.flatMap((key, index) => complaints(`${field}[${index}]`, key, isQualifiedName(key)));
}

/**
 * The selector has got its expressions out of the keys already (see strategies/pod.ts), so a key that is in it before
 * that, or twice, is what the user wrote. Reported beside the keys, as Kubernetes does.
 */
function validateOnlyOnce({ matchLabelKeys = [], labelSelector }: Keys, field: string): FieldError[] {
  const seen = new Set(Object.keys(labelSelector?.matchLabels ?? {}));
  return (labelSelector?.matchExpressions ?? []).flatMap(({ key = '' }) => {
    const at = matchLabelKeys.lastIndexOf(key);
    const isTwice = at >= 0 && seen.has(key);
    seen.add(key);
    return isTwice ? [invalidValue(`${field}[${at}]`, key, 'exists in both matchLabelKeys and labelSelector')] : [];
  });
}

/** Labels whose values the Pod's fellows share, or do not. Source: ValidateMatchLabelKeysAndMismatchLabelKeys. */
export function validateMatchLabelKeys(keys: Keys, field: string): FieldError[] {
  const { matchLabelKeys, mismatchLabelKeys, labelSelector } = keys;
  return [
    ...validateLabelKeys(matchLabelKeys, labelSelector, `${field}.matchLabelKeys`),
    ...validateLabelKeys(mismatchLabelKeys, labelSelector, `${field}.mismatchLabelKeys`),
    ...validateOnlyOnce(keys, field),
    ...(matchLabelKeys ?? []).flatMap((key, index) =>
      mismatchLabelKeys?.includes(key)
        ? [
            invalidValue(
              `${field}.matchLabelKeys[${index}]`,
              key,
              'exists in both matchLabelKeys and mismatchLabelKeys',
            ),
          ]
        : [],
    ),
  ];
}
