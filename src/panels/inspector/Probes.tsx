import type { Container, Probe } from '../../api/objects.ts';
import { say } from '../../i18n/inspector.ts';
import type { OpenContainer } from '../../scene/near/openPod.ts';
import type { ProbeCounter } from '../../scene/near/probeCounter.ts';
import { probeText } from '../../stage/near/tellInside.ts';
import { ToneMark } from '../ui/StatusWord.tsx';

interface ProbesProperties {
  container: OpenContainer;
  spec: Container;
  now: number;
}

/** The probes of a container: what each asks, how it stands, and how far it is from a change. */
export function Probes({ container, spec, now }: ProbesProperties) {
  if (container.probes.length === 0) return null;
  return (
    <ul className="probes">
      {container.probes.map((probe) => (
        <li key={probe.kind}>
          <ToneMark tone={toneOf(probe)} />
          <div>
            <p>
              <span className="probe-ticks" aria-hidden="true">
                {ticksOf(probe).map((isCounted, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no identity
                  <i key={index} data-counted={isCounted ? probe.counts : undefined} />
                ))}
              </span>
              {probeText(probe, now)}
            </p>
            <p className="quiet mono">{askText(spec[`${probe.kind}Probe`])}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** More ticks than this only repeat what the words say. */
const mostTicks = 10;

const ticksOf = ({ count, of }: ProbeCounter): boolean[] =>
  of > mostTicks ? [] : Array.from({ length: of }, (_, index) => index < count);

function toneOf({ standing }: ProbeCounter): 'good' | 'bad' | 'waiting' | 'quiet' {
  if (standing === 'Success') return 'good';
  if (standing === 'Failure') return 'bad';
  return standing === 'Unknown' ? 'waiting' : 'quiet';
}

/** `GET :8080/healthz · every 10 s, fails after 3`: a probe in a line. */
function askText(probe: Probe | undefined): string {
  if (!probe) return '';
  const { httpGet, tcpSocket, grpc, exec, periodSeconds = 10, failureThreshold = 3 } = probe;
  const what = httpGet
    ? `GET :${httpGet.port}${httpGet.path ?? '/'}`
    : tcpSocket
      ? `TCP :${tcpSocket.port}`
      : grpc
        ? `gRPC :${grpc.port}`
        : (exec?.command?.join(' ') ?? '');
  return `${what} · ${say('container.every', { seconds: periodSeconds, failures: failureThreshold })}`;
}
