import { expect, test } from 'vitest';
import '../../later/provide.ts';
import type { KubernetesObject, Pod, PodSpec, Stored } from '../../../api/objects.ts';
import { isFailure } from '../../../api/status.ts';
import { createWorld } from '../../world/create.ts';
import { call } from '../apiserver.ts';
import type { ApiRequest, ApiResponse, Subresource } from '../request.ts';

const cause = { actor: 'test' };
const options = { fieldValidation: 'Strict' } as const;
const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } };
const web = { name: 'web', image: 'nginx:1.27', resources };

/** An API server with a namespace and the Pod `web` in it. */
function served(spec: Partial<PodSpec> = {}) {
  const world = createWorld({ seed: 1 });
  const ask = (request: object): ApiResponse => call(world, { ...request, options } as unknown as ApiRequest, cause);
  const inDefault = { resource: 'pods', namespace: 'default' };
  ask({ verb: 'create', resource: 'namespaces', object: { metadata: { name: 'default' } } });
  ask({ verb: 'create', ...inDefault, object: { metadata: { name: 'web' }, spec: { containers: [web], ...spec } } });
  const patch = (subresource: Subresource | undefined, body: unknown) =>
    ask({ verb: 'patch', ...inDefault, name: 'web', patchType: 'strategic', patch: body, subresource });
  const update = (object: object, subresource?: Subresource) =>
    ask({ verb: 'update', ...inDefault, name: 'web', object, subresource });
  const bind = (object: object) => ask({ verb: 'create', ...inDefault, name: 'web', subresource: 'binding', object });
  const pod = () => call(world, { verb: 'get', ...inDefault, name: 'web' }, cause).answer as Stored<Pod>;
  return { ask, patch, update, bind, pod };
}

function messageOf({ answer }: ApiResponse): string {
  return isFailure(answer) ? answer.message : `accepted ${(answer as KubernetesObject).kind}`;
}

const resize = (container: object) => ({ spec: { containers: [{ name: 'web', ...container }] } });

test('a resize changes cpu and memory, and counts as a change of the spec', () => {
  const { patch, pod } = served();
  expect(messageOf(patch('resize', resize({ resources: { requests: { cpu: '200m' } } })))).toBe('accepted Pod');
  expect(pod().spec?.containers[0]?.resources?.requests).toEqual({ cpu: '200m', memory: '64Mi' });
  expect(pod().metadata.generation).toBe(2);
});

test('a resize leaves all else alone, labels and image too', () => {
  const { patch, pod } = served();
  patch('resize', { metadata: { labels: { a: 'b' } }, ...resize({ image: 'nginx:1.28' }) });
  expect(pod().metadata.labels).toBeUndefined();
  expect(pod().spec?.containers[0]?.image).toBe('nginx:1.27');
});

test('what a container asks for cannot be taken away by a resize', () => {
  const { patch } = served();
  expect(messageOf(patch('resize', resize({ resources: { limits: null } })))).toBe(
    'Pod "web" is invalid: spec.containers[0].resources.limits: Forbidden: resource limits cannot be removed',
  );
});

test('a resize does not change the class of the Pod', () => {
  const { patch } = served();
  const both = { cpu: '1', memory: '64Mi' };
  expect(messageOf(patch('resize', resize({ resources: { limits: both, requests: both } })))).toBe(
    'Pod "web" is invalid: spec: Invalid value: "Burstable": Pod QOS Class may not change as a result of resizing',
  );
});

test('resources other than cpu and memory, and containers, are not resized', () => {
  const { patch } = served();
  const storage = { limits: { 'ephemeral-storage': '1Gi' } };
  expect(messageOf(patch('resize', resize({ resources: storage })))).toBe(
    'Pod "web" is invalid: spec: Forbidden: only cpu and memory resources are mutable',
  );
  expect(messageOf(patch('resize', { spec: { containers: [{ name: 'more', image: 'busybox' }] } }))).toContain(
    'spec.containers: Forbidden: containers may not be added or removed on resize',
  );
});

const debug = { name: 'debug', image: 'busybox:1.36', targetContainerName: 'web' };

test('a container for debugging is added, with the defaults of a container', () => {
  const { patch, pod } = served();
  patch('ephemeralcontainers', { spec: { ephemeralContainers: [debug] } });
  expect(pod().spec?.ephemeralContainers).toMatchObject([{ ...debug, imagePullPolicy: 'IfNotPresent' }]);
});

