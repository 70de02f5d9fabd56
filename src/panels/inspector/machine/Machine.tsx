import { useEffect, useMemo, useRef, useState } from 'react';
import { machines as definitions } from '../../../cluster/kubelet/machines/registry.ts';
import type { MachineMoment, PodMachines } from '../../../cluster/kubelet/state.ts';
import { say } from '../../../i18n/inspector.ts';
import { useSeconds } from '../../ui/time.ts';
import { ageText } from '../ageText.ts';
import type { Inspected } from '../useSelected.ts';
import { ChartList } from './ChartList.tsx';
import { ChartPicture } from './ChartPicture.tsx';
import { chartOf } from './chart.ts';
import { useLast } from './useLast.ts';
import { useMachines } from './useMachines.ts';
import { activePaths, valueText } from './words.ts';
import './machine.css';

/** The statecharts of a Pod and its containers, drawn from the definitions that move them, as they stand now. */
export default function Machine({ object }: Inspected) {
  const { uid, resourceVersion } = object.metadata;
  const answer = useMachines(uid, resourceVersion);
  if (answer.state === 'loading') return <p className="quiet">{say('machine.loading')}</p>;
  if (answer.state === 'foreign') return <p className="quiet">{say('machine.foreign')}</p>;
  if (answer.state === 'failed') return <p className="quiet">{say('machine.failed', { message: answer.message })}</p>;
  if (!answer.machines) return <p className="quiet">{say('machine.none')}</p>;
  return <Machines key={uid} machines={answer.machines} />;
}

interface Entry {
  id: string;
  /** The container that it belongs to. */
  container?: string;
  title: string;
  moment: MachineMoment;
}

/** Every machine of a Pod, in the order in which they are shown. */
function entriesOf({ pod, containers }: PodMachines): Entry[] {
  const own = Object.entries(containers).flatMap(([container, moments]) =>
    moments.map((moment) => {
      const kind = 'kind' in moment.context ? String(moment.context.kind) : '';
      const title = moment.machine === 'probe' ? say('machine.probe', { kind }) : say(`machine.${moment.machine}`);
      return { id: `${container} ${moment.machine} ${kind}`, container, title, moment };
    }),
  );
  return [{ id: 'pod', title: say('machine.pod'), moment: pod }, ...own];
}

function Machines({ machines }: { machines: PodMachines }) {
  const entries = entriesOf(machines);
  const first = entries.find(({ moment }) => moment.machine === 'container') ?? entries[0];
  const [chosen, setChosen] = useState(first?.id);
  const shown = entries.find(({ id }) => id === chosen) ?? first;
  const owners = [undefined, ...Object.keys(machines.containers)];
  return (
    <>
      <p className="hint">{say('machine.hint')}</p>
      {owners.map((owner) => (
        <div key={owner ?? ''} className="machine-group">
          {owner !== undefined && <h3 className="mono">{owner}</h3>}
          <ul className="machine-list">
            {entries
              .filter(({ container }) => container === owner)
              .map((entry) => (
                <Choice
                  key={entry.id}
                  entry={entry}
                  isShown={entry.id === shown?.id}
                  choose={() => setChosen(entry.id)}
                />
              ))}
          </ul>
        </div>
      ))}
      {shown && <Shown key={shown.id} entry={shown} />}
    </>
  );
}

/** One machine in a line: what it is, and where it stands. */
function Choice({ entry, isShown, choose }: { entry: Entry; isShown: boolean; choose(): void }) {
  return (
    <li>
      <button type="button" className="machine-choice" aria-pressed={isShown} onClick={choose}>
        <span>{entry.title}</span>
        <span className="machine-state mono">{valueText(entry.moment.value)}</span>
      </button>
    </li>
  );
}

function Shown({ entry: { title, container, moment } }: { entry: Entry }) {
  const now = useSeconds();
  const transition = useLast(moment);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const chart = useMemo(() => chartOf(definitions[moment.machine]), [moment.machine]);
  const active = activePaths(moment.value);
  const present = valueText(moment.value);
  const age = ageText(now - moment.since);
  const last =
    transition && transition.from !== present ? say('machine.came', { from: transition.from, to: present }) : present;
  return (
    <section className="machine-shown" aria-label={container === undefined ? title : `${container}: ${title}`}>
      <div className="machine-line">
        <p aria-live="polite">
          <span className="mono">{last}</span>
          {transition?.from === present && ` ${say('machine.again')}`}{' '}
          <span className="quiet">{say('time.for', { age })}</span>
        </p>
        <button type="button" className="button" onClick={() => showLit(place.current)}>
          {say('machine.find')}
        </button>
      </div>
      <div ref={place} className="chart-place">
        {width > 0 && <ChartPicture chart={chart} title={title} active={active} present={present} width={width} />}
      </div>
      <ChartList chart={chart} active={active} />
    </section>
  );
}

/** Brings the present state into view: at a narrow panel the picture is longer than the window. */
function showLit(picture: HTMLElement | null): void {
  const behavior = document.documentElement.dataset.motion === 'reduced' ? 'auto' : 'smooth';
  picture?.querySelector('.chart-leaf.chart-lit')?.scrollIntoView({ block: 'center', behavior });
}

/** An element's inner width in pixels at type scale 1, followed. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const scale = (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
    const observer = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth / scale)));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
