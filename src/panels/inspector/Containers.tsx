import type { Container, ContainerState, ContainerStatus, Pod, Probe, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../scene/podFacts.ts';
import { StatusWord } from '../ui/StatusWord.tsx';
import { useSeconds } from '../ui/time.ts';
import { ageText } from './ageText.ts';
import { Fact, Facts } from './Facts.tsx';
import type { Inspected } from './useSelected.ts';

/** The containers of a Pod: how each stands, why, and what it was asked to be. */
export function Containers({ object }: Inspected) {
  const { spec, status } = object as Stored<Pod>;
  const now = useSeconds();
  const list = [
    ...(spec?.initContainers ?? []).map((container) => ({ container, init: true, all: status?.initContainerStatuses })),
    ...(spec?.containers ?? []).map((container) => ({ container, init: false, all: status?.containerStatuses })),
  ];
  return list.map(({ container, init, all }) => (
    <Card
      key={container.name}
      container={container}
      init={init}
      status={all?.find(({ name }) => name === container.name)}
      now={now}
    />
  ));
}

interface CardProperties {
  container: Container;
  init: boolean;
  status: ContainerStatus | undefined;
  now: number;
}

function Card({ container, init, status, now }: CardProperties) {
  const { tone, word } = stateWord(status?.state);
  const last = status?.lastState?.terminated;
  return (
    <section className="card">
      <header>
        <h3 className="mono">{container.name}</h3>
        {init && <span className="badge">{container.restartPolicy === 'Always' ? 'sidecar' : 'init'}</span>}
        <StatusWord tone={tone} word={word} />
      </header>
      <Message state={status?.state} />
      <Facts>
        <Fact name={t('container.since')}>{sinceText(status?.state, now)}</Fact>
        <Fact name="ready">{status && String(status.ready)}</Fact>
        <Fact name={t('identity.restarts')} mono>
          {String(status?.restartCount ?? 0)}
        </Fact>
        {last && (
          <Fact name={t('container.last')}>
            {`${last.reason ?? 'Error'}, exit code ${last.exitCode}${last.finishedAt ? `, ${t('time.ago', { age: ageText(now - fromTimestamp(String(last.finishedAt))) })}` : ''}`}
          </Fact>
        )}
        <Fact name="image" mono>
          {container.image}
        </Fact>
        <Fact name="ports" mono>
          {container.ports?.map((port) => `${port.containerPort}/${port.protocol ?? 'TCP'}`).join(', ')}
        </Fact>
        <Fact name="requests" mono>
          {amounts(container.resources?.requests)}
        </Fact>
        <Fact name="limits" mono>
          {amounts(container.resources?.limits)}
        </Fact>
        <Fact name="startup" mono>
          {probeText(container.startupProbe)}
        </Fact>
        <Fact name="readiness" mono>
          {probeText(container.readinessProbe)}
        </Fact>
        <Fact name="liveness" mono>
          {probeText(container.livenessProbe)}
        </Fact>
      </Facts>
    </section>
  );
}

function Message({ state }: { state: ContainerState | undefined }) {
  const message = state?.waiting?.message ?? state?.terminated?.message;
  return message ? <p className="card-message">{message}</p> : null;
}

function stateWord(state: ContainerState | undefined): { tone: Tone; word: string } {
  if (state?.running) return { tone: 'good', word: 'Running' };
  if (state?.terminated) {
    const { exitCode, reason } = state.terminated;
    return { tone: exitCode === 0 ? 'done' : 'bad', word: `${reason ?? 'Terminated'} (${exitCode})` };
  }
  const reason = state?.waiting?.reason;
  return { tone: reason && /BackOff|Err|Invalid/.test(reason) ? 'bad' : 'waiting', word: reason ?? 'Waiting' };
}

function sinceText(state: ContainerState | undefined, now: number): string | undefined {
  const time = state?.running?.startedAt ?? state?.terminated?.finishedAt;
  return time ? ageText(now - fromTimestamp(String(time))) : undefined;
}

const amounts = (list: Readonly<Record<string, unknown>> | undefined): string =>
  Object.entries(list ?? {})
    .map(([name, amount]) => `${name} ${amount}`)
    .join(', ');

/** `GET :8080/healthz every 10s, 3×`: a probe in a line. */
function probeText(probe: Probe | undefined): string | undefined {
  if (!probe) return undefined;
  const what = probe.httpGet
    ? `GET :${probe.httpGet.port}${probe.httpGet.path ?? '/'}`
    : probe.tcpSocket
      ? `TCP :${probe.tcpSocket.port}`
      : probe.grpc
        ? `gRPC :${probe.grpc.port}`
        : (probe.exec?.command?.join(' ') ?? '');
  return `${what} · ${t('container.every', { seconds: probe.periodSeconds ?? 10, failures: probe.failureThreshold ?? 3 })}`;
}
