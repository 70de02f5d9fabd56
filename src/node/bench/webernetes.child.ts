import { BaseImage, Cluster, type ProcessContext } from '@ngrok/webernetes';
import { deploymentOf } from './deployment.ts';
import { measureSince } from './measureSince.ts';

/** The same in @ngrok/webernetes, for comparison: `webernetes.child.ts PODS`. Prints a ChildResult. */
const pods = Number(process.argv[2]);

class Web extends BaseImage {
  static readonly imageName = 'web';
  static readonly imageVersion = '1.0';
  readonly defaultCommand = ['server'];
  override async exec(context: ProcessContext): Promise<number> {
    return await context.waitUntilKilled();
  }
}

const cluster = new Cluster();
cluster.registerImage(Web);
await cluster.init();
const ready = new Set<string>();
const allReady = new Promise<void>((resolve) => {
  cluster.informer('pods', (type, pod) => {
    const isReady = pod.status?.conditions?.some((each) => each.type === 'Ready' && each.status === 'True');
    if (type !== 'delete' && isReady) ready.add(pod.metadata?.name ?? '');
    if (ready.size >= pods) resolve();
  });
});
const end = measureSince();
await cluster.apply([deploymentOf(pods, 'web:1.0') as never]);
await allReady;
console.log(JSON.stringify(end()));
process.exit(0);
