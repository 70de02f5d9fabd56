import type { ImageDescription } from './image.ts';

/** The usual commands in one small program. */
export const busybox: ImageDescription = {
  repository: 'docker.io/library/busybox',
  tags: ['latest', '1', '1.28', '1.35', '1.36', '1.36.1', '1.37', 'stable'],
  size: 2_154_345,
  command: ['sh'],
  hasCommands: true,
};
