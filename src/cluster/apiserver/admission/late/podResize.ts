import { effectiveRequests } from '../../../../api/effective.ts';
import type { Node, Pod, Stored } from '../../../../api/objects.ts';
import { toBytes, toMillicores } from '../../../../api/quantity.ts';
import { getObject } from '../../../world/store.ts';
import { type AdmissionSteps, refuse } from '../admission.ts';

/** Source: recordings/lifecycle INDEX, pod-resize-cpu. Amounts are in millicores and bytes. */
export const podResize: AdmissionSteps = {
  validate(world, object, resource, write) {
    if (write.subresource !== 'resize') return undefined;
    const pod = object as Stored<Pod>;
    const node = getObject<Stored<Node>>(world.store, 'nodes', pod.spec?.nodeName ?? '');
    if (!node) return undefined;
    const { cpu = '0', memory = '0' } = node.status?.allocatable ?? {};
    const requests = effectiveRequests(pod);
    const amounts = [
      ['cpu', requests.milliCPU, toMillicores(cpu)],
      ['memory', requests.memory, toBytes(memory)],
    ] as const;
    const short = amounts.find(([, requested, allocatable]) => requested > allocatable);
    if (!short) return undefined;
    const [name, requested, allocatable] = short;
    const why = `node didn't have enough allocatable resources: ${name}, requested: ${requested}, allocatable: ${allocatable}`;
    return refuse(resource, write, why);
  },
};
