import { type Failure, type FieldError, failure, invalid } from '../../api/status.ts';
import type { ListOptions } from './request.ts';

const listOptions = { kind: 'ListOptions', group: 'meta.k8s.io' };
const match = 'resourceVersionMatch';
const forbidden = (detail: string, field = match): FieldError => ({ type: 'Forbidden', field, detail });

/** What is wrong with the options of a list. Source: apimachinery meta/internalversion/validation.ValidateListOptions. */
export function checkListOptions(options: ListOptions & { sendInitialEvents?: boolean }): Failure | undefined {
  const { resourceVersion = '', resourceVersionMatch = '' } = options;
  const errors: FieldError[] = [];
  if (resourceVersionMatch) {
    if (!resourceVersion)
      errors.push(forbidden('resourceVersionMatch is forbidden unless resourceVersion is provided'));
    if (options.continue) errors.push(forbidden('resourceVersionMatch is forbidden when continue is provided'));
    if (resourceVersionMatch !== 'Exact' && resourceVersionMatch !== 'NotOlderThan')
      errors.push(unsupported(resourceVersionMatch, '"", "Exact", "NotOlderThan"'));
    if (resourceVersionMatch === 'Exact' && resourceVersion === '0')
      errors.push(forbidden('resourceVersionMatch "exact" is forbidden for resourceVersion "0"'));
  }
  if (options.sendInitialEvents !== undefined)
    errors.push(forbidden('sendInitialEvents is forbidden for list', 'sendInitialEvents'));
  return errors.length > 0 ? invalid(listOptions, '', errors) : undefined;
}

/** What is wrong with the options of a watch. Source: as above, validateWatchOptions. */
export function checkWatchOptions(options: ListOptions & { sendInitialEvents?: boolean }): Failure | undefined {
  const { resourceVersionMatch = '', sendInitialEvents } = options;
  const errors: FieldError[] = [];
  if (sendInitialEvents !== undefined && resourceVersionMatch !== 'NotOlderThan')
    errors.push(forbidden('sendInitialEvents requires setting resourceVersionMatch to NotOlderThan'));
  if (resourceVersionMatch) {
    if (sendInitialEvents === undefined)
      errors.push(forbidden('resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided'));
    if (resourceVersionMatch !== 'NotOlderThan') errors.push(unsupported(resourceVersionMatch, '"NotOlderThan"'));
    if (options.continue) errors.push(forbidden('resourceVersionMatch is forbidden when continue is provided'));
  }
  return errors.length > 0 ? invalid(listOptions, '', errors) : undefined;
}

const unsupported = (value: string, supported: string): FieldError => ({
  type: 'Unsupported value',
  field: match,
  value,
  detail: `supported values: ${supported}`,
});

/** The revision in a text, 0 for none, or why it is none. Source: apiserver storage.APIObjectVersioner.ParseResourceVersion. */
export function parseResourceVersion(text: string | undefined): { revision: number } | { error: string } {
  if (!text) return { revision: 0 };
  const problem = !/^\d+$/.test(text) ? 'invalid syntax' : BigInt(text) > maxUint64 ? 'value out of range' : undefined;
  if (problem)
    return {
      error: `resourceVersion: Invalid value: ${JSON.stringify(text)}: strconv.ParseUint: parsing ${JSON.stringify(text)}: ${problem}`,
    };
  return { revision: Number(text) };
}

const maxUint64 = 2n ** 64n - 1n;

/** Why an answer cannot be "not older than" this; the server waits for it a while, then says so. */
export function checkNotOlderThan(resourceVersion: string | undefined, current: number): Failure | undefined {
  const parsed = parseResourceVersion(resourceVersion);
  // An error that is no Status of its own is answered with 500 and no reason.
  if ('error' in parsed) return failure(500, '', parsed.error);
  return parsed.revision > current ? tooLarge(parsed.revision, current) : undefined;
}

/** 504. Source: apiserver storage.NewTooLargeResourceVersionError. */
const tooLarge = (wanted: number, current: number): Failure =>
  failure(504, 'Timeout', `Timeout: Too large resource version: ${wanted}, current: ${current}`, {
    causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
    retryAfterSeconds: 1,
  });
