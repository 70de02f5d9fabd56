import { apiVersionOf, resourceOf } from '../../api/resources.ts';
import { mistake } from '../errors.ts';
import { findObjects } from '../targets.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

const cpuPercentIsOld =
  "Flag --cpu-percent has been deprecated, Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).\n";

/** Source: kubectl pkg/cmd/autoscale. */
export const autoscale: Command = {
  name: 'autoscale',
  flags: [
    common.output,
    common.filename,
    common.recursive,
    common.dryRun,
    common.fieldManager,
    { name: 'min', kind: 'number' },
    { name: 'max', kind: 'number' },
    { name: 'cpu', kind: 'text' },
    { name: 'memory', kind: 'text' },
    { name: 'cpu-percent', kind: 'number' },
    { name: 'name', kind: 'text' },
  ],
  async run(session, { args, flags }) {
    const percent = flags.number('cpu-percent');
    if (percent !== undefined) session.err(cpuPercentIsOld);
    const max = flags.number('max');
    if (max === undefined) throw mistake('required flag(s) "max" not set');
    const min = flags.number('min') ?? -1;
    if (max < 1) throw mistake(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
    if (max < min) throw mistake(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`);
    const metrics = [
      ...metric('cpu', percent === undefined ? flags.text('cpu') : `${percent}%`),
      ...metric('memory', flags.text('memory')),
    ];
    const { found, missing } = await findObjects(session, args, flags);
    for (const { resource, object } of found) {
      const { name } = object.metadata;
      const made = {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: flags.text('name') ?? name },
        spec: {
          scaleTargetRef: { kind: resource.kind, name, apiVersion: apiVersionOf(resource) },
          ...(min > 0 && { minReplicas: min }),
          maxReplicas: max,
          ...(metrics.length > 0 && { metrics }),
        },
      };
      await createMade(session, flags, resourceOf('horizontalpodautoscalers'), made, undefined, 'autoscaled');
    }
    return missing > 0 ? 1 : 0;
  },
};

/** `70%` is a share of what is requested, anything else an amount for each Pod. */
function metric(name: string, wanted: string | undefined) {
  if (!wanted) return [];
  const target = wanted.endsWith('%')
    ? { type: 'Utilization', averageUtilization: Number(wanted.slice(0, -1)) }
    : { type: 'AverageValue', averageValue: wanted };
  return [{ type: 'Resource', resource: { name, target } }];
}
