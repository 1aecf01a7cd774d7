/** Hours from the first to the last that has something, those between without anything included. */
export function withoutGaps<T extends { hour: number }>(hours: readonly T[], none: (hour: number) => T): T[] {
  if (hours.length === 0) return [];
  const known = new Map(hours.map((one) => [one.hour, one]));
  const first = Math.min(...known.keys());
  const last = Math.max(...known.keys());
  return Array.from({ length: last - first + 1 }, (_none, index) => known.get(first + index) ?? none(first + index));
}

/** Hours of work that a day asks for: an agent for an hour is one. */
export const agentHours = (hours: readonly { agents: number }[]) => hours.reduce((sum, { agents }) => sum + agents, 0);

export const mostAgents = (hours: readonly { agents: number }[]) => hours.reduce((most, { agents }) => Math.max(most, agents), 0);
