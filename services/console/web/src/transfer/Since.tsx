import { useWallClock } from '../app/ticks';
import { businessNow } from '../app/time';
import { clockText } from '../desk/lease';

/** How long it has been, running. */
export function Since({ at, label }: { at: string; label?: string }) {
  useWallClock();
  return (
    <span className="ac-since" role="timer" {...(label === undefined ? {} : { 'aria-label': label })}>
      {clockText(businessNow() - Date.parse(at))}
    </span>
  );
}
