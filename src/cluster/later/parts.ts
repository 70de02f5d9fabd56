import { canonicalize } from '../../api/canonical.ts';
import { jsonPatch } from '../../api/patch/jsonPatch.ts';
import { strategicMergePatch } from '../../api/patch/strategicMergePatch.ts';
import { checkSchema } from '../../api/schema.ts';
import { userland } from '../runtime/programs/userland.ts';
import type { LaterParts } from './later.ts';

const decoding = { canonicalize, checkSchema, jsonPatch, strategicMergePatch };
export type DecodingParts = typeof decoding;

/** All of them. */
export const parts: LaterParts = { userland, decoding };
