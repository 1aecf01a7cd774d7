/** How long a call is still held, and when to say so again. All in milliseconds. */

export type Hold = 'steady' | 'short' | 'lapsed';

export const remaining = (leaseUntil: string | undefined, now: number) =>
  leaseUntil === undefined ? 0 : Math.max(0, Date.parse(leaseUntil) - now);

export const holdOf = (left: number): Hold => (left <= 0 ? 'lapsed' : left < 30_000 ? 'short' : 'steady');

/** A third of what is left, so that two heartbeats may be lost; at least every half minute. */
export const beatIn = (left: number) => Math.min(30_000, Math.max(2_000, left / 3));

/** "4:05"; an hour and more as "1:04:05". */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${Math.floor((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest.padStart(5, '0')}` : rest;
}
