import { isHeaderName, isPortName, isPortNumber } from '../../names.ts';
import type { HTTPGetAction, LifecycleHandler, Probe } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from '../errors.ts';

/** A port by number or by name. Source: ValidatePortNumOrName. */
export function validatePortNumberOrName(port: number | string | undefined, field: string): FieldError[] {
  if (typeof port === 'string') return complaints(field, port, isPortName(port));
  return complaints(field, port ?? 0, isPortNumber(port ?? 0));
}

const schemes = ['HTTP', 'HTTPS'];

function validateHttpGet({ path, port, httpHeaders, ...action }: HTTPGetAction, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const scheme: string = action.scheme ?? '';
  if (!path) errors.push(required(`${field}.path`));
  errors.push(...validatePortNumberOrName(port, `${field}.port`));
  if (!schemes.includes(scheme)) errors.push(unsupported(`${field}.scheme`, scheme, schemes));
  for (const { name = '' } of httpHeaders ?? [])
    errors.push(...complaints(`${field}.httpHeaders`, name, isHeaderName(name)));
  return errors;
}

type Handler = Probe & LifecycleHandler;
type Rule = (handler: Handler, field: string, grace: number | undefined) => FieldError[];

/** What each way of asking a container needs, in the order in which Kubernetes looks for them. Source: validateHandler. */
const rules: { [Kind in 'exec' | 'httpGet' | 'tcpSocket' | 'grpc' | 'sleep']: Rule } = {
  exec: ({ exec }, field) => (exec?.command?.length ? [] : [required(`${field}.command`)]),
  httpGet: ({ httpGet }, field) => (httpGet ? validateHttpGet(httpGet, field) : []),
  tcpSocket: ({ tcpSocket }, field) => validatePortNumberOrName(tcpSocket?.port, `${field}.port`),
  grpc: ({ grpc }, field) => validatePortNumberOrName(grpc?.port ?? 0, `${field}.port`),
  sleep: ({ sleep }, field, grace) => {
    const seconds = sleep?.seconds ?? 0;
    if (grace === undefined || (seconds >= 0 && seconds <= grace)) return [];
    const detail = `must be non-negative and less than terminationGracePeriodSeconds (${grace})`;
    return [invalidValue(field, seconds, detail)];
  },
};

/** How a probe or a hook asks the container: in one way. `grace` is the Pod's termination grace period. */
export function validateHandler(handler: Handler, field: string, grace: number | undefined): FieldError[] {
  const [first, ...others] = Object.entries(rules).filter(([kind]) => handler[kind as keyof typeof rules]);
  if (!first) return [required(field, 'must specify a handler type')];
  const [kind, validate] = first;
  return [
    ...validate(handler, `${field}.${kind}`, grace),
    ...others.map(([other]) => forbidden(`${field}.${other}`, 'may not specify more than 1 handler type')),
  ];
}
