import type { CronJob } from '../objects.ts';
import { formatLabelSelector } from '../selectors/labels.ts';
import { ageSince } from './age.ts';
import { ageColumn, boolean, containersColumn, imagesColumn, integer, nameColumn, text, wide } from './columns.ts';
import { printer } from './printer.ts';
import { containerCells } from './template.ts';

export const cronJobPrinter = printer<CronJob>(
  'CronJob',
  [
    nameColumn,
    text('Schedule', 'The schedule in Cron format, see https://en.wikipedia.org/wiki/Cron.'),
    text(
      'Timezone',
      'The time zone name for the given schedule, see https://en.wikipedia.org/wiki/List_of_tz_database_time_zones. If not specified, this will default to the time zone of the kube-controller-manager process. The set of valid time zone names and the time zone offset is loaded from the system-wide time zone database by the API server during CronJob validation and the controller manager during execution. If no system-wide time zone database can be found a bundled version of the database is used instead. If the time zone name becomes invalid during the lifetime of a CronJob or due to a change in host configuration, the controller will stop creating new new Jobs and will create a system event with the reason UnknownTimeZone. More information can be found in https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
    ),
    boolean(
      'Suspend',
      'This flag tells the controller to suspend subsequent executions, it does not apply to already started executions.  Defaults to false.',
    ),
    integer('Active', 'A list of pointers to currently running jobs.'),
    text('Last Schedule', 'Information when was the last time the job was successfully scheduled.'),
    ageColumn,
    wide(containersColumn),
    wide(imagesColumn),
    wide(
      text(
        'Selector',
        'A label query over pods that should match the pod count. Normally, the system sets this field for you. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
      ),
    ),
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    spec?.schedule ?? '',
    spec?.timeZone ?? '<none>',
    spec?.suspend === undefined ? '<unset>' : spec.suspend ? 'True' : 'False',
    status?.active?.length ?? 0,
    status?.lastScheduleTime ? ageSince(status.lastScheduleTime, now) : '<none>',
    ageSince(metadata.creationTimestamp, now),
    ...containerCells(spec?.jobTemplate.spec?.template),
    formatLabelSelector(spec?.jobTemplate.spec?.selector),
  ],
);
