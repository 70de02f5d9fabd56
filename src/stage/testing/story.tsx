import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import { createRoot } from 'react-dom/client';
import type { Pod, Stored } from '../../api/objects.ts';
import { toTimestamp } from '../../api/time.ts';
import { createChance, pick } from '../../cluster/world/chance.ts';
import { generateCluster, generatedNow, generatePod, generateTraffic } from '../../scene/testing/generateCluster.ts';
import { setClock, virtualNow } from '../../store/clock.ts';
import { applyToCluster, resetCluster, useCluster } from '../../store/cluster.ts';
import { messages } from '../../store/messages.ts';
import { useSelection } from '../../store/selection.ts';
import { stageControls } from '../../store/stageControls.ts';
import { takeTraffic } from '../../store/traffic.ts';
import { Stage } from '../Stage.tsx';
import { showTheme } from './theme.ts';

// Shows a generated cluster, for looking at: story.html?nodes=3&pods=12&services=3&theme=light&trouble=0.3&rate=20&zoom=2
const asked = new URLSearchParams(location.search);
const number = (name: string, otherwise: number): number => Number(asked.get(name) ?? otherwise);
showTheme(asked);

const pods = number('pods', 12);
const input = generateCluster({
  nodes: number('nodes', 3),
  pods,
  services: number('services', 3),
  trouble: number('trouble', 0),
});
const resources = {
  nodes: input.nodes,
  pods: input.pods,
  services: input.services,
  ingresses: input.ingresses,
  endpointslices: input.endpointSlices,
};
const objects = Object.entries(resources).flatMap(([resource, map]) =>
  [...map.values()].map((object) => ({ resource, object })),
);
resetCluster(objects, 1);

const speed = number('speed', 1);
const clock = { now: generatedNow, start: generatedNow - 300_000, latest: generatedNow, earliest: 0, speed };
setClock({ ...clock, running: asked.has('run') });
const rate = number('rate', 20);
takeTraffic({ requests: rate > 0 ? generateTraffic(input, rate, 12) : [], clients: [...input.clients] });
for (const [index, actor] of [
  'kubectl',
  'default-scheduler',
  'deployment-controller',
  'kubelet/node-1',
  'kubelet/node-3',
].entries())
  messages.push({
    at: generatedNow - 100 - index * 90,
    actor,
    type: 'MODIFIED',
    resource: 'pods',
    key: 'default/x',
    uid: 'x',
    revision: index,
  });

createRoot(document.getElementById('root') as HTMLElement).render(<Stage />);

if (asked.has('run')) {
  const began = performance.now();
  let sent = 0;
  const tick = (): void => {
    const elapsed = (performance.now() - began) * speed;
    setClock({ ...clock, now: generatedNow + elapsed, running: true });
    const due = Math.floor((elapsed / 1000) * rate);
    const more = generateTraffic(input, rate, 1, due + 7).slice(0, due - sent);
    takeTraffic({
      requests: more.map((one, index) => ({
        ...one,
        id: 100_000 + sent + index + 1,
        sentAt: generatedNow + elapsed,
        answeredAt: generatedNow + elapsed + 8,
        hops: one.hops.map((hop) => ({ ...hop, at: generatedNow + elapsed })),
      })),
      clients: [...input.clients],
    });
    sent = due;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

const act = (): void => {
  const zoom = number('zoom', 0);
  if (zoom > 0) stageControls()?.zoomBy(zoom);
  const select = asked.get('select');
  if (select === 'pod') {
    const pod = [...input.pods.values()][0];
    if (pod)
      useSelection.getState().select({ resource: 'pods', key: `default/${pod.metadata.name}`, uid: pod.metadata.uid });
    if (asked.has('reveal')) stageControls()?.reveal();
  }
  if (select === 'service') useSelection.getState().select({ resource: 'services', key: 'default/web' });
};
setTimeout(act, 300);

// churn=5: five times a second, a Pod is deleted, or one restarts, or a new one comes.
const churn = number('churn', 0);
const chance = createChance(7);
let turn = 0;
const change = (): void => {
  turn++;
  const present = [...useCluster.getState().pods.values()];
  const pod = pick(chance, present) as Stored<Pod>;
  const send = (type: 'ADDED' | 'MODIFIED' | 'DELETED', object: Stored<Pod>): void => {
    messages.push({
      at: virtualNow(),
      actor: type === 'ADDED' ? 'replicaset-controller' : `kubelet/${pod.spec?.nodeName}`,
      type,
      resource: 'pods',
      key: '',
      uid: object.metadata.uid,
      revision: turn,
    });
    applyToCluster([{ type, resource: 'pods', object }]);
  };
  if (turn % 2 === 0) {
    const statuses =
      pod.status?.containerStatuses?.map((one) => ({ ...one, restartCount: one.restartCount + 1 })) ?? [];
    send('MODIFIED', { ...pod, status: { ...pod.status, containerStatuses: statuses } });
    return;
  }
  const until = toTimestamp(virtualNow() + 4000);
  send('MODIFIED', { ...pod, metadata: { ...pod.metadata, deletionTimestamp: until, deletionGracePeriodSeconds: 4 } });
  const fresh = generatePod(chance, 'web', 'abcdefghi', pod.spec?.nodeName ?? '', turn);
  send('ADDED', { ...fresh, spec: { containers: [] }, status: { phase: 'Pending' } });
  setTimeout(() => send('MODIFIED', fresh), 900);
  setTimeout(() => send('DELETED', pod), 4100);
};
if (churn > 0) setInterval(change, 1000 / churn);
