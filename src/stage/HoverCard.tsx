import { useEffect, useRef, useState } from 'react';
import { t, useLanguage } from '../i18n/i18n.ts';
import { boxOfActor } from '../scene/pulses.ts';
import type { Box, OwnerBox } from '../scene/scene.ts';
import { messages } from '../store/messages.ts';
import { useSelection } from '../store/selection.ts';
import { byOwners } from './byOwners.ts';
import type { Engine } from './engine.ts';
import { boxOfReference } from './reference.ts';
import { nodeRows } from './scheduling/sayNode.ts';

/** A small card beside what is pointed at, with what there is no room for on the canvas. */
export function HoverCard({ engine }: { engine: Engine }) {
  useLanguage();
  const card = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<Box>();
  useEffect(() => {
    const look = (): void => {
      const { hovered } = useSelection.getState();
      const under =
        boxOfReference(engine.scene, hovered) ?? (engine.pointed?.kind === 'part' ? engine.pointed : undefined);
      // An opened Pod says all of this itself.
      const told = under?.kind === 'pod' && engine.level === 'near';
      setBox(told ? undefined : under);
      if (under) put(card.current, under, engine);
    };
    const stops = [engine.watchView(look), useSelection.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [engine]);
  useEffect(() => {
    if (box) put(card.current, box, engine);
  }, [box, engine]);
  return (
    <div ref={card} className="stage-card" hidden={!box} aria-hidden="true">
      {box && <CardOf box={box} />}
    </div>
  );
}

function CardOf({ box }: { box: Box }) {
  const rows = rowsOf(box);
  return (
    <>
      <div className="stage-card-name">{box.name}</div>
      {rows.map(([label, value, tone], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity, and the same may come twice
        <div className="stage-card-row" key={`${index} ${label}`}>
          <span>{label}</span>
          <span className={tone ? `stage-tone-${tone}` : undefined}>{value}</span>
        </div>
      ))}
    </>
  );
}

type Row = [label: string, value: string, tone?: string];

function rowsOf(box: Box): Row[] {
  switch (box.kind) {
    case 'pod': {
      const { facts } = box;
      return [
        ['Status', facts.word, facts.tone],
        ['Ready', `${facts.readyContainers}/${facts.containerCount}`],
        ['Restarts', String(facts.restarts)],
        ['IP', facts.ip || '–'],
        ...(facts.owner ? [[facts.owner.kind, facts.owner.name] as Row] : []),
        ['Node', box.node ?? t('stage.unscheduled')],
      ];
    }
    case 'node':
      return [
        ['Status', box.facts.word, box.facts.ready === 'True' ? 'good' : 'bad'],
        ...box.facts.pressures.map((name): Row => [name, 'True', 'waiting']),
        ['IP', box.facts.ip || '–'],
        ['Pods', `${box.pods.length} / ${box.facts.maxPods}`],
        ...nodeRows(box),
      ];
    case 'service':
      return [
        ['Type', box.type],
        ['ClusterIP', box.clusterIP],
        ['Port', box.ports],
        ['Endpoints', t('stage.readyOf', { ready: box.ready, total: box.endpoints.length })],
      ];
    case 'ingress':
      return [['Hosts', box.hosts.join(', ')]];
    case 'client':
      return [['', t('stage.perSecond', { count: box.client.perSecond })]];
    case 'owner':
      return ownerRows(box);
    case 'part':
      return lastMessages(box.id);
  }
}

function ownerRows(box: OwnerBox): Row[] {
  const texts = byOwners();
  if (!texts) return [];
  const rows: Row[] = [[box.ownerKind, texts.countsOf(box), box.facts.tone]];
  const state = texts.stateOf(box);
  const [arithmetic] = texts.arithmeticOf(box);
  if (state) rows.push(['', state]);
  if (arithmetic) rows.push(...arithmetic.split(' · ').map((text): Row => ['', text]));
  return rows;
}

const verbs = { ADDED: 'create', MODIFIED: 'update', DELETED: 'delete' } as const;
const mostMessages = 5;

/** What a part of the control plane wrote last; for the API server, what it was told last. */
function lastMessages(id: string): Row[] {
  const said = messages.toArray().filter((one) => id === 'part/apiServer' || boxOfActor(one.actor) === id);
  return said
    .slice(-mostMessages)
    .reverse()
    .map((one) => [one.actor, `${verbs[one.type]} ${one.resource} ${one.key}`]);
}

/** To the right of the box where there is room, else to its left, and always within the stage. */
function put(card: HTMLDivElement | null, box: Box, { camera, area }: Engine): void {
  if (!card) return;
  const { k, x, y } = camera.camera;
  const right = (box.x + box.width) * k + x + 12;
  const left = box.x * k + x - 12 - card.offsetWidth;
  const within = (value: number, size: number, whole: number): number => Math.max(8, Math.min(value, whole - size - 8));
  const at = right + card.offsetWidth + 8 <= area.clientWidth ? right : left;
  const top = within(box.y * k + y, card.offsetHeight, area.clientHeight);
  card.style.transform = `translate(${within(at, card.offsetWidth, area.clientWidth)}px, ${top}px)`;
}
