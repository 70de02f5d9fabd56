import { canonicalize } from '../../api/canonical.ts';
import { applyDefaults } from '../../api/defaults/registry.ts';
import { managedFieldsAfterScale, scaleWithManagers } from '../../api/managedFields/scaleManagers.ts';
import { kindOfResource, managedFieldsAfter, scaleKind } from '../../api/managedFields/writes.ts';
import { callPatch } from '../../api/patch/patchCall.ts';
import { keepPodPart } from '../../api/podParts.ts';
import { checkSchema } from '../../api/schema.ts';
import { refuseBinding, refuseBindingTo } from '../../api/validation/binding.ts';
import { validateCreate, validateUpdate } from '../../api/validation/registry.ts';
import { validateServiceAddresses } from '../../api/validation/serviceAddresses.ts';
import { checkOptions } from '../../api/writeOptions.ts';
import { lateAdmission } from '../apiserver/admission/late/registry.ts';
import { deleteCollection } from '../apiserver/deleteCollection.ts';
import { list } from '../apiserver/list.ts';
import { raw } from '../apiserver/raw.ts';
import { checkNotOlderThan } from '../apiserver/resourceVersion.ts';
import { toTable } from '../apiserver/table.ts';
import { userland } from '../runtime/programs/userland.ts';
import type { LaterParts } from './later.ts';

const decoding = { canonicalize, checkSchema };
const patching = {
  callPatch,
  checkOptions,
  kindOfResource,
  managedFieldsAfter,
  managedFieldsAfterScale,
  scaleKind,
  scaleWithManagers,
};
const reading = { checkNotOlderThan, deleteCollection, list, raw, toTable };
const rules = {
  applyDefaults,
  keepPodPart,
  refuseBinding,
  refuseBindingTo,
  validateCreate,
  validateServiceAddresses,
  validateUpdate,
};
export type DecodingParts = typeof decoding;
export type PatchingParts = typeof patching;
export type RuleParts = typeof rules;
export type ReadingParts = typeof reading;

/** All of them. */
export const parts: LaterParts = { admission: lateAdmission, userland, decoding, patching, rules, reading };
