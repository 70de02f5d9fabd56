import { say } from '../../i18n/inspector.ts';
import type { OpenVolume } from '../../scene/near/openPod.ts';
import { filesText } from '../../stage/near/drawVolumes.ts';
import { Section } from './Facts.tsx';

/** The volumes of a Pod: what each is, what is in it, and which containers see it where. */
export function Volumes({ volumes }: { volumes: readonly OpenVolume[] }) {
  if (volumes.length === 0) return null;
  return (
    <Section title={say('container.volumes')}>
      <ul className="volumes">
        {volumes.map((volume) => (
          <li key={volume.name}>
            <p>
              <b className="mono">{volume.name}</b> <span className="badge">{volume.source}</span>
            </p>
            <p className="quiet mono">{filesText(volume)}</p>
            {volume.mountedBy.map(({ container, path, readOnly }) => (
              <p key={`${container} ${path}`} className="mono">
                {`${container} → ${path}${readOnly ? ` (${say('container.readOnly')})` : ''}`}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
