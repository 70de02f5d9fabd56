import { annotate } from './annotate.ts';
import { apiResources } from './apiResources.ts';
import { apiVersions } from './apiVersions.ts';
import { apply } from './apply.ts';
import { attach } from './attach.ts';
import { autoscale } from './autoscale.ts';
import type { Command } from './command.ts';
import { cordon, uncordon } from './cordon.ts';
import { cp } from './cp.ts';
import { createConfigMap } from './createConfigMap.ts';
import { createCronJob } from './createCronJob.ts';
import { createDeployment } from './createDeployment.ts';
import { createFile } from './createFile.ts';
import { createJob } from './createJob.ts';
import { createNamespace } from './createNamespace.ts';
import { createPodDisruptionBudget } from './createPodDisruptionBudget.ts';
import { createPriorityClass } from './createPriorityClass.ts';
import { createResourceQuota } from './createResourceQuota.ts';
import { createSecret } from './createSecret.ts';
import { createServices } from './createService.ts';
import { debug } from './debug.ts';
import { deleteCommand } from './delete.ts';
import { describeCommand } from './describe.ts';
import { drain } from './drain.ts';
import { events } from './events.ts';
import { exec } from './exec.ts';
import { explainCommand } from './explain.ts';
import { get } from './get.ts';
import { label } from './label.ts';
import { logs } from './logs.ts';
import { patch } from './patch.ts';
import { portForward } from './portForward.ts';
import { replace } from './replace.ts';
import { rolloutHistory } from './rolloutHistory.ts';
import { rolloutPause, rolloutResume } from './rolloutPause.ts';
import { rolloutRestart } from './rolloutRestart.ts';
import { rolloutStatus } from './rolloutStatus.ts';
import { rolloutUndo } from './rolloutUndo.ts';
import { run } from './run.ts';
import { scale } from './scale.ts';
import { setEnv } from './setEnv.ts';
import { setImage } from './setImage.ts';
import { setResources } from './setResources.ts';
import { taint } from './taint.ts';
import { topNodes, topPods } from './top.ts';
import { version } from './version.ts';
import { wait } from './wait.ts';

/** All commands. Adding one is a file and a line. */
export const commands: readonly Command[] = [
  annotate,
  apiResources,
  apiVersions,
  apply,
  attach,
  autoscale,
  cp,
  cordon,
  uncordon,
  createFile,
  createConfigMap,
  createCronJob,
  createDeployment,
  createJob,
  createNamespace,
  createPodDisruptionBudget,
  createPriorityClass,
  createResourceQuota,
  createSecret,
  ...createServices,
  debug,
  deleteCommand,
  describeCommand,
  drain,
  events,
  exec,
  explainCommand,
  get,
  label,
  logs,
  patch,
  portForward,
  replace,
  rolloutHistory,
  rolloutPause,
  rolloutRestart,
  rolloutResume,
  rolloutStatus,
  rolloutUndo,
  run,
  scale,
  setEnv,
  setImage,
  setResources,
  taint,
  topNodes,
  topPods,
  version,
  wait,
];
