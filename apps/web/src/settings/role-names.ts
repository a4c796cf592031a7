import type { NewInvitation } from '@dragoman/contracts';

export const roleNames = { receptionist: 'Receptionist', coordinator: 'Coordinator', administrator: 'Administrator' } as const;

/** What each may, in a line. */
export const roles: { value: NewInvitation['role']; label: string }[] = [
  { value: 'receptionist', label: 'Receptionist: registers patients and books' },
  { value: 'coordinator', label: 'Coordinator: also interpreters' },
  { value: 'administrator', label: 'Administrator: also sites, people and rules' },
];
