import type { Service, Stored } from '../../../../../api/objects.ts';
import { quantityOf } from '../../../../../api/quantity.ts';
import { type Evaluator, one } from './evaluator.ts';

const names = ['count/services', 'services', 'services.nodeports', 'services.loadbalancers'];
const count = (amount: number) => quantityOf(amount, 'DecimalSI');

/** Counts Services, and the node ports and load balancers that they ask for. Source: evaluator/core/services.go. */
export const services: Evaluator = {
  handles: () => true,
  matchingResources: (given) => given.filter((name) => names.includes(name)),
  usage(object) {
    const { type, ports = [], allocateLoadBalancerNodePorts } = (object as Stored<Service>).spec ?? {};
    const isBalanced = type === 'LoadBalancer';
    const asked =
      isBalanced && allocateLoadBalancerNodePorts === false ? ports.filter(({ nodePort }) => nodePort) : ports;
    return {
      'count/services': one,
      services: one,
      'services.nodeports': count(isBalanced || type === 'NodePort' ? asked.length : 0),
      'services.loadbalancers': count(isBalanced ? 1 : 0),
    };
  },
};
