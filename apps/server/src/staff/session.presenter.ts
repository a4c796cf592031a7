import { permissionsOf, type Session } from '@dragoman/access';
import type { Session as SessionView } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { Organisation } from '@dragoman/organisations';

interface Shown {
  session: Session;
  organisation: Organisation;
  simulator: boolean;
  now: Date;
}

export const presentSession = ({ session, organisation, simulator, now }: Shown): SessionView => ({
  account: { id: session.accountId, name: session.name, email: session.email, role: session.role },
  organisation: { id: organisation.id, name: organisation.name, zone: organisation.zone },
  permissions: [...permissionsOf(session.role)],
  simulator,
  now: isoOf(now),
});
