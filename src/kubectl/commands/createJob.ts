import type { CronJob, KubernetesObject } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { mistake, usageMistake } from '../errors.ts';
import { askObject, type Session } from '../session.ts';
import { getRequest, readTargets } from '../targets.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

/** From an image, or from a CronJob as its controller would. Source: kubectl create_job.go. */
export const createJob: Command = {
  name: 'create job',
  takesWords: true,
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'image', kind: 'text' },
    { name: 'from', kind: 'text' },
  ],
  async run(session, { args, flags, afterDash }) {
    const [name = ''] = args;
    if (args.length !== 1) throw usageMistake('create job', `exactly one NAME is required, got ${args.length}`);
    const [image, from] = [flags.text('image') ?? '', flags.text('from') ?? ''];
    if ((image === '') === (from === '')) throw mistake('either --image or --from must be specified');
    if (afterDash?.length && from !== '') throw mistake('cannot specify --from and command');
    const job = from === '' ? jobOfImage(name, image, afterDash) : await jobOfCronJob(session, name, from);
    await createMade(session, flags, resourceOf('jobs'), job, (failure) =>
      mistake(`failed to create job: ${failure.message}`),
    );
    return 0;
  },
};

function jobOfImage(name: string, image: string, command: readonly string[] | undefined) {
  const container = { name, image, ...(command && { command: [...command] }), resources: {} };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: { template: { metadata: {}, spec: { containers: [container], restartPolicy: 'Never' } } },
    status: {},
  };
}

async function jobOfCronJob(session: Session, name: string, from: string) {
  const [target] = readTargets([from]);
  if (!target?.name) throw mistake('from must be an existing cronjob');
  const found = await askObject(session, getRequest(session, target.resource, target.name));
  if (found.kind !== 'CronJob') throw mistake(`unknown object type *v1.${found.kind}`);
  const { metadata, spec } = found as CronJob & KubernetesObject;
  const { labels, annotations } = spec?.jobTemplate.metadata ?? {};
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      ...(labels && { labels }),
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...annotations },
      ownerReferences: [
        { apiVersion: 'batch/v1', kind: 'CronJob', name: metadata.name, uid: metadata.uid, controller: true },
      ],
    },
    spec: spec?.jobTemplate.spec,
    status: {},
  };
}
