import type { EditorTextKey } from '../../../i18n/editor.ts';
import badImage from './bad-image.yaml?raw';
import crash from './crash.yaml?raw';
import cronJob from './cron-job.yaml?raw';
import daemonSet from './daemon-set.yaml?raw';
import deployment from './deployment.yaml?raw';
import hostPort from './host-port.yaml?raw';
import ingress from './ingress.yaml?raw';
import job from './job.yaml?raw';
import needsLabel from './needs-label.yaml?raw';
import pod from './pod.yaml?raw';
import probe from './probe.yaml?raw';
import service from './service.yaml?raw';
import shutDown from './shut-down.yaml?raw';
import statefulSet from './stateful-set.yaml?raw';
import tooBig from './too-big.yaml?raw';
import twoContainers from './two-containers.yaml?raw';

/** A ready manifest: a file here and a line below. */
export interface ExampleManifest {
  title: EditorTextKey;
  text: string;
  /** The kind that asking for a new object of it begins with. */
  kind?: string;
}

export const exampleManifests: readonly ExampleManifest[] = [
  { title: 'manifest.pod', text: pod, kind: 'Pod' },
  { title: 'manifest.twoContainers', text: twoContainers },
  { title: 'manifest.probe', text: probe },
  { title: 'manifest.deployment', text: deployment, kind: 'Deployment' },
  { title: 'manifest.statefulSet', text: statefulSet, kind: 'StatefulSet' },
  { title: 'manifest.daemonSet', text: daemonSet, kind: 'DaemonSet' },
  { title: 'manifest.job', text: job, kind: 'Job' },
  { title: 'manifest.cronJob', text: cronJob, kind: 'CronJob' },
  { title: 'manifest.service', text: service, kind: 'Service' },
  { title: 'manifest.ingress', text: ingress, kind: 'Ingress' },
  { title: 'manifest.crash', text: crash },
  { title: 'manifest.badImage', text: badImage },
  { title: 'manifest.tooBig', text: tooBig },
  { title: 'manifest.needsLabel', text: needsLabel },
  { title: 'manifest.hostPort', text: hostPort },
  { title: 'manifest.shutDown', text: shutDown },
];
