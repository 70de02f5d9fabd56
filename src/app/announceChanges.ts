import { t } from '../i18n/i18n.ts';
import { useCluster } from '../store/cluster.ts';
import { announce } from '../store/notices.ts';
import { type Selected, useSelection } from '../store/selection.ts';
import { describeChanges, markPods, type PodMarks } from './changesOfPods.ts';

/** Changes are told at most once in this many milliseconds of the wall clock. */
const pause = 3000;

/** Tells screen readers of the selection at once, and of notable changes of Pods now and then. */
export function followChanges(): void {
  useSelection.subscribe(({ selected }, before) => {
    if (selected !== before.selected) announce(describeSelection(selected));
  });

  let marks: PodMarks | undefined;
  let revision = 0;
  let waiting = false;
  const look = () => {
    waiting = false;
    const cluster = useCluster.getState();
    const next = markPods(cluster.pods.values());
    // The first look, and a look after going back in time, have nothing to compare with.
    const said = marks && cluster.revision >= revision ? describeChanges(marks, next) : '';
    marks = next;
    revision = cluster.revision;
    if (said) announce(said);
  };
  useCluster.subscribe((state, before) => {
    if (state.pods === before.pods || waiting) return;
    waiting = true;
    setTimeout(look, pause);
  });
}

function describeSelection(selected: Selected | undefined): string {
  if (!selected) return t('announce.deselected');
  const name = selected.key.split('/').at(-1) ?? selected.key;
  return t('announce.selected', { what: [selected.resource, name, selected.container].filter(Boolean).join(' ') });
}
