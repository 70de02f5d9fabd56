import { assign, setup } from 'xstate';

export interface ImagePullContext {
  /** As the Pod's spec says it. */
  image: string;
  /** What the registry, or the check of the name, answered last. */
  message?: string;
}

export type ImagePullEvent =
  | { type: 'IMAGE_PRESENT' }
  | { type: 'PULL' }
  | { type: 'PULLED' }
  | { type: 'PULL_FAILED'; message: string }
  | { type: 'BACKED_OFF' }
  | { type: 'BACKOFF_OVER' }
  | { type: 'PULL_FORBIDDEN'; message: string }
  | { type: 'NAME_INVALID'; message: string }
  | { type: 'IMAGE_CHANGED'; image: string };

/** What each start of a container does first, see EnsureImageExists of the kubelet. */
const check = {
  IMAGE_PRESENT: '#imagePull.Present',
  PULL: '#imagePull.Pulling',
  PULL_FORBIDDEN: { target: '#imagePull.ErrImageNeverPull', actions: 'noteTheMessage' },
  NAME_INVALID: { target: '#imagePull.InvalidImageName', actions: 'noteTheMessage' },
} as const;

/** How a container comes to its image. */
export const imagePull = setup({
  types: { context: {} as ImagePullContext, events: {} as ImagePullEvent, input: {} as { image: string } },
  actions: {
    noteTheMessage: assign(({ event }) => ('message' in event ? { message: event.message } : {})),
    noteTheNewName: assign(({ event }) => (event.type === 'IMAGE_CHANGED' ? { image: event.image } : {})),
  },
}).createMachine({
  id: 'imagePull',
  context: ({ input }) => ({ image: input.image }),
  initial: 'NotChecked',
  on: { IMAGE_CHANGED: { target: '.NotChecked', actions: 'noteTheNewName' } },
  states: {
    NotChecked: { on: check },
    Present: { on: check },
    Pulling: { on: { PULLED: 'Pulled', PULL_FAILED: { target: 'ErrImagePull', actions: 'noteTheMessage' } } },
    Pulled: { on: check },
    ErrImagePull: { on: { BACKED_OFF: 'ImagePullBackOff', BACKOFF_OVER: 'Pulling', IMAGE_PRESENT: 'Present' } },
    ImagePullBackOff: { on: { BACKOFF_OVER: 'Pulling', IMAGE_PRESENT: 'Present' } },
    ErrImageNeverPull: { on: check },
    InvalidImageName: { on: check },
  },
});
