import { useEffect, useMemo, useState } from 'react';
import type { Node, Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import type { Decision } from '../../client/client.ts';
import { useCluster } from '../../store/cluster.ts';
import { useSession } from '../../store/session.ts';

export type DecisionNow =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  | { state: 'known'; decision: Decision };

/** What the scheduler goes by of the nodes, as a text that changes when it does; their heartbeats do not count. */
export function useNodesText(): string {
  const nodes = useCluster((cluster) => cluster.nodes);
  return useMemo(() => [...nodes.values()].map(nodeText).join('\n'), [nodes]);
}

const texts = new WeakMap<Stored<Node>, string>();

function nodeText(node: Stored<Node>): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const { metadata, spec, status } = node;
  const text = JSON.stringify([metadata.name, metadata.labels, spec?.unschedulable, spec?.taints, status?.allocatable]);
  texts.set(node, text);
  return text;
}

/** What the scheduler would decide about the Pod now. `asked`: whatever tells that the answer may be another one. */
export function useDecisionNow(pod: Stored<Pod>, asked: string): DecisionNow {
  const tank = useSession((session) => session.client?.tank);
  const [answer, setAnswer] = useState<DecisionNow & { uid?: string }>({ state: 'loading' });
  const { namespace = '', name, uid } = pod.metadata;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` tells that the answer may be another one
  useEffect(() => {
    let isOver = false;
    tank
      ?.whatIf({ namespace, name })
      .then(
        (decision): DecisionNow =>
          isFailure(decision) ? { state: 'failed', message: decision.message } : { state: 'known', decision },
      )
      .catch((problem: unknown): DecisionNow => ({ state: 'failed', message: String(problem) }))
      .then((now) => {
        if (!isOver) setAnswer({ ...now, uid });
      });
    return () => {
      isOver = true;
    };
  }, [tank, namespace, name, uid, asked]);
  return answer.uid === uid ? answer : { state: 'loading' };
}
