import type { ImageDescription } from './image.ts';

/** Take memory and processor as they are told: the images of the Kubernetes documentation on resources. */
export const stressImages: readonly ImageDescription[] = [
  {
    repository: 'docker.io/polinux/stress',
    tags: ['latest', '1.0.4'],
    size: 4_041_495,
    command: ['stress'],
    hasCommands: true,
    programs: { '/usr/local/bin/stress': 'stress' },
  },
  {
    repository: 'docker.io/vish/stress',
    tags: ['latest'],
    size: 1_588_000,
    entrypoint: ['/stress'],
    hasCommands: false,
    programs: { '/stress': 'go-stress' },
  },
  {
    repository: 'docker.io/alexeiled/stress-ng',
    tags: ['latest'],
    size: 3_200_000,
    entrypoint: ['/stress-ng'],
    hasCommands: false,
    programs: { '/stress-ng': 'stress' },
  },
];
