import { t } from '../i18n/i18n.ts';
import type { ContainerFacts } from '../scene/podFacts.ts';
import type { Box } from '../scene/scene.ts';
import { byOwners } from './byOwners.ts';
import { faultWord } from './words.ts';

/** A box in full words, as a screen reader says it. */
export function sayBox(box: Box): string {
  switch (box.kind) {
    case 'pod': {
      const { facts } = box;
      return t('stage.sayPod', {
        name: box.name,
        status: facts.word,
        ready: facts.readyContainers,
        total: facts.containerCount,
        restarts: facts.restarts,
        ip: facts.ip || t('stage.sayNoIp'),
        where: box.node === undefined ? t('stage.unscheduled') : t('stage.sayOnNode', { node: box.node }),
      });
    }
    case 'node':
      return t('stage.sayNode', {
        name: box.name,
        status: [box.facts.word, ...box.faults.map(faultWord), ...box.facts.pressures].join(', '),
        pods: box.pods.length,
      });
    case 'service':
      return t('stage.sayService', {
        name: box.name,
        type: box.type,
        ip: box.clusterIP,
        ready: box.ready,
        total: box.endpoints.length,
      });
    case 'ingress':
      return t('stage.sayIngress', { name: box.name, hosts: box.hosts.join(', ') });
    case 'client':
      return t('stage.sayClient', { name: box.name, rate: box.client.perSecond });
    case 'owner':
      return byOwners()?.sayOwner(box) ?? box.name;
    case 'part': {
      const name = box.part === 'apiServer' ? `${box.name}, etcd` : box.name;
      return t('stage.sayPart', { name: box.stopped ? `${name}, ${t('stage.stopped')}` : name });
    }
  }
}

/** A container in full words. */
export function sayContainer(container: Pick<ContainerFacts, 'name' | 'image' | 'word' | 'restarts'>): string {
  return t('stage.sayContainer', {
    name: container.name,
    image: container.image,
    state: container.word,
    restarts: container.restarts,
  });
}
