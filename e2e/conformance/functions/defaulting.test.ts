import { parse } from 'yaml';
import { canonicalize } from '../../../src/api/canonical.ts';
import { applyDefaults } from '../../../src/api/defaults/registry.ts';
import type { Node, ObjectMeta, ObjectToWrite, Pod, Service } from '../../../src/api/objects.ts';
import { resourceOfKind } from '../../../src/api/resources.ts';
import { readCases, testCases } from './recorded.ts';

const isToken = ({ name }: { name: string }) => name === 'kube-api-access-xxxxx';
const isAdded = ({ key = '', tolerationSeconds }: { key?: string; tolerationSeconds?: number }) =>
  tolerationSeconds === 300 && /^node.kubernetes.io\/(not-ready|unreachable)$/.test(key);

/** The list without what admission adds; absent where nothing is left. */
function without<T>(list: T[] | undefined, added: (element: T) => boolean): T[] | undefined {
  const kept = list?.filter((element) => !added(element));
  return kept?.length ? kept : undefined;
}

function withoutPodAdmission({ spec, metadata }: Pod): object {
  const { priority: _p, preemptionPolicy: _pp, priorityClassName: _pc, ...rest } = spec!;
  const containers = (list: typeof rest.containers | undefined) =>
    list?.map((container) => ({ ...container, volumeMounts: without(container.volumeMounts, isToken) }));
  const isDefaultAccount = rest.serviceAccountName === 'default';
  return {
    metadata,
    spec: {
      ...rest,
      ...(isDefaultAccount && { serviceAccountName: undefined, serviceAccount: undefined }),
      volumes: without(rest.volumes, isToken),
      tolerations: without(rest.tolerations, isAdded),
      containers: containers(rest.containers),
      initContainers: containers(rest.initContainers),
    },
  };
}

/** Cluster IPs and node ports are allocated; the taint of a new Node is the work of admission. */
function withoutAllocations(object: Service & Node): object {
  if (object.kind === 'Namespace') return { ...object, spec: undefined };
  if (object.kind === 'Node') return { ...object, spec: { ...object.spec, taints: undefined } };
  if (object.kind !== 'Service') return object;
  const {
    clusterIP: _ip,
    clusterIPs: _ips,
    ipFamilies: _f,
    ipFamilyPolicy: _p,
    healthCheckNodePort: _h,
    ...spec
  } = object.spec as NonNullable<Service['spec']>;
  return { ...object, spec: { ...spec, ports: spec.ports?.map(({ nodePort: _n, ...port }) => port) } };
}

/** The object without what is not the work of defaults. */
function compared(object: ObjectToWrite): object {
  const { generation: _g, namespace: _n, name, ...metadata } = object.metadata as ObjectMeta;
  const whole = { ...object, metadata: metadata.generateName ? metadata : { name, ...metadata } };
  return object.kind === 'Pod' ? withoutPodAdmission(whole as Pod) : withoutAllocations(whole as Service & Node);
}

function stored(yaml: string): object {
  const object = parse(yaml, { version: '1.1' }) as ObjectToWrite;
  const plural = resourceOfKind(object.apiVersion ?? '', object.kind ?? '')!.plural;
  return compared(applyDefaults(plural, canonicalize(plural, object)));
}

const limitRange = 'LimitRanges are not served';
testCases(
  readCases<string, ObjectToWrite>('defaulting.json').map((recorded) => ({ ...recorded, out: compared(recorded.out) })),
  stored,
  {
    'Pod: topology spread with matchLabelKeys': 'keys become expressions where the Pod is created, in the cluster',
    'Pod: limit range gives defaults': limitRange,
    'Pod: limit range and limits given': limitRange,
    'Pod: limit range with max only': limitRange,
    'Pod: limit range with init container': limitRange,
  },
);
