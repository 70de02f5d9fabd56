import type { Container, HTTPGetAction, Lifecycle, LifecycleHandler, Probe } from '../objects.ts';
import { changeField } from './share.ts';

function httpGet(action: HTTPGetAction): HTTPGetAction {
  return action.path && action.scheme
    ? action
    : { ...action, path: action.path || '/', scheme: action.scheme || 'HTTP' };
}

function probe(given: Probe): Probe {
  const out: Probe = {
    ...given,
    timeoutSeconds: given.timeoutSeconds || 1,
    periodSeconds: given.periodSeconds || 10,
    successThreshold: given.successThreshold || 1,
    failureThreshold: given.failureThreshold || 3,
  };
  if (given.httpGet) out.httpGet = httpGet(given.httpGet);
  if (given.grpc && given.grpc.service === undefined) out.grpc = { ...given.grpc, service: '' };
  if (out.initialDelaySeconds === 0) delete out.initialDelaySeconds;
  return out;
}

const handler = (given: LifecycleHandler): LifecycleHandler => changeField(given, 'httpGet', httpGet);
const lifecycle = (given: Lifecycle): Lifecycle =>
  changeField(changeField(given, 'postStart', handler), 'preStop', handler);

/** Fills in probes and hooks, into `out`, a fresh copy of the container. Source: SetDefaults_Probe, SetDefaults_HTTPGetAction. */
export function defaultProbes(out: Container): void {
  if (out.livenessProbe) out.livenessProbe = probe(out.livenessProbe);
  if (out.readinessProbe) out.readinessProbe = probe(out.readinessProbe);
  if (out.startupProbe) out.startupProbe = probe(out.startupProbe);
  if (out.lifecycle) out.lifecycle = lifecycle(out.lifecycle);
}
