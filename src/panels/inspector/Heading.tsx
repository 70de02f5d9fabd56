import type { KubernetesObject, Node, Pod, Stored } from '../../api/objects.ts';
import type { TankParts } from '../../client/client.ts';
import { say } from '../../i18n/inspector.ts';
import { nodeFacts } from '../../scene/nodeFacts.ts';
import { podFacts, type Tone } from '../../scene/podFacts.ts';
import { useTankParts } from '../../store/tankParts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { StatusWord } from '../ui/StatusWord.tsx';
import { Identity } from './Identity.tsx';
import type { Inspected } from './useSelected.ts';
import { workloadStatus } from './workloadStatus.ts';

const actionIds: Readonly<Record<string, readonly string[]>> = {
  pods: ['killContainer', 'deletePod'],
  deployments: ['rolloutRestart', 'rolloutPause', 'rolloutUndo'],
};

/** These stand as icons, with their titles as tooltips: a node has more actions than room. */
const asIcons: ReadonlySet<string> = new Set(['kubelet', 'slow', 'upgrade', 'removeNode']);

/** What can be done to a node as it stands: what was done is offered to be taken back. */
function nodeActionIds(name: string, { poweredOff, cutOff }: TankParts): readonly string[] {
  const power = poweredOff.includes(name) ? 'powerOn' : 'powerOff';
  const network = cutOff.includes(name) ? 'reconnect' : 'cutOff';
  return ['cordon', 'drain', power, network, 'kubelet', 'slow', 'upgrade', 'removeNode'];
}

/** What it is, what it is called, how it fares, and what can be done to it. */
export function Heading({ selected, object, gone }: Inspected) {
  const status = statusOf(object);
  const parts = useTankParts();
  const ids = selected.resource === 'nodes' ? nodeActionIds(object.metadata.name, parts) : actionIds[selected.resource];
  return (
    <header className="heading">
      <div className="heading-line">
        <span className="heading-kind">
          {object.kind}
          {object.metadata.namespace && <span className="heading-namespace"> · {object.metadata.namespace}</span>}
        </span>
        <ActionButton id="deselect" />
      </div>
      <h2 className="heading-name">{object.metadata.name}</h2>
      {gone ? (
        <StatusWord tone="quiet" word={say('inspector.gone')} />
      ) : (
        status && <StatusWord tone={status.tone} word={status.word} />
      )}
      {selected.resource === 'pods' && <Identity pod={object as Stored<Pod>} gone={gone} />}
      {!gone && ids && (
        <fieldset className="heading-actions" aria-label={say('inspector.actions')}>
          {ids.map((id) => (
            <ActionButton key={id} id={id} labelled={!asIcons.has(id)} className="button-outline" />
          ))}
        </fieldset>
      )}
    </header>
  );
}

function statusOf(object: KubernetesObject): { tone: Tone; word: string } | undefined {
  if (object.kind === 'Pod') return podFacts(object as Stored<Pod>);
  if (object.kind === 'Node') {
    const { ready, word, cordoned } = nodeFacts(object as Stored<Node>);
    return { word, tone: ready !== 'True' ? 'bad' : cordoned ? 'waiting' : 'good' };
  }
  return workloadStatus(object);
}
