export const roles = ['owner', 'manager', 'specialist'] as const;
/** What a member is in one agency; the same user may be something else in another. */
export type Role = (typeof roles)[number];

export const disciplines = ['copy', 'design', 'targeting'] as const;
/** What a specialist is hired for, and what a task asks for. */
export type Discipline = (typeof disciplines)[number];

export const employments = ['staff', 'self_employed', 'sole_proprietor', 'contract'] as const;
/** How a member is paid: a self-employed person owes a receipt for every payout. */
export type Employment = (typeof employments)[number];

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

export const isDiscipline = (value: unknown): value is Discipline =>
  disciplines.some((discipline) => discipline === value);
