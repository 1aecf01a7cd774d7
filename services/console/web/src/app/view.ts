import { useEffect, useState } from 'react';

export type View = 'desk' | 'queue' | 'counter' | 'day' | 'transfers' | 'reactions' | 'debriefs';

const paths: Record<View, string> = {
  desk: '/',
  queue: '/queue',
  counter: '/counter',
  day: '/day',
  transfers: '/transfers',
  reactions: '/reactions',
  debriefs: '/debriefs',
};

const views: readonly View[] = ['queue', 'counter', 'day', 'transfers', 'reactions', 'debriefs'];

const viewOf = (path: string): View => views.find((view) => paths[view] === path) ?? 'desk';

export const pathOf = (view: View) => paths[view];

const watchers = new Set<() => void>();

export function show(view: View): void {
  history.pushState(null, '', paths[view]);
  watchers.forEach((tell) => tell());
}

/** Which view the address names; the browser's Back button included. */
export function useView(): [View] {
  const [view, setView] = useState(() => viewOf(location.pathname));
  useEffect(() => {
    const look = () => setView(viewOf(location.pathname));
    watchers.add(look);
    window.addEventListener('popstate', look);
    return () => {
      watchers.delete(look);
      window.removeEventListener('popstate', look);
    };
  }, []);
  return [view];
}
