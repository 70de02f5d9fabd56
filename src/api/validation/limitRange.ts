import { isQualifiedName } from '../names.ts';
import type { LimitRange, LimitRangeItem } from '../objects.ts';
import {
  compareQuantities,
  type Quantity,
  quantityMilliValue,
  quantityOf,
  quantityText,
  quantityValue,
} from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, forbidden, invalidValue, required } from './errors.ts';
import {
  amountsIn,
  isOvercommitAllowed,
  validateContainerResourceName,
  validateResourceName,
} from './resourceNames.ts';

const types = ['Pod', 'Container', 'PersistentVolumeClaim'];

function validateType(type: string, field: string): FieldError[] {
  const errors = complaints(field, type, isQualifiedName(type));
  if (errors.length > 0 || type.includes('/') || types.includes(type)) return errors;
  return [invalidValue(field, type, 'must be a standard limit type or fully qualified')];
}

type Part = 'max' | 'min' | 'default' | 'defaultRequest' | 'maxLimitRequestRatio';
type Amounts = Map<string, Quantity>;

/** One list of amounts, with what is wrong with the names in it. */
function readPart(item: LimitRangeItem, part: Part, field: string, errors: FieldError[]): Amounts {
  const validateName = ['Pod', 'Container'].includes(item.type) ? validateContainerResourceName : validateResourceName;
  const amounts = new Map(amountsIn(item[part]));
  for (const name of amounts.keys()) errors.push(...validateName(name, `${field}.${part}[${name}]`));
  return amounts;
}

function validateItem(item: LimitRangeItem, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const read = (part: Part) => readPart(item, part, field, errors);
  const amounts: Record<Part, Amounts> = {
    max: read('max'),
    min: read('min'),
    default: new Map(),
    defaultRequest: new Map(),
    maxLimitRequestRatio: new Map(),
  };
  for (const part of ['default', 'defaultRequest'] as const) {
    if (item.type !== 'Pod') amounts[part] = read(part);
    else if (Object.keys(item[part] ?? {}).length > 0)
      errors.push(forbidden(`${field}.${part}`, "may not be specified when `type` is 'Pod'"));
  }
  if (item.type === 'PersistentVolumeClaim' && !amounts.min.has('storage') && !amounts.max.has('storage'))
    errors.push(
      required(`${field}.limits`, 'either minimum or maximum storage value is required, but neither was provided'),
    );
  amounts.maxLimitRequestRatio = read('maxLimitRequestRatio');
  const names = new Set(Object.values(amounts).flatMap((list) => [...list.keys()]));
  return [...errors, ...[...names].flatMap((name) => validateConsistency(name, amounts, field))];
}

/** How the amounts of one resource must stand to each other. */
function validateConsistency(name: string, amounts: Record<Part, Amounts>, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const invalid = (part: Part, value: Quantity, detail: string) =>
    errors.push(invalidValue(`${field}.${part}[${name}]`, quantityText(value), detail));
  const [min, max, limit, request, ratio] = [
    amounts.min.get(name),
    amounts.max.get(name),
    amounts.default.get(name),
    amounts.defaultRequest.get(name),
    amounts.maxLimitRequestRatio.get(name),
  ];
  /** `min value 2 is greater than max value 1` */
  const inOrder = (low: Quantity | undefined, lowName: string, high: Quantity | undefined, highName: string) =>
    low && high && compareQuantities(low, high) > 0
      ? `${lowName} value ${quantityText(low)} is greater than ${highName} value ${quantityText(high)}`
      : undefined;
  const rules: [Part, Quantity | undefined, string | undefined][] = [
    ['min', min, inOrder(min, 'min', max, 'max')],
    ['defaultRequest', request, inOrder(min, 'min', request, 'default request')],
    ['defaultRequest', request, inOrder(request, 'default request', max, 'max')],
    ['defaultRequest', request, inOrder(request, 'default request', limit, 'default limit')],
    ['default', min, inOrder(min, 'min', limit, 'default')],
    ['default', max, inOrder(limit, 'default', max, 'max')],
  ];
  for (const [part, value, wrong] of rules) if (value && wrong) invalid(part, value, wrong);
  if (ratio && compareQuantities(ratio, quantityOf(1, 'DecimalSI')) < 0)
    invalid('maxLimitRequestRatio', ratio, `ratio ${quantityText(ratio)} is less than 1`);
  if (ratio && min && max) {
    const most = ratioOf(max, min, ratio);
    if (numberOf(ratio, [min, max]) > most)
      invalid('maxLimitRequestRatio', ratio, `ratio ${quantityText(ratio)} is greater than max/min = ${goFloat(most)}`);
  }
  if (!isOvercommitAllowed(name) && limit && request && compareQuantities(limit, request) !== 0)
    invalid(
      'defaultRequest',
      request,
      `default value ${quantityText(limit)} must equal to defaultRequest value ${quantityText(request)} in ${name}`,
    );
  return errors;
}

const largestInMilli = (2n ** 63n - 1n) / 1000n;
const isFine = (...amounts: readonly Quantity[]) => amounts.every((amount) => quantityValue(amount) < largestInMilli);

const numberOf = (ratio: Quantity, others: readonly Quantity[]) =>
  isFine(ratio, ...others) ? Number(quantityMilliValue(ratio)) / 1000 : Number(quantityValue(ratio));

function ratioOf(max: Quantity, min: Quantity, ratio: Quantity): number {
  const read = isFine(max, min, ratio) ? quantityMilliValue : quantityValue;
  return Number(read(max)) / Number(read(min));
}

/** As Go prints with %f. */
const goFloat = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(6) : Number.isNaN(value) ? 'NaN' : `${value > 0 ? '+' : '-'}Inf`;

/** What is wrong with a LimitRange, besides its metadata. Source: ValidateLimitRange. */
export function validateLimitRange({ spec }: LimitRange): FieldError[] {
  const limits = spec?.limits ?? [];
  return limits.flatMap((item, index) => {
    const field = `spec.limits[${index}]`;
    const isSecond = limits.findIndex(({ type }) => type === item.type) < index;
    return [
      ...validateType(item.type ?? '', `${field}.type`),
      ...(isSecond ? [duplicate(`${field}.type`, item.type)] : []),
      ...validateItem(item, field),
    ];
  });
}
