import { type KeyboardEvent, useEffect, useState } from 'react';
import { t, useLanguage } from '../i18n/i18n.ts';
import { sameSelection, useSelection } from '../store/selection.ts';
import type { Engine } from './engine.ts';
import { type TreeItem, treeItems } from './treeItems.ts';

/** The tree follows the picture at most this often, in milliseconds: a screen reader cannot read faster. */
const period = 500;

/** The same things as on the canvas, as a tree for keyboard and screen readers. Hidden until it has the focus. */
export function SceneTree({ engine }: { engine: Engine }) {
  useLanguage();
  const [scene, setScene] = useState(engine.scene);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const selected = useSelection((state) => state.selected);
  useEffect(() => {
    let waiting = 0;
    const renew = (): void => {
      waiting = 0;
      setScene(engine.scene);
    };
    const stop = engine.watchView(() => {
      waiting ||= window.setTimeout(renew, period);
    });
    return () => {
      stop();
      window.clearTimeout(waiting);
    };
  }, [engine]);

  const { items, shown, total } = treeItems(scene);
  const rows = flatten(items, open);
  const current = rows.find((row) => row.item.id === active) ?? rows[0];

  const pressed = (event: KeyboardEvent): void => {
    const at = current ? rows.indexOf(current) : 0;
    const go = (row: Row | undefined): void => row && setActive(row.item.id);
    const fold = (id: string, opened: boolean): void => {
      const next = new Set(open);
      if (opened) next.add(id);
      else next.delete(id);
      setOpen(next);
    };
    if (!current) return;
    const { item, parent } = current;
    switch (event.key) {
      case 'ArrowDown':
        go(rows[at + 1]);
        break;
      case 'ArrowUp':
        go(rows[at - 1]);
        break;
      case 'Home':
        go(rows[0]);
        break;
      case 'End':
        go(rows.at(-1));
        break;
      case 'ArrowRight':
        if (item.children.length === 0) break;
        if (open.has(item.id)) go(rows[at + 1]);
        else fold(item.id, true);
        break;
      case 'ArrowLeft':
        if (open.has(item.id)) fold(item.id, false);
        else go(rows.find((row) => row.item.id === parent));
        break;
      case '*':
        setOpen(new Set(everyParent(items)));
        break;
      case 'Enter':
      case ' ':
        useSelection.getState().select(item.reference);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="stage-tree">
      {shown < total && <p>{t('stage.treeCapped', { shown, total })}</p>}
      <div
        role="tree"
        aria-label={t('stage.tree')}
        tabIndex={0}
        aria-activedescendant={current && `tree-${current.item.id}`}
        onKeyDown={pressed}
      >
        {rows.map(({ item, level, position, siblings }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of its items
          // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names its active item
          <div
            key={item.id}
            id={`tree-${item.id}`}
            role="treeitem"
            aria-level={level}
            aria-posinset={position}
            aria-setsize={siblings}
            aria-selected={item.reference !== undefined && sameSelection(selected, item.reference)}
            aria-expanded={item.children.length > 0 ? open.has(item.id) : undefined}
            data-active={item === current?.item || undefined}
            style={{ paddingInlineStart: `${level * 14}px` }}
            onClick={() => {
              setActive(item.id);
              useSelection.getState().select(item.reference);
            }}
          >
            {item.text}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The ids of all items that can be opened. */
function everyParent(items: readonly TreeItem[]): string[] {
  return items.flatMap(({ id, children }) => (children.length > 0 ? [id, ...everyParent(children)] : []));
}

interface Row {
  item: TreeItem;
  parent: string | undefined;
  level: number;
  position: number;
  siblings: number;
}

function flatten(items: readonly TreeItem[], open: ReadonlySet<string>, level = 1, parent?: string): Row[] {
  return items.flatMap((item, index) => [
    { item, parent, level, position: index + 1, siblings: items.length },
    ...(open.has(item.id) ? flatten(item.children, open, level + 1, item.id) : []),
  ]);
}
