import type { Pod } from '../../../api/objects.ts';
import { toBytes, toMillicores } from '../../../api/quantity.ts';

const gibibyte = 1024 ** 3;

export const cores = (quantity: string): number => toMillicores(quantity) / 1000;
export const gibibytes = (quantity: string): number => toBytes(quantity) / gibibyte;
