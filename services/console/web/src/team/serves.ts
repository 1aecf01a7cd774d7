import type { Agent } from './teamApi';

/** Whose customers somebody serves: whole regions first, then single stores; nobody's in particular where nothing is said. */
export const serves = ({ regions, stores }: Agent): string[] => [...regions, ...stores];
