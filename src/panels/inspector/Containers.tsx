import { isMissing } from '../../actions/images.ts';
import type { Container, ContainerStatus, Pod, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import { say } from '../../i18n/inspector.ts';
import { nt } from '../../i18n/near.ts';
import { type OpenContainer, openPod } from '../../scene/near/openPod.ts';
import { countdownText, meaningText } from '../../stage/near/nearTexts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { StatusWord } from '../ui/StatusWord.tsx';
import { useSeconds } from '../ui/time.ts';
import { ageText } from './ageText.ts';
import { Fact, Facts } from './Facts.tsx';
import { Probes } from './Probes.tsx';
import { UsageBars } from './UsageBars.tsx';
import { useInsideOf } from './useInsideOf.ts';
import type { Inspected } from './useSelected.ts';
import { Volumes } from './Volumes.tsx';

/** The containers of a Pod: how each stands, why, and what it was asked to be; and the volumes that they share. */
export default function Containers({ object }: Inspected) {
  const pod = object as Stored<Pod>;
  const now = useSeconds();
  const open = openPod(pod, useInsideOf(pod.metadata.uid));
  const { spec, status = {} } = pod;
  // An ephemeral container has all fields of a container, though it may use only some.
  const ephemeral = (spec?.ephemeralContainers ?? []) as readonly Container[];
  const specs = [...(spec?.initContainers ?? []), ...(spec?.containers ?? []), ...ephemeral];
  const statuses = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
    ...(status.ephemeralContainerStatuses ?? []),
  ];
  return (
    <>
      {open.containers.map((container, index) => (
        <Card
          key={container.name}
          container={container}
          spec={specs[index] ?? { name: container.name }}
          status={statuses.find(({ name }) => name === container.name)}
          now={now}
        />
      ))}
      <Volumes volumes={open.volumes} />
    </>
  );
}

interface CardProperties {
  container: OpenContainer;
  spec: Container;
  status: ContainerStatus | undefined;
  now: number;
}

function Card({ container, spec, status, now }: CardProperties) {
  const { name, role, state, tone, ready, countdown, processes, log } = container;
  const word = state === 'running' && !ready && role !== 'ephemeral' ? nt('near.notReady') : container.word;
  return (
    <section className="card" aria-label={say('container.card', { name })}>
      <header>
        <h3 className="mono">{name}</h3>
        {role !== 'main' && <span className="badge">{role}</span>}
        <StatusWord tone={tone} word={word} />
      </header>
      {countdown && <p className="card-countdown">{countdownText(countdown, now)}</p>}
      <Message status={status} />
      <Facts>
        <Fact name={say('container.since')}>{sinceText(status, now)}</Fact>
        <Fact name={say('container.ended')}>{status?.state?.terminated && endText(status.state.terminated, now)}</Fact>
        <Fact name={say('container.last')}>
          {status?.lastState?.terminated && endText(status.lastState.terminated, now)}
        </Fact>
        <Fact name={say('identity.restarts')} mono>
          {String(container.restarts)}
        </Fact>
        <Fact name="image" mono>
          {container.image}
        </Fact>
        <Fact name="ports" mono>
          {portsText(container, spec)}
        </Fact>
        <Fact name={say('container.processes')} mono>
          {processes.length > 0 && processes.map(({ pid, command }) => <div key={pid}>{`${pid} ${command}`}</div>)}
        </Fact>
      </Facts>
      <UsageBars container={container} />
      <Probes container={container} spec={spec} now={now} />
      {log.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to with the keyboard
        <section className="card-log" tabIndex={0} aria-label={say('container.log')}>
          <pre>{log.join('\n')}</pre>
        </section>
      )}
    </section>
  );
}

function Message({ status }: { status: ContainerStatus | undefined }) {
  const message = status?.state?.waiting?.message ?? status?.state?.terminated?.message;
  if (!message) return null;
  return (
    <>
      <p className="card-message">{message}</p>
      {isMissing(status?.state?.waiting?.reason) && (
        <ActionButton id="declareImage" labelled className="button-outline card-action" />
      )}
    </>
  );
}

function sinceText(status: ContainerStatus | undefined, now: number): string | undefined {
  const time = status?.state?.running?.startedAt ?? status?.state?.terminated?.finishedAt;
  return time ? ageText(now - fromTimestamp(String(time))) : undefined;
}

type Ended = NonNullable<NonNullable<ContainerStatus['state']>['terminated']>;

/** `OOMKilled, exit code 137 (SIGKILL), 12s ago`. */
function endText({ reason, exitCode, finishedAt }: Ended, now: number): string {
  const words = [reason ?? 'Error', say('container.exit', { code: exitCode, meaning: meaningText(exitCode) })];
  if (finishedAt) words.push(say('time.ago', { age: ageText(now - fromTimestamp(String(finishedAt))) }));
  return words.join(', ');
}

/** `80/TCP, listening`: what is declared, what somebody listens on, and where these differ. */
function portsText({ listening, declared }: OpenContainer, { ports }: Container): string {
  const own = (ports ?? []).map(({ containerPort, protocol = 'TCP' }) => {
    const says = listening.includes(containerPort) ? `, ${say('container.listening')}` : '';
    return `${containerPort}/${protocol}${says}`;
  });
  const others = listening.filter((port) => !declared.includes(port));
  return [...own, ...others.map((port) => `${port}, ${say('container.undeclared')}`)].join('; ');
}
