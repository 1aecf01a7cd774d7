import type { View } from '../app/view';

/** Who may do what with a customer's file, as customer-profile has it: what would be refused is not offered. */
const allowed = {
  look: ['care-manager', 'privacy-officer', 'pharmacist'],
  correct: ['care-manager', 'privacy-officer'],
  health: ['care-manager', 'pharmacist'],
  consent: ['care-manager', 'privacy-officer'],
  takeCare: ['care-manager', 'pharmacist'],
  careFor: ['care-manager', 'pharmacist'],
  plan: ['care-manager'],
  protect: ['privacy-officer'],
} as const;

export type Right = keyof typeof allowed;

export const may = (roles: readonly string[], right: Right) => allowed[right].some((role) => roles.includes(role));

/** The views of files that these roles have. */
export function fileViews(roles: readonly string[]): View[] {
  return [
    ...(may(roles, 'look') ? (['customers'] as const) : []),
    ...(may(roles, 'plan') ? (['duplicates', 'segments', 'care'] as const) : []),
    ...(may(roles, 'protect') ? (['privacy'] as const) : []),
  ];
}
