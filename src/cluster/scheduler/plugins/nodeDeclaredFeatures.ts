import type { Node, Pod, Stored } from '../../../api/objects.ts';
import type { Plugin } from '../plugin.ts';

/** A feature of the kubelet, and whether a Pod needs it to run. Source: component-helpers nodedeclaredfeatures. */
const features: readonly { name: string; isNeeded(pod: Stored<Pod>): boolean }[] = [
  {
    name: 'RestartAllContainersOnContainerExits',
    isNeeded: ({ spec }) =>
      [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].some(({ restartPolicyRules }) =>
        restartPolicyRules?.some(({ action }) => action === 'RestartAllContainers'),
      ),
  },
];

const needs = (pod: Stored<Pod>): string[] => features.filter(({ isNeeded }) => isNeeded(pod)).map(({ name }) => name);

const declares = (node: object, wanted: readonly string[]): boolean => {
  const { declaredFeatures = [] } = (node as Node).status ?? {};
  return wanted.every((feature) => declaredFeatures.includes(feature));
};

/** Refuses nodes whose kubelet does not declare what the Pod needs of it. */
export const nodeDeclaredFeatures: Plugin = {
  name: 'NodeDeclaredFeatures',
  preFilter(pod) {
    const wanted = needs(pod);
    if (wanted.length === 0) return 'skip';
    return {
      check: ({ node }) =>
        declares(node, wanted)
          ? undefined
          : { code: 'UnschedulableAndUnresolvable', reasons: ["node(s) didn't match Pod's required features"] },
    };
  },
  mayHelp: (pod, { what, change: { object, previous } }) => {
    if (what === 'own') return true;
    const wanted = needs(pod);
    return what === 'node' && declares(object, wanted) && (previous === undefined || !declares(previous, wanted));
  },
};
