import { agnhost } from './agnhost.ts';
import { alpine } from './alpine.ts';
import { curl } from './curl.ts';
import { etcd } from './etcd.ts';
import { httpd } from './httpd.ts';
import type { ImageDescription } from './image.ts';
import { languages } from './languages.ts';
import { mariadb, mysql } from './mysql.ts';
import { nonroot } from './nonroot.ts';
import { postgres } from './postgres.ts';
import { samples } from './samples.ts';
import { stressImages } from './stress.ts';

/** Images that no scenario begins with: one of the later parts. */
export const laterImages: readonly ImageDescription[] = [
  ...agnhost,
  alpine,
  curl,
  etcd,
  httpd,
  ...languages,
  mariadb,
  mysql,
  ...nonroot,
  postgres,
  ...samples,
  ...stressImages,
];
