import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Joining } from '@dragoman/contracts';
import { join, joiningQuery } from '../api/people';
import { fieldErrorsOf, ProblemError } from '../api/problem';
import { LinkButton } from '../design/link-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import { roleNames } from '../settings/role-names';
import { Entrance } from './entrance';
import { NewPasswordField, passwordFault } from './new-password-field';
import style from './sign-in.module.css';
import { useEntering } from './use-entering';

const over: Record<Exclude<Joining['state'], 'open'>, (joining: Joining) => { title: string; lead: string }> = {
  expired: ({ organisation }) => ({
    title: 'This invitation has run out',
    lead: `Invitations work for seven days. Ask whoever looks after accounts at ${organisation} to send it again: it takes them one press.`,
  }),
  accepted: ({ email }) => ({
    title: 'This invitation was used',
    lead: `There is an account for ${email} now. Sign in with the password that was chosen; if it was not you, tell an administrator at once.`,
  }),
  withdrawn: ({ organisation }) => ({
    title: 'This invitation was taken back',
    lead: `${organisation} took it back. If you think that this is a mistake, ask whoever looks after accounts there.`,
  }),
  replaced: () => ({ title: 'There is a newer invitation', lead: 'It was sent again since. Look for the newest mail and use the link in it.' }),
};

const Over = ({ joining, state }: { joining: Joining; state: Exclude<Joining['state'], 'open'> }) => (
  <Entrance {...over[state](joining)}>
    <LinkButton to="/sign-in" variant={state === 'accepted' ? 'filled' : 'default'} fullWidth>
      Sign in
    </LinkButton>
  </Entrance>
);

const Form = ({ joining, token }: { joining: Joining; token: string }) => {
  const enter = useEntering();
  const form = useForm({
    initialValues: { name: joining.name, password: '' },
    validate: {
      name: (name) => (name.trim() ? null : 'Write your name, as colleagues know you.'),
      password: (password, { name }) => passwordFault(password, [name, joining.email]),
    },
  });
  const joins = useMutation({
    mutationFn: (values: { name: string; password: string }) => join(token, values),
    onSuccess: enter,
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const { error } = joins;
  const isTaken = error instanceof ProblemError && error.code === 'email-taken';
  const isUsed = error instanceof ProblemError && (error.code === 'link-over' || error.code === 'invitation-accepted');

  return (
    <Entrance title={`Welcome to ${joining.organisation}`} lead="Choose a password, and you are in. Nobody else ever sees it.">
      <form noValidate className={style.form} onSubmit={form.onSubmit((values) => joins.mutate(values))}>
        <dl className={style.facts}>
          <dt>You sign in with</dt>
          <dd>{joining.email}</dd>
          <dt>Your role</dt>
          <dd>{roleNames[joining.role]}</dd>
        </dl>
        {isTaken && (
          <Strip tone="bad" role="alert">
            <b>No account was made.</b> {joining.email} signs in to another organisation already, and an address signs in to one. Ask for an invitation to another address.
          </Strip>
        )}
        {isUsed && (
          <Strip tone="warn" role="alert">
            <b>This invitation was used meanwhile.</b> If that was you in another window, <Link to="/sign-in">sign in</Link> with the password that you chose there.
          </Strip>
        )}
        {error && !isTaken && !isUsed && (
          <ErrorStrip
            happened="No account was made."
            error={error}
            safe="What you wrote is still here."
            lost={{ happened: 'It is not known whether your account was made.', safe: 'Press again: an invitation that was used says so, and you can sign in then.' }}
          />
        )}
        <TextInput label="Your name" description="As colleagues know you" autoComplete="name" maxLength={80} {...form.getInputProps('name')} />
        {/* For the browser's own keeper of passwords. */}
        <input type="hidden" name="username" autoComplete="username" value={joining.email} readOnly />
        <NewPasswordField
          label="Password"
          value={form.values.password}
          onChange={(password) => form.setFieldValue('password', password)}
          error={form.errors['password']}
          about={[form.values.name, joining.email]}
          autoFocus
        />
        <Button type="submit" variant="filled" loading={joins.isPending} fullWidth h={40}>
          Begin
        </Button>
      </form>
    </Entrance>
  );
};

/** Behind the link of an invitation. */
export const JoinPage = () => {
  const { token } = useParams({ from: '/join/$token' });
  const { data: joining, error, refetch } = useQuery(joiningQuery(token));
  if (joining) return joining.state === 'open' ? <Form joining={joining} token={token} /> : <Over joining={joining} state={joining.state} />;
  const isUnknown = error instanceof ProblemError && (error.status === 404 || error.status === 422);
  if (isUnknown)
    return (
      <Entrance title="There is no such invitation" lead="Part of the address may be missing. Open the mail again and press the button in it, or copy the whole link.">
        <LinkButton to="/sign-in" fullWidth>
          Sign in
        </LinkButton>
      </Entrance>
    );
  return (
    <Entrance title="Your invitation" lead="A moment.">
      {error ? <ErrorStrip happened="The invitation could not be opened." error={error} safe="It still works." retry={{ run: () => void refetch() }} /> : <Skeletons rows={3} height={40} />}
    </Entrance>
  );
};
