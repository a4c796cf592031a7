import type { StaffRole } from '@dragoman/platform';

export const permissions = [
  'patients.read',
  'patients.write',
  'bookings.read',
  'bookings.write',
  'interpreters.read',
  'interpreters.write',
  'sites.read',
  'sites.write',
  'people.read',
  'people.write',
  'tasks.write',
  'phones.use',
  'languages.read',
  'languages.write',
  'recordings.read',
  'recordings.write',
  'texts.read',
  'texts.review',
  'policy.read',
  'policy.write',
  'consents.decide',
  'agencies.read',
  'agencies.write',
  'cancellations.void',
] as const;

export type Permission = (typeof permissions)[number];

const receptionist: readonly Permission[] = [
  'patients.read',
  'patients.write',
  'bookings.read',
  'bookings.write',
  'interpreters.read',
  'sites.read',
  'tasks.write',
  'phones.use',
  'languages.read',
  'policy.read',
  'agencies.read',
];

const granted: Record<StaffRole, readonly Permission[]> = {
  receptionist,
  coordinator: [...receptionist, 'consents.decide', 'cancellations.void', 'agencies.write', 'interpreters.write', 'languages.write', 'recordings.read', 'recordings.write', 'texts.read'],
  administrator: permissions,
};

/** The one table that guard and console both read. */
export const permissionsOf = (role: StaffRole): readonly Permission[] => granted[role];

export const may = (role: StaffRole, permission: Permission): boolean => granted[role].includes(permission);
