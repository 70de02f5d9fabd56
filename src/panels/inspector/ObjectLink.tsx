import { useCluster } from '../../store/cluster.ts';
import { useSelection } from '../../store/selection.ts';
import { stageControls } from '../../store/stageControls.ts';
import { findObject } from './findObject.ts';

interface Properties {
  resource: string;
  /** `namespace/name`, or `name`. */
  objectKey: string;
  uid?: string | undefined;
  /** What to call it, if not by its name. */
  children?: React.ReactNode;
}

/** The name of an object; selects it. Plain text where it is not there. */
export function ObjectLink({ resource, objectKey, uid, children }: Properties) {
  const present = useCluster((cluster) => findObject(cluster, resource, objectKey)?.metadata.uid);
  const text = children ?? objectKey.split('/').at(-1);
  if (present === undefined || (uid !== undefined && present !== uid)) return <span className="mono">{text}</span>;
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        useSelection.getState().select({ resource, key: objectKey, uid: present });
        stageControls()?.reveal();
      }}
    >
      {text}
    </button>
  );
}