test('a container for debugging cannot be changed or taken away, and serves nothing', () => {
  const { patch, pod, update } = served();
  patch('ephemeralcontainers', { spec: { ephemeralContainers: [debug] } });
  const changed = { spec: { ephemeralContainers: [{ ...debug, image: 'busybox:1.37' }] } };
  expect(messageOf(patch('ephemeralcontainers', changed))).toContain(
    'existing ephemeral containers "debug" may not be changed\n@@ -1,6 +1,6 @@',
  );
  const { ephemeralContainers: _, ...spec } = pod().spec ?? { containers: [] };
  expect(messageOf(update({ ...pod(), spec }, 'ephemeralcontainers'))).toBe(
    'Pod "web" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers "debug" may not be removed\n',
  );
  const serving = { ...debug, name: 'serving', ports: [{ containerPort: 80 }], targetContainerName: 'nobody' };
  expect(messageOf(patch('ephemeralcontainers', { spec: { ephemeralContainers: [serving] } }))).toBe(
    'Pod "web" is invalid: [spec.ephemeralContainers[0].targetContainerName: Not found: "nobody", spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container]',
  );
});

test('a status update writes the labels, but neither the spec nor the owners', () => {
  const { update, pod } = served();
  const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name: 'n', uid: 'u' }];
  const metadata = { ...pod().metadata, labels: { a: 'b' }, ownerReferences };
  const spec = { containers: [{ name: 'other', image: 'busybox' }] };
  update({ metadata, spec, status: { phase: 'Running' } }, 'status');
  expect(pod().metadata).toMatchObject({ labels: { a: 'b' } });
  expect(pod().metadata.ownerReferences).toBeUndefined();
  expect(pod().spec?.containers[0]?.name).toBe('web');
  expect(pod().status).toEqual({ phase: 'Running', qosClass: 'Burstable' });
});

test('a container that is over stays so where the Pod does not restart it', () => {
  const { patch } = served({ restartPolicy: 'Never' });
  const one = { name: 'web', image: 'nginx:1.27', imageID: '', ready: false, restartCount: 0 };
  const over = { status: { containerStatuses: [{ ...one, state: { terminated: { exitCode: 1 } } }] } };
  expect(messageOf(patch('status', over))).toBe('accepted Pod');
  const again = { status: { containerStatuses: [{ ...one, state: { running: {} } }] } };
  expect(messageOf(patch('status', { status: { ...again.status, qosClass: 'Guaranteed' } }))).toBe(
    'Pod "web" is invalid: [status.qosClass: Invalid value: "Guaranteed": field is immutable, status.containerStatuses[0].state: Forbidden: may not be transitioned to non-terminated state]',
  );
});

test('a binding gives a Pod its node once; what is not right with it is said', () => {
  const { bind, pod } = served();
  const metadata = { name: 'web', labels: { zone: 'a' } };
  expect(messageOf(bind({ metadata: { name: 'api' }, target: { name: 'n' } }))).toBe(
    'name in URL does not match name in Binding object',
  );
  expect(bind({ metadata, target: { kind: 'Pod' } }).answer).toMatchObject({
    code: 500,
    message:
      '[target.kind: Unsupported value: "Pod": supported values: "Node", "<empty>", target.name: Required value]',
  });
  expect(bind({ metadata, target: { kind: 'Node', name: 'node-1' } }).answer).toMatchObject({ status: 'Success' });
  expect(pod()).toMatchObject({ metadata: { labels: { zone: 'a' } }, spec: { nodeName: 'node-1' } });
  expect(messageOf(bind({ metadata, target: { name: 'node-2' } }))).toBe(
    'Operation cannot be fulfilled on pods/binding "web": pod web is already assigned to node "node-1"',
  );
});

test('a Pod that is held back by gates is not bound', () => {
  const { bind } = served({ schedulingGates: [{ name: 'example.com/wait' }] });
  expect(messageOf(bind({ metadata: { name: 'web' }, target: { name: 'n' } }))).toContain(
    'pod web has non-empty .spec.schedulingGates',
  );
});

test('an update is of the object at its path', () => {
  const { update, pod } = served();
  expect(messageOf(update({ ...pod(), metadata: { ...pod().metadata, name: 'api' } }))).toBe(
    'the name of the object (api) does not match the name on the URL (web)',
  );
  expect(messageOf(update({ ...pod(), metadata: { ...pod().metadata, deletionGracePeriodSeconds: 5 } }))).toBe(
    'Pod "web" is invalid: metadata.deletionGracePeriodSeconds: Invalid value: 5: field is immutable',
  );
});

test('a change of a budget must say of which version it is', () => {
  const { ask } = served();
  const spec = { minAvailable: 1, selector: { matchLabels: { app: 'web' } } };
  const place = { resource: 'poddisruptionbudgets', namespace: 'default' };
  ask({ verb: 'create', ...place, object: { metadata: { name: 'web' }, spec } });
  expect(messageOf(ask({ verb: 'update', ...place, name: 'web', object: { metadata: { name: 'web' }, spec } }))).toBe(
    'poddisruptionbudgets.policy "web" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
  );
});

test('other kinds have no such part', () => {
  const { ask } = served();
  const place = { resource: 'configmaps', namespace: 'default', name: 'settings' };
  expect(messageOf(ask({ verb: 'patch', ...place, subresource: 'resize', patchType: 'merge', patch: {} }))).toBe(
    'the server could not find the requested resource',
  );
});
