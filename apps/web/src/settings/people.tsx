import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconMailPlus, IconUserOff, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { Person } from '@dragoman/contracts';
import { peopleQuery } from '../api/people';
import { useMay, useSession, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import { Initials } from '../design/initials';
import list from '../design/list.module.css';
import { QuietButton } from '../design/quiet-button';
import { Skeletons } from '../design/skeletons';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { longDay, wallOf } from '../time/wall';
import { InvitationTable } from './invitation-table';
import { InviteDialog } from './invite-dialog';
import { MailState } from './mail-state';
import { PersonDialog } from './person-dialog';
import { roleNames } from './role-names';
import style from './settings.module.css';
import type { Opening } from './use-opening';

const Standing = ({ person: { deactivatedAt, addressFails, mail } }: { person: Person }) => {
  const zone = useZone();
  if (deactivatedAt)
    return (
      <IconWord tone="quiet" icon={IconUserOff}>
        Deactivated on {longDay(wallOf(deactivatedAt, zone).date)}
      </IconWord>
    );
  if (addressFails)
    return (
      <IconWord tone="bad" icon={IconAlertTriangle}>
        Mail does not arrive. {addressFails}
      </IconWord>
    );
  return mail ? <MailState what="The last mail about their account" mail={mail} /> : <span className={list.quiet}>Can sign in</span>;
};

type RowProps = { person: Person; mayWrite: boolean; onChange: () => void };

const Row = ({ person, mayWrite, onChange }: RowProps) => {
  const isOneself = useSession().account.id === person.id;
  return (
    <tr>
      <td>
        <span className={list.who}>
          <Initials name={person.name} />
          <b className={style.name}>{person.name}</b>
          {isOneself && <span className={list.quiet}>you</span>}
        </span>
      </td>
      <td data-label="Email">{person.email}</td>
      <td data-label="Role">{roleNames[person.role]}</td>
      <td data-label="Standing">
        <Standing person={person} />
      </td>
      {mayWrite && (
        <td {...(isOneself && { 'data-empty': true })}>
          {!isOneself && (
            <QuietButton onClick={onChange} aria-label={`${person.deactivatedAt ? 'Let in again' : 'Change'} ${person.name}`}>
              {person.deactivatedAt ? 'Let in again' : 'Change'}
            </QuietButton>
          )}
        </td>
      )}
    </tr>
  );
};

/** Those who may sign in come first. */
const inOrder = (people: readonly Person[]): Person[] => [...people.filter((one) => !one.deactivatedAt), ...people.filter((one) => one.deactivatedAt)];

const PeopleTable = ({ people, mayWrite, onChange }: { people: readonly Person[]; mayWrite: boolean; onChange: (person: Person) => void }) => (
  <table className={list.table} aria-label="People">
    <thead>
      <tr>
        <th scope="col">Person</th>
        <th scope="col">Email</th>
        <th scope="col">Role</th>
        <th scope="col">Standing</th>
        {mayWrite && <th scope="col">What to do</th>}
      </tr>
    </thead>
    <tbody>
      {inOrder(people).map((person) => (
        <Row key={person.id} person={person} mayWrite={mayWrite} onChange={() => onChange(person)} />
      ))}
    </tbody>
  </table>
);

/** Who works here, and who was invited to. */
export const People = ({ isOpen, onOpen, onClose }: Opening) => {
  const mayWrite = useMay()('people.write');
  const [changedId, setChangedId] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(peopleQuery);
  const isAlone = data?.people.length === 1 && data.invitations.length === 0;

  return (
    <Card isPadded={false} label="People">
      <div className={style.head}>
        <CardHead
          title="Who may sign in"
          count={data?.people.filter(({ deactivatedAt }) => !deactivatedAt).length}
          aside={
            mayWrite && (
              <Button leftSection={<IconMailPlus size={16} stroke={1.8} aria-hidden />} onClick={onOpen}>
                Invite somebody
              </Button>
            )
          }
        />
      </div>
      {error && !data && <ErrorStrip happened="The people could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!data && !error && <Skeletons rows={3} height={42} />}
      {data && <PeopleTable people={data.people} mayWrite={mayWrite} onChange={({ id }) => setChangedId(id)} />}
      {isAlone && (
        <Empty icon={IconUsersGroup} title="You are the only one here.">
          Invite whoever books and coordinates, and a second administrator for the day on which you cannot sign in.
        </Empty>
      )}
      {data && data.invitations.length > 0 && <InvitationTable invitations={data.invitations} mayWrite={mayWrite} />}
      <InviteDialog isOpen={isOpen && mayWrite} onClose={onClose} />
      <PersonDialog key={changedId} person={data?.people.find(({ id }) => id === changedId) ?? null} onClose={() => setChangedId(null)} />
    </Card>
  );
};
