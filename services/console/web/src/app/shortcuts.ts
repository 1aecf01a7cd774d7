import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Single keys that do what a button does. They rest while someone types, in dialogs, and where the user has turned them off. */
const setting = 'aftercare.shortcuts';
const watchers = new Set<() => void>();

const areOn = () => localStorage.getItem(setting) !== 'off';

export function turnShortcuts(on: boolean): void {
  localStorage.setItem(setting, on ? 'on' : 'off');
  watchers.forEach((tell) => tell());
}

export const useShortcutsOn = () =>
  useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    areOn,
  );

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox') ||
    target.closest('[role="dialog"]') !== null);

/** @param keys what each key does; return false to let the key through */
export function useShortcuts(keys: Record<string, () => unknown>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (typing(event.target) || !areOn() || document.querySelector('[role="dialog"]') !== null) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined || act() === false) return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
