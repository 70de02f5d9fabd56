import { resourceOf } from '../../../api/resources.ts';
import { noSuchResource } from '../../../api/status.ts';
import { patch } from '../patch.ts';
import { get } from '../read.ts';
import type { ApiResponse } from '../request.ts';
import { update } from '../update.ts';
import type { SubresourceHandlers } from './registry.ts';

const ofPod = ({ resource }: { resource: string }, answer: () => ApiResponse): ApiResponse =>
  resource === 'pods' ? answer() : { answer: noSuchResource() };

/** A Pod of which only a part is written: its resources (`resize`), its containers for debugging. */
export const podPart: SubresourceHandlers = {
  get: (world, request) => ofPod(request, () => get(world, resourceOf('pods'), request)),
  update: (world, request, cause) => ofPod(request, () => update(world, resourceOf('pods'), request, cause)),
  patch: (world, request, cause) => ofPod(request, () => patch(world, resourceOf('pods'), request, cause)),
};
