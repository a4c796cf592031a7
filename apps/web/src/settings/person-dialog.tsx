import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '@dragoman/contracts';
import { changePerson, changeRole, deactivate, reactivate, sendPasswordLink } from '../api/people';
import { fieldErrorsOf } from '../api/problem';
import { AskOnce } from '../design/ask-once';
import { NotSavedStrip } from '../design/not-saved-strip';
import { ErrorStrip } from '../design/strip';
import { isEmail } from '../signin/is-email';
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

const DetailsFields = ({ person: { id, name, email }, onClose }: Props) => {
  const after = useAfter(onClose);
  const form = useForm({
    initialValues: { name, email },
    validate: {
      name: (typed) => (typed.trim() === '' ? 'Write a name.' : null),
      email: (typed) => (isEmail(typed) ? null : 'Write an email address.'),
    },
  });
  const isAnotherAddress = form.values.email.trim().toLowerCase() !== email.toLowerCase();
  const saving = useMutation({
    mutationFn: (details: { name: string; email: string }) => changePerson(id, { details, seen: { name, email } }),
    onSuccess: (_, details) => after('Saved', isAnotherAddress ? `${details.name} signs in with ${details.email.trim()} from now on. Both addresses are told.` : `${details.name} gets a mail about it.`),
    onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrorsOf(error)).map(([path, message]) => [path.replace(/^details\./, ''), message]))),
  });
  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((details) => saving.mutate(details))}>
      <TextInput label="Name" maxLength={80} {...form.getInputProps('name')} />
      <TextInput label="Email" type="email" maxLength={200} {...form.getInputProps('email')} />
      {isAnotherAddress && (
        <p className={style.note}>They are signed out everywhere and sign in with the new address and the same password. Both addresses are told.</p>
      )}
      {saving.error && <NotSavedStrip happened="Not changed." error={saving.error} safe="They sign in as before." />}
      <div className={style.buttons}>
        <Button type="submit" loading={saving.isPending} disabled={!form.isDirty()}>
          Save name and email
        </Button>
      </div>
    </form>
  );
};

const RoleField = ({ person, onClose }: Props) => {
  const [role, setRole] = useState(person.role);
  const after = useAfter(onClose);
  const saving = useMutation({
    mutationFn: () => changeRole(person.id, { from: person.role, to: role }),
    onSuccess: () => after('Saved', `${person.name} works with the new role from their next press on.`),
  });
  return (
    <form className={`${style.form} ${style.stretched}`} onSubmit={(event) => (event.preventDefault(), saving.mutate())}>
      <Select label="Role" data={roles} allowDeselect={false} value={role} onChange={(value) => value && setRole(value)} />
      {saving.error && <NotSavedStrip happened="Not changed." error={saving.error} safe="Close this and look at the list." />}
      <div className={style.buttons}>
        <Button type="submit" loading={saving.isPending} disabled={role === person.role}>
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
        <DetailsFields person={person} onClose={onClose} />
        <section className={style.part} aria-label="Role">
          <RoleField person={person} onClose={onClose} />
        </section>
        <PasswordLink person={person} onClose={onClose} />
        <Leaving person={person} onClose={onClose} />
      </>
    )}
  </Modal>
);
