import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconMailForward } from '@tabler/icons-react';
import { forgotPassword } from '../api/people';
import { ErrorStrip, Strip } from '../design/strip';
import { Entrance } from './entrance';
import { isEmail } from './is-email';
import style from './sign-in.module.css';

/** The same is said whether or not anybody has that address: only the mailbox tells. */
export const ForgotPage = () => {
  const { email = '' } = useSearch({ from: '/forgot' });
  const form = useForm({ initialValues: { email }, validate: { email: (typed) => (isEmail(typed) ? null : 'Write your email address.') } });
  const asking = useMutation({ mutationFn: (values: { email: string }) => forgotPassword(values.email.trim()) });

  return (
    <Entrance title="A new password" lead="Write the address that you sign in with. If it has an account, a link comes to its mailbox; it works for one hour.">
      <form noValidate className={style.form} onSubmit={form.onSubmit((values) => asking.mutate(values))}>
        {asking.isSuccess && (
          <Strip tone="ok" icon={IconMailForward} role="status">
            <b>Look at your mailbox.</b> If {asking.variables.email.trim()} has an account, a link is on its way. Nothing came after five minutes? Look at the junk folder, then ask an administrator whether this is the address you were invited by.
          </Strip>
        )}
        {asking.error && (
          <ErrorStrip
            happened="No link was sent."
            error={asking.error}
            safe="Your old password still works."
            lost={{ happened: 'It is not known whether a link was sent.', safe: 'Press again: the newest mail is the one.' }}
          />
        )}
        <TextInput label="Email" type="email" autoComplete="username" autoFocus inputMode="email" {...form.getInputProps('email')} />
        <Button type="submit" variant={asking.isSuccess ? 'default' : 'filled'} loading={asking.isPending} fullWidth h={40}>
          {asking.isSuccess ? 'Send it again' : 'Send me a link'}
        </Button>
      </form>
      <p className={style.below}>
        <Link to="/sign-in">Back to signing in</Link>
      </p>
    </Entrance>
  );
};
