import { isFailure } from '../../api/status.ts';
import { call } from '../../cluster/apiserver/apiserver.ts';
import type { ApiRequest } from '../../cluster/apiserver/request.ts';
import '../../cluster/later/provide.ts';
import { bootCluster } from '../../cluster/scenario/boot.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { measureSince } from './measureSince.ts';

/** Calls from outside, checked and admitted as kubectl's are, to an API server with so many Pods: `api.child.ts PODS`. */
const pods = Number(process.argv[2]);

const world = createWorld({ seed: 1 });
bootCluster(world, { nodes: 3 });

const options = { fieldValidation: 'Strict', fieldManager: 'bench' } as const;
const inDefault = { resource: 'pods', namespace: 'default' } as const;
const pod = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: 'web', group: `g${name.length}` } },
  spec: {
    containers: [
      {
        name: 'web',
        image: 'nginx:1.27',
        ports: [{ containerPort: 80 }],
        env: [{ name: 'A', value: '1' }],
        resources: { requests: { cpu: '100m', memory: '64Mi' } },
        readinessProbe: { httpGet: { path: '/', port: 80 } },
      },
    ],
  },
});

function ask(request: ApiRequest): void {
  const { answer } = call(world, request, { actor: 'bench' });
  if (isFailure(answer)) throw new Error(answer.message);
}

/** Calls in a second of CPU. */
function rate(times: number, request: (index: number) => ApiRequest): number {
  const end = measureSince();
  for (let index = 0; index < times; index++) ask(request(index));
  return times / end().cpuSeconds;
}

const fill = rate(pods, (n) => ({ verb: 'create', ...inDefault, object: pod(`web-${n}`), options }));
const create = rate(2000, (n) => ({ verb: 'create', ...inDefault, object: pod(`more-${n}`), options }));
const patch = rate(2000, (n) => ({
  verb: 'patch',
  ...inDefault,
  name: `web-${n}`,
  patchType: 'strategic',
  patch: { metadata: { labels: { step: String(n) } }, spec: { containers: [{ name: 'web', image: 'nginx:1.28' }] } },
  options,
}));
const apply = rate(1000, (n) => ({
  verb: 'patch',
  ...inDefault,
  name: `web-${n}`,
  patchType: 'apply',
  patch: { ...pod(`web-${n}`), metadata: { name: `web-${n}`, labels: { applied: String(n) } } },
  options: { ...options, force: true },
}));
const list = rate(20, () => ({ verb: 'list', ...inDefault }));
const selected = rate(20, () => ({ verb: 'list', ...inDefault, labelSelector: 'step=7' }));
const page = rate(20, () => ({ verb: 'list', ...inDefault, limit: 500 }));
console.log(JSON.stringify({ fill, create, patch, apply, list, selected, page }));
