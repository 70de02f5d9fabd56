import { create } from 'zustand';

/** Something that the page tells the user once. */
export interface Notice {
  id: number;
  /** Errors stay until they are put away and interrupt a screen reader; the others go by themselves. */
  kind: 'done' | 'error';
  /** What was tried, in a few words. */
  title: string;
  /** For an error, the API server's own message. */
  detail?: string;
}

interface NoticesState {
  notices: readonly Notice[];
  /** A sentence for screen readers alone: the selection, notable changes. */
  announcement: string;
}

export const useNotices = create<NoticesState>()(() => ({ notices: [], announcement: '' }));

const most = 4;
let nextId = 1;

/** Shows a notice; the oldest go where there are too many. Returns its id, for `dismiss`. */
export function notify(kind: Notice['kind'], title: string, detail?: string): number {
  const notice: Notice = { id: nextId++, kind, title, ...(detail !== undefined && { detail }) };
  useNotices.setState((state) => ({ notices: [...state.notices, notice].slice(-most) }));
  return notice.id;
}

export function dismiss(id: number): void {
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

export function announce(announcement: string): void {
  useNotices.setState({ announcement });
}
