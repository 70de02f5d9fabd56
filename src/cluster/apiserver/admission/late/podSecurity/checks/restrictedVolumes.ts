import type { Volume } from '../../../../../../api/objects.ts';
import { type Check, pluralize, quoted, sorted } from '../check.ts';

const allowed = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

const isAllowed = (volume: Volume) => allowed.some((kind) => volume[kind] !== undefined);
const kindOf = ({ name: _name, ...source }: Volume) => Object.keys(source)[0] ?? 'unknown';

/** Only volumes of the core; all others by way of claims. */
export const restrictedVolumes: Check = {
  id: 'restrictedVolumes',
  level: 'restricted',
  overrides: 'hostPathVolumes',
  versions: {
    0({ volumes = [] }) {
      const bad = volumes.filter((volume) => !isAllowed(volume));
      if (bad.length === 0) return undefined;
      const kinds = sorted(bad.map(kindOf));
      const who = `${pluralize('volume', 'volumes', bad.length)} ${quoted(bad.map(({ name }) => name))}`;
      const what = pluralize('restricted volume type', 'restricted volume types', kinds.length);
      const detail = `${who} ${pluralize('uses', 'use', bad.length)} ${what} ${quoted(kinds)}`;
      return { reason: 'restricted volume types', detail };
    },
  },
};
