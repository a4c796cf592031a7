import { Button, Modal, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '@dragoman/contracts';
import { changeRole, deactivate, reactivate, sendPasswordLink } from '../api/people';
import { AskOnce } from '../design/ask-once';
import { ErrorStrip } from '../design/strip';
import { roles } from './role-names';
import style from './settings.module.css';

type Props = { person: Person; onClose: () => void };

const useAfter = (onClose: () => void) => {
  const client = useQueryClient();
  return (title: string, message: string) => {
    void client.invalidateQueries({ queryKey: ['people'] });
    notifications.show({ title, message, color: 'teal' });
    onClose();
  };
};

const RoleField = ({ person, onClose }: Props) => {
  const [role, setRole] = useState(person.role);
  const after = useAfter(onClose);
  const saving = useMutation({
    mutationFn: () => changeRole(person.id, { from: person.role, to: role }),
    onSuccess: () => after('Saved', `${person.name} works with the new role from their next press on.`),
  });
  return (
    <form className={style.form} onSubmit={(event) => (event.preventDefault(), saving.mutate())}>
      <Select label="Role" data={roles} allowDeselect={false} value={role} onChange={(value) => value && setRole(value)} />
      {saving.error && <ErrorStrip happened="Not changed." error={saving.error} safe="Close this and look at the list." />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={saving.isPending} disabled={role === person.role}>
          Save role
        </Button>
      </div>
    </form>
  );
};

const PasswordLink = ({ person, onClose }: Props) => {
  const after = useAfter(onClose);
  const sending = useMutation({
    mutationFn: () => sendPasswordLink(person.id),
    onSuccess: () => after('Sent', `${person.name} gets a mail at ${person.email}. The link in it works for one hour.`),
  });
  return (
    <section className={style.part}>
      <h3>Password</h3>
      <p>They choose a new one behind a link in their mail; you never see it. Until then the old one works.</p>
      {sending.error && <ErrorStrip happened="Not sent." error={sending.error} safe="Their password still works." />}
      <Button loading={sending.isPending} onClick={() => sending.mutate()}>
        Send a link for a new password
      </Button>
    </section>
  );
};

const Leaving = ({ person, onClose }: Props) => {
  const after = useAfter(onClose);
  return (
    <section className={style.part}>
      <h3>Access</h3>
      <AskOnce
        opener={`Deactivate ${person.name}`}
        question={`Deactivate ${person.name}?`}
        yes="Deactivate"
        no="Keep"
        failed={{ happened: 'Not deactivated.', safe: 'They can still sign in.' }}
        act={() => deactivate(person.id)}
        onDone={() => after('Deactivated', `${person.name} is signed out everywhere and cannot sign in.`)}
      >
        They are signed out at once and cannot sign in. What they did stays in the records under their name, and you can let them in again.
      </AskOnce>
    </section>
  );
};

const Returning = ({ person, onClose }: Props) => {
  const after = useAfter(onClose);
  const letting = useMutation({
    mutationFn: () => reactivate(person.id),
    onSuccess: () => after('Let in again', `${person.name} signs in as before.`),
  });
  return (
    <div className={style.form}>
      <p className={style.lead}>They sign in with the password that they had, and with the same role. If they forgot it, send them a link afterwards.</p>
      {letting.error && <ErrorStrip happened="Not changed." error={letting.error} safe="They still cannot sign in." />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button variant="filled" loading={letting.isPending} onClick={() => letting.mutate()}>
          Let in again
        </Button>
      </div>
    </div>
  );
};

/** What an administrator decides about one colleague. */
export const PersonDialog = ({ person, onClose }: { person: Person | null; onClose: () => void }) => (
  <Modal opened={person !== null} onClose={onClose} title={person?.name} size={480}>
    {person?.deactivatedAt && <Returning person={person} onClose={onClose} />}
    {person && !person.deactivatedAt && (
      <>
        <RoleField person={person} onClose={onClose} />
        <PasswordLink person={person} onClose={onClose} />
        <Leaving person={person} onClose={onClose} />
      </>
    )}
  </Modal>
);
