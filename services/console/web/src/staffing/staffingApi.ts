import { fetched } from '../api/client';

const root = '/api/follow-up/supervision';

/** An hour of a day; those without calls are left out. */
export interface Hour {
  hour: number;
  /** Calls that are known to fall due. */
  planned: number;
  /** Calls that are expected besides. */
  arriving: number;
  /** Who are needed. */
  agents: number;
  /** Share of the calls that will wait no longer than the target with them. */
  answered: number;
  /** Share of their time that they will be busy. */
  occupancy: number;
}

export interface Day {
  date: string;
  zone: string;
  serviceLevel: number;
  /** ISO 8601. */
  target: string;
  occupancy: number;
  skills: { skill: string; handling: string; measured: boolean; hours: Hour[] }[];
}

export interface Rate {
  hour: number;
  dialled: number;
  answered: number;
  rate: number;
}

export interface Segment {
  segment: string;
  hours: Rate[];
  proposals: { from: number; to: number; rate: number; otherwise: number }[];
}

export interface AnswerRates {
  since: string;
  segments: Segment[];
}

/** @param date absent for tomorrow by the call centre's clock */
export const forecast = (date: string | undefined) =>
  fetched<Day>('GET', `${root}/forecast${date === undefined ? '' : `?date=${date}`}`);

export const answerRates = () => fetched<AnswerRates>('GET', `${root}/answer-rates`);
