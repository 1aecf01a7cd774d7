import type { Me } from '../api/types';
import type { Incident, Part } from './teamApi';

/** Which parts of a debrief are this user's to write: their own story, or the supervisor's view and what we change. */
export function voices({ agent }: Incident, { id, roles }: Me): Part[] {
  const supervises = roles.includes('supervisor');
  return [
    ...(agent === id ? (['happened', 'helped'] as const) : []),
    ...(agent !== id && !supervises ? (['colleague'] as const) : []),
    ...(supervises ? (['supervisor', 'change'] as const) : []),
  ];
}
