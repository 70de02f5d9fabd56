import { say } from '../../i18n/inspector.ts';
import { bytesText, coresText } from '../../scene/near/amounts.ts';
import type { Gauge, OpenContainer } from '../../scene/near/openPod.ts';

/** Memory and CPU of a container: used, with marks at request and limit, and the same in numbers. */
export function UsageBars({ container: { memory, cpu } }: { container: OpenContainer }) {
  if (!memory && !cpu) return null;
  return (
    <div className="usage">
      {memory && <Bar name={say('container.memory')} gauge={memory} print={bytesText} />}
      {cpu && <Bar name="CPU" gauge={cpu} print={coresText} />}
    </div>
  );
}

/** From this share of its limit on a container is close to it. */
const close = 0.9;

function Bar({ name, gauge, print }: { name: string; gauge: Gauge; print(amount: number): string }) {
  const { used, request, limit } = gauge;
  const most = limit ?? (request === undefined ? undefined : Math.max(request * 1.5, (used ?? 0) * 1.25));
  const place = (amount: number): string => `${Math.min(1, most ? amount / most : 0) * 100}%`;
  const numbers = [
    say('container.used', { amount: used === undefined ? '–' : print(used) }),
    ...(request === undefined ? [] : [`request ${print(request)}`]),
    ...(limit === undefined ? [] : [`limit ${print(limit)}`]),
  ];
  return (
    <div className="usage-row">
      <span className="gauge-name">{name}</span>
      <span className="mono gauge-number">{numbers.join(' · ')}</span>
      {most !== undefined && (
        <span className="usage-track" aria-hidden="true">
          <i
            className={limit !== undefined && (used ?? 0) > close * limit ? 'usage-fill usage-close' : 'usage-fill'}
            style={{ width: place(used ?? 0) }}
          />
          {request !== undefined && <i className="usage-request" style={{ left: place(request) }} />}
          {limit !== undefined && <i className="usage-limit" />}
        </span>
      )}
    </div>
  );
}
