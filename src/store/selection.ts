import { create } from 'zustand';

/** What one can point at: an object of the API, a client outside, or a part of the control plane. */
export interface Selected {
  /** Plural name of the resource, `clients` for those outside of the cluster, `parts` for the control plane. */
  resource: string;
  /** `namespace/name`, or `name`. */
  key: string;
  /** Tells an object from another of the same name that came after it. */
  uid?: string;
  /** A container of the Pod. */
  container?: string;
}

export interface SelectionState {
  selected: Selected | undefined;
  hovered: Selected | undefined;
  select(selected: Selected | undefined): void;
  hover(hovered: Selected | undefined): void;
}

export const sameSelection = (a: Selected | undefined, b: Selected | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.resource === b.resource &&
    a.key === b.key &&
    a.uid === b.uid &&
    a.container === b.container);

export const useSelection = create<SelectionState>()((set, get) => ({
  selected: undefined,
  hovered: undefined,
  select(selected) {
    if (!sameSelection(selected, get().selected)) set({ selected });
  },
  hover(hovered) {
    if (!sameSelection(hovered, get().hovered)) set({ hovered });
  },
}));
