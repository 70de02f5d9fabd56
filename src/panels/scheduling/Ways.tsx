import { actionContext } from '../../actions/action.ts';
import { perform } from '../../actions/perform.ts';
import { actionOf } from '../../actions/registry.ts';
import { send } from '../../actions/send.ts';
import { controllerOf, type Deployment, type Pod, type Stored } from '../../api/objects.ts';
import type { Decision } from '../../client/client.ts';
import { st } from '../../i18n/scheduling.ts';
import { useCluster } from '../../store/cluster.ts';
import { notify } from '../../store/notices.ts';
import { type Place, placeOf, requestsFor } from './mend/doing.ts';
import { sayChanges } from './mend/sayChange.ts';
import type { Way } from './mend/smallestChange.ts';
import { useWays } from './useWays.ts';

interface Properties {
  pod: Stored<Pod>;
  decision: Decision;
  /** The node that it is to land on; any, if not given. */
  wanted?: string;
}

/** What would let the Pod land: the smallest changes, in words, each with a button that makes them. */
export function Ways({ pod, decision, wanted }: Properties) {
  const search = useWays(pod, decision, wanted);
  if (!search) return <p className="quiet">{st('mend.searching')}</p>;
  const { ways, tried, cutOff } = search;
  if (ways.length === 0) {
    const plugin = decision.preFilter?.plugin ?? decision.rejected[0]?.rejection.plugin ?? '';
    if (/Volume/.test(plugin)) return <p>{st('mend.volumes')}</p>;
    const cut = cutOff ? ` ${st('mend.cutOff')}` : '';
    return <p>{tried > 0 ? `${st('mend.none', { tried })}${cut}` : st('mend.noneKnown', { plugin })}</p>;
  }
  return (
    <>
      <ol className="ways">
        {ways.map((way, index) => (
          <li key={sayChanges(way.changes)}>
            <WayLine way={way} isFirst={index === 0} pod={pod} wanted={wanted} />
          </li>
        ))}
      </ol>
      {tried > 0 && <p className="hint">{st('mend.proven')}</p>}
    </>
  );
}

function WayLine({
  way: { changes, decision },
  isFirst,
  pod,
  wanted,
}: {
  way: Way;
  isFirst: boolean;
  pod: Stored<Pod>;
  wanted: string | undefined;
}) {
  const words = sayChanges(changes);
  const places = changes.map((change) => placeOf(pod, change, deploymentOf));
  const where = places.map(sayPlace).find(Boolean);
  const said = where ? `${words} (${where})` : words;
  const cluster = useCluster.getState();
  const requests = changes.map((change, index) =>
    requestsFor(change, pod, places[index] ?? { place: 'elsewhere' }, cluster),
  );
  const canBeDone = requests.every(Boolean);
  const doIt = async (): Promise<void> => {
    try {
      for (const request of requests.flatMap((list) => list ?? [])) await send(actionContext(), request);
      notify('done', st('mend.done', { changes: words }));
    } catch (problem) {
      notify('error', st('mend.refused', { changes: words }), problem instanceof Error ? problem.message : '');
    }
  };
  return (
    <>
      <p>{sentence(isFirst, said, decision.node, wanted)}</p>
      {canBeDone ? (
        <button
          type="button"
          className="button button-outline"
          aria-label={st('mend.doThis', { changes: words })}
          onClick={() => void doIt()}
        >
          {st('mend.do')}
        </button>
      ) : (
        changes.some(({ on }) => on === 'pod') && (
          <button type="button" className="button button-outline" onClick={() => void perform(actionOf('openEditor'))}>
            {st('mend.yaml')}
          </button>
        )
      )}
    </>
  );
}

function sentence(isFirst: boolean, changes: string, node: string | undefined, wanted: string | undefined): string {
  if (wanted !== undefined)
    return isFirst ? st('mend.there', { node: wanted, changes }) : st('mend.thereOr', { changes });
  if (node === undefined) return st('mend.first', { changes });
  return isFirst ? st('mend.smallest', { changes, node }) : st('mend.or', { changes, node });
}

function sayPlace(place: Place): string {
  if (place.place === 'template') {
    return st('mend.inTemplate', { kind: 'Deployment', name: place.deployment.metadata.name });
  }
  return place.place === 'anew' ? st('mend.anew') : '';
}

function deploymentOf(pod: Stored<Pod>): Stored<Deployment> | undefined {
  const { replicaSets, deployments } = useCluster.getState();
  const owner = controllerOf(pod);
  if (owner?.kind !== 'ReplicaSet') return undefined;
  const replicaSet = replicaSets.get(`${pod.metadata.namespace}/${owner.name}`);
  const above = replicaSet && controllerOf(replicaSet);
  return above?.kind === 'Deployment' ? deployments.get(`${pod.metadata.namespace}/${above.name}`) : undefined;
}
