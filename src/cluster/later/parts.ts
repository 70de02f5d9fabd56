import { canonicalize } from '../../api/canonical.ts';
import { applyDefaults } from '../../api/defaults/registry.ts';
import { jsonPatch } from '../../api/patch/jsonPatch.ts';
import { strategicMergePatch } from '../../api/patch/strategicMergePatch.ts';
import { checkSchema } from '../../api/schema.ts';
import { validateCreate, validateUpdate } from '../../api/validation/registry.ts';
import { userland } from '../runtime/programs/userland.ts';
import type { LaterParts } from './later.ts';

const decoding = { canonicalize, checkSchema, jsonPatch, strategicMergePatch };
const rules = { applyDefaults, validateCreate, validateUpdate };
export type DecodingParts = typeof decoding;
export type RuleParts = typeof rules;

/** All of them. */
export const parts: LaterParts = { userland, decoding, rules };
