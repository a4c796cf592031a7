import type { Account } from '@dragoman/access';
import type { Person } from '@dragoman/contracts';

export const presentPerson = ({ id, name, email, role }: Account): Person => ({ id, name, email, role });
