import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../api/problem';
import { sessionQuery, signIn } from '../api/session';
import { ErrorStrip, Strip } from '../design/strip';
import { Entrance } from './entrance';
import { isEmail } from './is-email';
import style from './sign-in.module.css';

/** Only our own paths: a link that leads elsewhere after signing in would be a trap. */
const isOwnPath = (next: string | undefined): next is string => Boolean(next?.startsWith('/') && !/^\/[/\\]/.test(next));

export const SignInPage = () => {
  const { next } = useSearch({ from: '/sign-in' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (isEmail(email) ? null : 'Write your email address.'),
      password: (password) => (password ? null : 'Write your password.'),
    },
  });

  const enter = form.onSubmit(async ({ email, password }) => {
    setBusy(true);
    setFailure(null);
    try {
      client.setQueryData(sessionQuery.queryKey, await signIn({ email: email.trim(), password }));
      if (isOwnPath(next)) router.history.push(next);
      else await navigate({ to: '/' });
    } catch (error) {
      setFailure(error);
      form.setFieldValue('password', '');
    } finally {
      setBusy(false);
    }
  });

  const isWrongPair = failure instanceof ProblemError && (failure.code === 'wrong-sign-in' || failure.status === 401);

  return (
    <Entrance title="Sign in" lead="The desk where interpreters are booked and patients are spoken to in their own language.">
      <form onSubmit={enter} noValidate className={style.form}>
        {isWrongPair && (
          <Strip tone="bad" role="alert">
            <b>Not signed in.</b> That email and password do not belong together. Check both and try again, or
            have a link to choose a new password sent to you.
          </Strip>
        )}
        {failure !== null && !isWrongPair && <ErrorStrip changesNothing happened="Not signed in." error={failure} safe="Try again in a moment." />}
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          autoFocus
          inputMode="email"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" variant="filled" loading={isBusy} fullWidth h={40}>
          Sign in
        </Button>
      </form>
      <p className={style.below}>
        <Link to="/forgot" search={isEmail(form.values.email) ? { email: form.values.email.trim() } : {}}>
          I forgot my password
        </Link>
      </p>
    </Entrance>
  );
};
