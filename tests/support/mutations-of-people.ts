import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import type { Invitation, OrganisationDetails, PeopleList, Session } from '@dragoman/contracts';
import { by, json } from './arrangements';
import { aPhone, aSite } from './desk';
import { type Mutation, PASSWORD, type World } from './mutation';

/** What an administrator does about people, sites and what the organisation says of itself; see `mutationsOf`. */
export const mutationsOfPeople = ({ ruth, running }: World): Record<string, () => Promise<Mutation>> => {
  const somebody = () => ({ name: 'Ida Lund', email: `${randomUUID()}@clinic.example`, role: 'receptionist' as const });
  const person = async () => {
    const { organisation } = await ruth.request<Session>('GET', '/api/session');
    const { id } = await running.app.get(Accounts).create({ kind: 'installation', by: 'test' }, { ...somebody(), organisationId: organisation.id, password: PASSWORD });
    return `/api/people/${id}`;
  };
  const invited = async () => `/api/invitations/${(await ruth.request<Invitation>('POST', '/api/invitations', somebody())).id}`;

  const site = async () => `/api/sites/${(await ruth.addSite()).id}`;

  return {
    'PUT /api/people/:id': async () => {
      const path = await person();
      const { people } = await ruth.request<PeopleList>('GET', '/api/people');
      const { name, email } = people.find(({ id }) => path.endsWith(id)) ?? { name: '', email: '' };
      return by(ruth, path, json({ details: { ...somebody(), name: 'Ida Berg' }, seen: { name, email } }));
    },
    'PUT /api/people/:id/role': async () => by(ruth, `${await person()}/role`, json({ from: 'receptionist', to: 'coordinator' })),
    'POST /api/people/:id/deactivation': async () => by(ruth, `${await person()}/deactivation`),
    'POST /api/people/:id/reactivation': async () => {
      const path = await person();
      await ruth.request('POST', `${path}/deactivation`);
      return by(ruth, `${path}/reactivation`);
    },
    'POST /api/people/:id/password-link': async () => by(ruth, `${await person()}/password-link`),
    'POST /api/invitations': async () => by(ruth, '/api/invitations', json(somebody())),
    'POST /api/invitations/:id/sending': async () => by(ruth, `${await invited()}/sending`),
    'POST /api/invitations/:id/withdrawal': async () => by(ruth, `${await invited()}/withdrawal`),
    'PUT /api/organisation': async () => {
      const seen = await ruth.request<OrganisationDetails>('GET', '/api/organisation');
      return by(ruth, '/api/organisation', json({ seen, details: { ...seen, phone: aPhone() } }));
    },
    'POST /api/sites': async () => by(ruth, '/api/sites', json(aSite())),
    'PUT /api/sites/:id': async () => ({ ...by(ruth, await site(), json(aSite())), headers: { 'if-match': '"1"' } }),
    'POST /api/sites/:id/closing': async () => by(ruth, `${await site()}/closing`),
    'POST /api/sites/:id/reopening': async () => {
      const path = await site();
      await ruth.request('POST', `${path}/closing`);
      return by(ruth, `${path}/reopening`);
    },
    'POST /api/test-messages': async () => by(ruth, '/api/test-messages', json({ channel: 'email' })),
  };
};
