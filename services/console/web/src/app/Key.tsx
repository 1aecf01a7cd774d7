import { useShortcutsOn } from './shortcuts';

/** The key that does the same; hidden where there is no keyboard, and from those who hear the page. */
export function Key({ children }: { children: string }) {
  return useShortcutsOn() ? (
    <kbd className="ac-key" aria-hidden>
      {children}
    </kbd>
  ) : null;
}
