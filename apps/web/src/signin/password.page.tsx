import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PasswordLink } from '@dragoman/contracts';
import { choosePassword, passwordLinkQuery } from '../api/people';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { LinkButton } from '../design/link-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { Entrance } from './entrance';
import { NewPasswordField, passwordFault } from './new-password-field';
import style from './sign-in.module.css';
import { useEntering } from './use-entering';

const Over = () => (
  <Entrance title="This link is over" lead="It works for one hour and once, and a newer one ends it. Nothing was changed. Ask for a new link; it comes to the same mailbox.">
    <LinkButton to="/forgot" variant="filled" fullWidth>
      Send me a new link
    </LinkButton>
  </Entrance>
);

const Form = ({ person, token }: { person: NonNullable<PasswordLink['person']>; token: string }) => {
  const enter = useEntering();
  const about = [person.name, person.email];
  const form = useForm({ initialValues: { password: '' }, validate: { password: (password) => passwordFault(password, about) } });
  const choosing = useMutation({
    mutationFn: (values: { password: string }) => choosePassword(token, values),
    onSuccess: enter,
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  if (choosing.error instanceof ProblemError && choosing.error.code === 'link-over') return <Over />;
  return (
    <Entrance title="Choose a new password" lead={`For ${person.email}. Wherever you are signed in now, you are signed out; here you go on.`}>
      <form noValidate className={style.form} onSubmit={form.onSubmit((values) => choosing.mutate(values))}>
        {choosing.error && (
          <ErrorStrip
            happened="Not changed."
            error={choosing.error}
            safe="Your old password still works."
            lost={{ happened: 'It is not known whether it was changed.', safe: 'Press again: a link that was used says so, and the new one holds then.' }}
          />
        )}
        <input type="hidden" name="username" autoComplete="username" value={person.email} readOnly />
        <NewPasswordField
          value={form.values.password}
          onChange={(password) => form.setFieldValue('password', password)}
          error={form.errors['password']}
          about={about}
          autoFocus
        />
        <Button type="submit" variant="filled" loading={choosing.isPending} fullWidth h={40}>
          Save and sign in
        </Button>
      </form>
    </Entrance>
  );
};

/** Behind the link in the mail to whoever forgot their password. */
export const PasswordPage = () => {
  const { token } = useParams({ from: '/password/$token' });
  const { data: link, error, refetch } = useQuery(passwordLinkQuery(token));
  if (link) return link.person ? <Form person={link.person} token={token} /> : <Over />;
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422)) return <Over />;
  return (
    <Entrance title="Choose a new password" lead="A moment.">
      {error ? <ErrorStrip happened="The link could not be opened." error={error} safe="It still works." retry={{ run: () => void refetch() }} /> : <Skeletons rows={2} height={40} />}
    </Entrance>
  );
};
