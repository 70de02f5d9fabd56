import { byteLength, isDnsSubdomain, isQualifiedName } from '../names.ts';
import type { Event } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue, required } from './errors.ts';

/** A text that must be there and may not be long. */
function validateText(field: string, text: string, limit: number): FieldError[] {
  if (!text) return [required(field)];
  return byteLength(text) > limit ? [invalidValue(field, '', `can have at most ${limit} characters`)] : [];
}

/** What Events of the new kind, those with an eventTime, must say of who reports. */
function validateReport(event: Event): FieldError[] {
  const { reportingComponent = '', reportingInstance = '', action = '', reason = '', message = '' } = event;
  const field = 'reportingController';
  return [
    ...(reportingComponent ? [] : [required(field)]),
    ...complaints(field, reportingComponent, isQualifiedName(reportingComponent)),
    ...validateText('reportingInstance', reportingInstance, 128),
    ...validateText('action', action, 128),
    ...validateText('reason', reason, 128),
    ...(message ? validateText('message', message, 1024) : []),
  ];
}

/**
 * What is wrong with an Event of the core group: it stands in the namespace of what it is about.
 * Source: pkg/apis/core/validation legacyValidateEvent.
 */
export function validateEvent(event: Event): FieldError[] {
  const { metadata, involvedObject, eventTime } = event;
  const [own, other] = [metadata?.namespace ?? '', involvedObject?.namespace ?? ''];
  // Of things that belong to no namespace.
  const homes = eventTime ? ['default', 'kube-system'] : ['', 'default'];
  const isAtHome = other ? Boolean(eventTime) || own === other : homes.includes(own);
  const errors = isAtHome ? [] : [invalidValue('involvedObject.namespace', other, 'does not match event.namespace')];
  if (eventTime) errors.push(...validateReport(event));
  return [...errors, ...complaints('namespace', own, isDnsSubdomain(own))];
}
