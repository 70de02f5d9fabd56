import type { PersistentVolumeClaim, Stored } from '../../../../../api/objects.ts';
import {
  compareQuantities,
  parseQuantity,
  type Quantity,
  quantityOf,
  quantityValue,
} from '../../../../../api/quantity.ts';
import type { Amounts } from '../amounts.ts';
import { claimClass } from '../claimClass.ts';
import { type Evaluator, one } from './evaluator.ts';
import { claimMatchesScope } from './scopes.ts';

const ofClass = '.storageclass.storage.k8s.io/';
const names = ['persistentvolumeclaims', 'requests.storage'];

/** Counts claims and the storage that they ask for, together and by class. Source: evaluator/core/persistent_volume_claims.go. */
export const persistentVolumeClaims: Evaluator = {
  handles: () => true,
  matchingResources: (given) =>
    given.filter(
      (name) =>
        name === 'count/persistentvolumeclaims' || names.some((own) => name === own || name.endsWith(ofClass + own)),
    ),
  usage(object) {
    const claim = object as Stored<PersistentVolumeClaim>;
    const usage: Amounts = { persistentvolumeclaims: one, 'count/persistentvolumeclaims': one };
    const storage = storageOf(claim);
    if (storage) usage['requests.storage'] = storage;
    const name = claimClass(claim);
    if (name === '') return usage;
    usage[`${name}${ofClass}persistentvolumeclaims`] = one;
    if (storage) usage[`${name}${ofClass}requests.storage`] = storage;
    return usage;
  },
  matchesScope: (scope, object) => claimMatchesScope(scope, object as Stored<PersistentVolumeClaim>),
};

type List = Record<string, string> | undefined;

/** What is asked for, or already allocated if that is more; in whole bytes. */
function storageOf({ spec, status }: PersistentVolumeClaim): Quantity | undefined {
  const request = (spec?.resources?.requests as List)?.storage;
  if (request === undefined) return undefined;
  const asked = inBytes(parseQuantity(String(request)));
  const allocated = (status?.allocatedResources as List)?.storage;
  if (allocated === undefined) return asked;
  const given = parseQuantity(String(allocated));
  return compareQuantities(given, asked) > 0 ? inBytes(given) : asked;
}

const inBytes = (amount: Quantity): Quantity =>
  amount.exponent < 0 && amount.unscaled % 10n ** BigInt(-amount.exponent) !== 0n
    ? quantityOf(quantityValue(amount), amount.format)
    : amount;
