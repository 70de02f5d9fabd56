import { Tabs } from 'radix-ui';
import { lazy, Suspense } from 'react';
import { useLanguage } from '../../i18n/i18n.ts';
import { say } from '../../i18n/inspector.ts';
import { useSelection } from '../../store/selection.ts';
import { type InspectorTab, useView } from '../../store/view.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ClientCard } from './ClientCard.tsx';
import { Conditions } from './Conditions.tsx';
import { Events } from './Events.tsx';
import { Heading } from './Heading.tsx';
import { Overview } from './Overview.tsx';
import { isPart, PartCard } from './PartCard.tsx';
import { type Inspected, useSelected } from './useSelected.ts';
import './inspector.css';

const Containers = lazy(() => import('./Containers.tsx'));
const Logs = lazy(() => import('../logs/Logs.tsx'));
const History = lazy(() => import('./lanes/History.tsx'));
const Machine = lazy(() => import('./machine/Machine.tsx'));
const Scheduling = lazy(() => import('../scheduling/Scheduling.tsx'));
const Why = lazy(() => import('./Why.tsx'));

const content: Readonly<Record<InspectorTab, (inspected: Inspected) => React.ReactNode>> = {
  overview: (inspected) => <Overview {...inspected} />,
  containers: (inspected) => <Containers {...inspected} />,
  conditions: (inspected) => <Conditions {...inspected} />,
  events: (inspected) => <Events {...inspected} />,
  logs: (inspected) => <Logs key={inspected.object.metadata.uid} {...inspected} />,
  history: (inspected) => <History key={inspected.object.metadata.uid} {...inspected} />,
  machine: (inspected) => <Machine {...inspected} />,
  scheduling: (inspected) => <Scheduling {...inspected} />,
  why: (inspected) => <Why {...inspected} />,
};

function tabsOf(resource: string): readonly InspectorTab[] {
  if (resource === 'pods')
    return ['overview', 'containers', 'logs', 'conditions', 'history', 'events', 'scheduling', 'machine', 'why'];
  if (resource === 'nodes' || resource === 'deployments') return ['overview', 'conditions', 'events', 'why'];
  return ['overview', 'events', 'why'];
}

/** Tells what sticks below the tabs how high they stand: in a narrow panel they need two rows. */
function tellHeight(list: HTMLElement | null): (() => void) | undefined {
  if (!list) return undefined;
  const observer = new ResizeObserver(() =>
    list.parentElement?.style.setProperty('--tabs-height', `${list.offsetHeight}px`),
  );
  observer.observe(list);
  return () => observer.disconnect();
}

/** Everything about the selected thing. */
export function Inspector() {
  useLanguage();
  const inspected = useSelected();
  const client = useSelection(({ selected }) => (selected?.resource === 'clients' ? selected.key : undefined));
  const part = useSelection(({ selected }) => (selected?.resource === 'parts' ? selected.key : undefined));
  const chosen = useView((view) => view.inspectorTab);
  if (client !== undefined) return <ClientCard name={client} />;
  if (part !== undefined && isPart(part)) return <PartCard part={part} />;
  if (!inspected) return <Empty />;
  const tabs = tabsOf(inspected.selected.resource);
  const tab = tabs.includes(chosen) ? chosen : 'overview';
  return (
    <div className="inspector">
      <Heading {...inspected} />
      <Tabs.Root
        className="tabs"
        value={tab}
        onValueChange={(value) => useView.setState({ inspectorTab: value as InspectorTab })}
      >
        <Tabs.List ref={tellHeight} className="tabs-list" aria-label={say('inspector.title')}>
          {tabs.map((name) => (
            <Tabs.Trigger key={name} value={name} className="tab">
              {say(`inspector.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content key={tab} value={tab} className="tab-content" tabIndex={-1}>
          <Suspense fallback={null}>{content[tab](inspected)}</Suspense>
        </Tabs.Content>
      </Tabs.Root>
    </div>
  );
}

function Empty() {
  return (
    <div className="inspector-empty">
      <h2>{say('inspector.emptyTitle')}</h2>
      <p>{say('inspector.emptyText')}</p>
      <ActionButton id="nextPod" labelled className="button-outline" />
      <ActionButton id="newManifest" labelled className="button-outline" />
    </div>
  );
}
