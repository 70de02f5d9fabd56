import { withAppArmorFields } from '../../api/appArmorFields.ts';
import { decodeBody } from '../../api/decoding/decodeBody.ts';
import { applyDefaults } from '../../api/defaults/registry.ts';
import { withoutDisabledFields } from '../../api/disabledFields.ts';
import { managedFieldsAfterScale, scaleWithManagers } from '../../api/managedFields/scaleManagers.ts';
import { kindOfResource, managedFieldsAfter, scaleKind } from '../../api/managedFields/writes.ts';
import { callPatch } from '../../api/patch/patchCall.ts';
import { keepPodPart } from '../../api/podParts.ts';
import { refuseBinding, refuseBindingTo } from '../../api/validation/binding.ts';
import { validateCreate, validateUpdate } from '../../api/validation/registry.ts';
import { validateScale } from '../../api/validation/scale.ts';
import { validateServiceAddresses } from '../../api/validation/serviceAddresses.ts';
import { warningsFor } from '../../api/warnings/registry.ts';
import { checkOptions } from '../../api/writeOptions.ts';
import { act, refusedAction } from '../act.ts';
import { lateAdmission } from '../apiserver/admission/late/registry.ts';
import { deleteCollection } from '../apiserver/deleteCollection.ts';
import { list } from '../apiserver/list.ts';
import { raw } from '../apiserver/raw.ts';
import { checkNotOlderThan } from '../apiserver/resourceVersion.ts';
import { evict } from '../apiserver/subresources/late/evict.ts';
import { scale } from '../apiserver/subresources/late/scale.ts';
import { toTable } from '../apiserver/table.ts';
import { lateControllers } from '../controllers/late/registry.ts';
import { hostsOf, resolvConfOf } from '../kubelet/dns.ts';
import { evictionPass } from '../kubelet/eviction/manager.ts';
import { finishResize, noticeResize, restartedForResize, retryResizes } from '../kubelet/resources/resize.ts';
import { podUsage } from '../kubelet/usage.ts';
import { kernelFile } from '../runtime/files/kernelFiles.ts';
import { declaredImage } from '../runtime/images/declared.ts';
import { laterImages } from '../runtime/images/later.ts';
import { answerRedis } from '../runtime/programs/redisProtocol.ts';
import { userland } from '../runtime/programs/userland.ts';
import { areVolumesBound, claimVolumes } from '../scheduler/late/bindVolumes.ts';
import { preempt } from '../scheduler/late/preemption.ts';
import { preemptPods } from '../scheduler/late/preemptPods.ts';
import { latePlugins } from '../scheduler/plugins/late/registry.ts';
import { whatIf } from '../scheduler/whatIf.ts';
import { nodeUpgrade } from '../upgrade/upgrade.ts';
import type { LaterParts } from './later.ts';

const decoding = { decodeBody };
const patching = {
  callPatch,
  checkOptions,
  kindOfResource,
  managedFieldsAfter,
  managedFieldsAfterScale,
  scaleKind,
  scaleWithManagers,
};
const rules = {
  applyDefaults,
  keepPodPart,
  refuseBinding,
  refuseBindingTo,
  validateCreate,
  validateScale,
  validateServiceAddresses,
  validateUpdate,
  warningsFor,
  withAppArmorFields,
  withoutDisabledFields,
};
const reading = { checkNotOlderThan, deleteCollection, list, raw, toTable };
const scheduling = { areVolumesBound, claimVolumes, plugins: latePlugins, preempt, preemptPods, whatIf };
const actions = { act, refusedAction };
const kubelet = {
  evictionPass,
  finishResize,
  hostsOf,
  noticeResize,
  resolvConfOf,
  restartedForResize,
  retryResizes,
};
export type ActionParts = typeof actions;
export type KubeletParts = typeof kubelet;
export type DecodingParts = typeof decoding;
export type PatchingParts = typeof patching;
export type RuleParts = typeof rules;
export type ReadingParts = typeof reading;
export type SchedulingParts = typeof scheduling;

/** All of them. */
export const parts: LaterParts = {
  actions,
  admission: lateAdmission,
  controllers: lateControllers,
  evict,
  podUsage,
  kubelet,
  scale,
  upgrade: nodeUpgrade.handle,
  userland,
  images: laterImages,
  declaredImage,
  kernelFile,
  answerRedis,
  decoding,
  patching,
  rules,
  reading,
  scheduling,
};
