import { useEffect, useRef, useState } from 'react';

export type View = 'desk' | 'queue' | 'programmes' | 'staffing' | 'team' | 'messages' | 'counter' | 'day' | 'transfers' | 'reactions' | 'debriefs' | 'customers' | 'duplicates' | 'segments' | 'care' | 'privacy';

const paths: Record<View, string> = {
  desk: '/',
  queue: '/queue',
  programmes: '/programmes',
  staffing: '/staffing',
  team: '/team',
  messages: '/messages',
  counter: '/counter',
  day: '/day',
  transfers: '/transfers',
  reactions: '/reactions',
  debriefs: '/debriefs',
  customers: '/customers',
  duplicates: '/duplicates',
  segments: '/segments',
  care: '/care',
  privacy: '/privacy',
};

const views = (Object.keys(paths) as View[]).filter((view) => view !== 'desk');

const viewOf = (path: string): View => views.find((view) => paths[view] === path) ?? 'desk';

export const pathOf = (view: View) => paths[view];

const watchers = new Set<() => void>();

function go(address: string): void {
  history.pushState(null, '', address);
  watchers.forEach((tell) => tell());
}

export const show = (view: View) => go(paths[view]);

/** Which view the address names; the browser's Back button included. */
export function useView(): [View] {
  return [useAddress(() => viewOf(location.pathname))];
}

/**
 * What a view shows of itself, by the address, so that Back leads back to it and a link leads to it.
 *
 * @param name of the parameter
 */
export function usePlace(name: string): [string | undefined, (to: string | undefined) => void] {
  const place = useAddress(() => new URLSearchParams(location.search).get(name) ?? undefined);
  return [
    place,
    (to) => {
      const places = new URLSearchParams(location.search);
      if (to === undefined) places.delete(name);
      else places.set(name, to);
      go(location.pathname + (places.size > 0 ? `?${places}` : ''));
    },
  ];
}

function useAddress<T extends string | undefined>(read: () => T): T {
  const [seen, setSeen] = useState(read);
  const latest = useRef(read);
  useEffect(() => {
    const look = () => setSeen(latest.current());
    watchers.add(look);
    window.addEventListener('popstate', look);
    return () => {
      watchers.delete(look);
      window.removeEventListener('popstate', look);
    };
  }, []);
  return seen;
}
