import { useEffect, type RefObject } from 'react';

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox') ||
    target.closest('[role="dialog"]') !== null);

/** A scanner types wherever the focus happens to be: what it says outside a field belongs to the basket. */
export function useScanAnywhere(on: boolean, search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (!on) return undefined;
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      // The character itself goes to the field that has just got the focus.
      if (/^[\d(\]]$/.test(event.key)) search.current?.focus();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on, search]);
}
