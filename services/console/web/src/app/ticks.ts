import { useEffect, useState } from 'react';
import { wallNow } from './time';

/** The wall clock, looked at every second by whoever shows it. */
export function useWallClock(every = 1000): number {
  const [now, setNow] = useState(wallNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(wallNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
