import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { IconLanguage } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ProblemError } from '../api/problem';
import { sessionQuery, signIn } from '../api/session';
import { ErrorStrip, Strip } from '../design/strip';
import style from './sign-in.module.css';

const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim());
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

  useEffect(() => {
    document.title = 'Sign in · Dragoman';
  }, []);

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
    <main className={style.place}>
      <div className={style.card}>
        <div className={style.brand}>
          <span className={style.logo}>
            <IconLanguage size={22} stroke={2} aria-hidden />
          </span>
          Dragoman
        </div>
        <h1 className={style.title}>Sign in</h1>
        <p className={style.lead}>The desk where interpreters are booked and patients are spoken to in their own language.</p>
        <form onSubmit={enter} noValidate className={style.form}>
          {isWrongPair && (
            <Strip tone="bad" role="alert">
              <b>Not signed in.</b> That email and password do not belong together. Check both and try again; an
              administrator can give you a new password.
            </Strip>
          )}
          {failure !== null && !isWrongPair && <ErrorStrip happened="Not signed in." error={failure} safe="Try again in a moment." />}
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
      </div>
    </main>
  );
};
