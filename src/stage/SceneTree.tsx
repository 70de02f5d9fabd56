import { type KeyboardEvent, useEffect, useReducer, useState } from 'react';
import { t, useLanguage } from '../i18n/i18n.ts';
import { sameSelection, useSelection } from '../store/selection.ts';
import type { Engine } from './engine.ts';
import { sayNodeRows } from './scheduling/sayNode.ts';
import { type TreeItem, treeItems } from './treeItems.ts';

/** The tree follows the picture at most this often, in milliseconds: a screen reader cannot read faster. */
const period = 500;

/** The same things as on the canvas, as a tree for keyboard and screen readers. Hidden until it has the focus. */
export function SceneTree({ engine }: { engine: Engine }) {
  useLanguage();
  // Counted up whenever the picture is another: what is in it the engine knows.
  const [, renewed] = useReducer((count: number) => count + 1, 0);
  const [open, setOpen] = useState<Openness>({ all: false, except: new Set() });
  const [active, setActive] = useState<string>();
  const selected = useSelection((state) => state.selected);
  useEffect(() => {
    let waiting = 0;
    const renew = (): void => {
      waiting = 0;
      renewed();
    };
    const stop = engine.watchView(() => {
      waiting ||= window.setTimeout(renew, period);
    });
    return () => {
      stop();
      window.clearTimeout(waiting);
    };
  }, [engine]);

  const { items, shown, total } = treeItems(engine.scene, { about: sayNodeRows, tell: engine.tellNear });
  const rows = flatten(items, open);
  const current = rows.find((row) => row.item.id === active) ?? rows[0];

  const pressed = (event: KeyboardEvent): void => {
    const at = current ? rows.indexOf(current) : 0;
    const go = (row: Row | undefined): void => row && setActive(row.item.id);
    const fold = (id: string, opened: boolean): void => {
      const except = new Set(open.except);
      if (opened === open.all) except.delete(id);
      else except.add(id);
      setOpen({ all: open.all, except });
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
        if (isOpen(open, item)) go(rows[at + 1]);
        else fold(item.id, true);
        break;
      case 'ArrowLeft':
        if (isOpen(open, item)) fold(item.id, false);
        else go(rows.find((row) => row.item.id === parent));
        break;
      case '*':
        setOpen({ all: true, except: new Set() });
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
            aria-expanded={item.children.length > 0 ? isOpen(open, item) : undefined}
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

/** Which branches are open: all or none, but for some. What comes later follows the rule. */
interface Openness {
  all: boolean;
  except: ReadonlySet<string>;
}

function isOpen(open: Openness, { id }: TreeItem): boolean {
  return open.all !== open.except.has(id);
}

interface Row {
  item: TreeItem;
  parent: string | undefined;
  level: number;
  position: number;
  siblings: number;
}

function flatten(items: readonly TreeItem[], open: Openness, level = 1, parent?: string): Row[] {
  return items.flatMap((item, index) => [
    { item, parent, level, position: index + 1, siblings: items.length },
    ...(isOpen(open, item) ? flatten(item.children, open, level + 1, item.id) : []),
  ]);
}
