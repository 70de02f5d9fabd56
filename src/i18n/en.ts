import { actionEn } from './action.en.ts';
import { appEn } from './app.en.ts';
import { stageEn } from './stage.en.ts';
import { transportEn } from './transport.en.ts';

/** Every text of the page in English; `{name}` is filled in. Kubernetes' own words stay as they are in both languages. */
export const en = {
  ...appEn,
  ...actionEn,
  ...stageEn,
  ...transportEn,
  'stage.title': 'Cluster',
  'stage.empty': 'No Pods yet',
  'stage.emptyHint': 'Write a manifest and apply it, and its Pods appear here.',
  'stage.showing': 'Showing {shown} of {total} Pods, failing ones first.',
  'stage.showAll': 'Show all',
  'stage.clients': 'Clients',
  'stage.loadBalancer': 'Load balancer',
  'stage.controlPlane': 'Control plane',
  'stage.unscheduled': 'Not on a node yet',
  'stage.perSecond': '{count}/s',
  'stage.offline': 'no power',
  'stage.cutOff': 'cut off',
} as const;
