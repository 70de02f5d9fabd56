import { canonicalize } from '../../api/canonical.ts';
import { applyDefaults } from '../../api/defaults/registry.ts';
import { checkOptions } from '../../api/managedFields/patchOptions.ts';
import { managedFieldsOfScaled, scaleManagedFields } from '../../api/managedFields/scaleManagers.ts';
import { applied, kindOfResource, managedFieldsAfter, scaleKind } from '../../api/managedFields/writes.ts';
import { checkBodySize } from '../../api/patch/bodySize.ts';
import { patchObject } from '../../api/patch/patchObject.ts';
import { checkSchema } from '../../api/schema.ts';
import { validateCreate, validateUpdate } from '../../api/validation/registry.ts';
import { userland } from '../runtime/programs/userland.ts';
import type { LaterParts } from './later.ts';

const decoding = { canonicalize, checkSchema };
const patching = {
  applied,
  checkBodySize,
  checkOptions,
  kindOfResource,
  managedFieldsAfter,
  managedFieldsOfScaled,
  patchObject,
  scaleKind,
  scaleManagedFields,
};
const rules = { applyDefaults, validateCreate, validateUpdate };
export type DecodingParts = typeof decoding;
export type PatchingParts = typeof patching;
export type RuleParts = typeof rules;

/** All of them. */
export const parts: LaterParts = { userland, decoding, patching, rules };
