import { isHeaderName, isPortName, isPortNumber } from '../names.ts';
import type { Container, HTTPGetAction, Lifecycle, LifecycleHandler, Probe } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, complaints, forbidden, invalidValue, required, unsupported } from './errors.ts';

/** A port by number or by name. Source: ValidatePortNumOrName. */
export function validatePortNumberOrName(port: number | string | undefined, field: string): FieldError[] {
  if (typeof port === 'string') return complaints(field, port, isPortName(port));
  return complaints(field, port ?? 0, isPortNumber(port ?? 0));
}

function validateHttpGet(action: HTTPGetAction, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!action.path) errors.push(required(`${field}.path`));
  errors.push(...validatePortNumberOrName(action.port, `${field}.port`));
  if (action.scheme !== 'HTTP' && action.scheme !== 'HTTPS')
    errors.push(unsupported(`${field}.scheme`, action.scheme ?? '', ['HTTP', 'HTTPS']));
  for (const header of action.httpHeaders ?? [])
    errors.push(...complaints(`${field}.httpHeaders`, header.name, isHeaderName(header.name ?? '')));
  return errors;
}

const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

function validateHandler(handler: Probe & LifecycleHandler, field: string, grace: number | undefined): FieldError[] {
  const errors: FieldError[] = [];
  let count = 0;
  for (const kind of handlers) {
    if (!handler[kind]) continue;
    const at = `${field}.${kind}`;
    if (count++ > 0) errors.push(forbidden(at, 'may not specify more than 1 handler type'));
    else if (kind === 'exec') {
      if (!handler.exec?.command?.length) errors.push(required(`${at}.command`));
    } else if (kind === 'httpGet' && handler.httpGet) errors.push(...validateHttpGet(handler.httpGet, at));
    else if (kind === 'tcpSocket') errors.push(...validatePortNumberOrName(handler.tcpSocket?.port, `${at}.port`));
    else if (kind === 'grpc')
      errors.push(...complaints(`${at}.port`, handler.grpc?.port ?? 0, isPortNumber(handler.grpc?.port ?? 0)));
    else if (kind === 'sleep') errors.push(...validateSleep(handler.sleep?.seconds ?? 0, grace, at));
  }
  if (count === 0) errors.push(required(field, 'must specify a handler type'));
  return errors;
}

function validateSleep(seconds: number, grace: number | undefined, field: string): FieldError[] {
  if (seconds >= 0 && seconds <= (grace ?? 0)) return [];
  return [
    invalidValue(field, seconds, `must be non-negative and less than terminationGracePeriodSeconds (${grace ?? 0})`),
  ];
}

function validateProbe(probe: Probe, field: string): FieldError[] {
  const errors = validateHandler(probe, field, undefined);
  for (const name of [
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'successThreshold',
    'failureThreshold',
  ] as const)
    errors.push(...checkNotNegative(`${field}.${name}`, probe[name]));
  const grace = probe.terminationGracePeriodSeconds;
  if (grace !== undefined && grace <= 0)
    errors.push(invalidValue(`${field}.terminationGracePeriodSeconds`, grace, 'must be greater than 0'));
  return errors;
}

function validateOnce(probe: Probe, field: string): FieldError[] {
  const errors = validateProbe(probe, field);
  if (probe.successThreshold !== undefined && probe.successThreshold !== 1)
    errors.push(invalidValue(`${field}.successThreshold`, probe.successThreshold, 'must be 1'));
  return errors;
}

/** The three probes of a container. */
export function validateProbes(container: Container, field: string): FieldError[] {
  const { livenessProbe, readinessProbe, startupProbe } = container;
  const errors: FieldError[] = [];
  if (livenessProbe) errors.push(...validateOnce(livenessProbe, `${field}.livenessProbe`));
  if (readinessProbe) {
    errors.push(...validateProbe(readinessProbe, `${field}.readinessProbe`));
    if (readinessProbe.terminationGracePeriodSeconds !== undefined)
      errors.push(
        invalidValue(
          `${field}.readinessProbe.terminationGracePeriodSeconds`,
          readinessProbe.terminationGracePeriodSeconds,
          'must not be set for readinessProbes',
        ),
      );
  }
  if (startupProbe) errors.push(...validateOnce(startupProbe, `${field}.startupProbe`));
  return errors;
}

/** The hooks of a container; `grace` is the Pod's termination grace period. */
export function validateLifecycle(
  lifecycle: Lifecycle | undefined,
  field: string,
  grace: number | undefined,
): FieldError[] {
  const errors: FieldError[] = [];
  if (lifecycle?.postStart) errors.push(...validateHandler(lifecycle.postStart, `${field}.postStart`, grace));
  if (lifecycle?.preStop) errors.push(...validateHandler(lifecycle.preStop, `${field}.preStop`, grace));
  return errors;
}
