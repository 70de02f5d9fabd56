import type { Container, HTTPGetAction, Lifecycle, LifecycleHandler, Probe } from '../objects.ts';
import { changeField, sameOr } from './share.ts';

function httpGet(action: HTTPGetAction): HTTPGetAction {
  if (action.path && action.scheme) return action;
  const out: HTTPGetAction = { path: '/', scheme: 'HTTP', ...action };
  out.path ||= '/';
  out.scheme ||= 'HTTP';
  return out;
}

function probe(given: Probe): Probe {
  // Defaults first and the rest spread over them: see container in podSpec.ts.
  const out: Probe = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3, ...given };
  out.timeoutSeconds ||= 1;
  out.periodSeconds ||= 10;
  out.successThreshold ||= 1;
  out.failureThreshold ||= 3;
  if (given.httpGet) out.httpGet = httpGet(given.httpGet);
  if (given.grpc && given.grpc.service === undefined) out.grpc = { ...given.grpc, service: '' };
  return sameOr(given, out);
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
