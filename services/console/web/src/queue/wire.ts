/** What the queue's page and the follow-up service say to each other. Instants are ISO 8601 with offset. */

/** Of calls that wait, for how long. */
export interface Ages {
  under15Minutes: number;
  underAnHour: number;
  under4Hours: number;
  longer: number;
}

export interface ZoneLine {
  zone: string;
  planned: number;
  waiting: number;
  oldestDueAt?: string;
}

/** Calls of one priority and skill. */
export interface QueueLine {
  priority: number;
  skill: string;
  planned: number;
  waiting: number;
  ages: Ages;
  oldestDueAt?: string;
  zones: ZoneLine[];
}

/** The queue as it stands. */
export interface QueueSummary {
  /** By the business clock. */
  at: string;
  /** Of what is planned, only what falls due before is counted. */
  until: string;
  /** Calls in each state in which something is still to be done; one without calls may be missing. */
  states: Partial<Record<OpenState, number>>;
  /** How many could be claimed now. */
  waiting: number;
  ages: Ages;
  /** Since when the first of these waits. */
  oldestDueAt?: string;
  queues: QueueLine[];
}

export type OpenState = 'planned' | 'held' | 'supervisor';
