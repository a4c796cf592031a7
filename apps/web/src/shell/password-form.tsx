import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { changePassword } from '../api/people';
import { fieldErrorsOf } from '../api/problem';
import { useSession } from '../api/session';
import { ErrorStrip } from '../design/strip';
import { NewPasswordField, passwordFault } from '../signin/new-password-field';
import style from './shell.module.css';

export const PasswordForm = ({ onClose }: { onClose: () => void }) => {
  const { account } = useSession();
  const about = [account.name, account.email];
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (current) => (current ? null : 'Write the password that you have now.'),
      password: (password) => passwordFault(password, about),
    },
  });
  const changing = useMutation({
    mutationFn: (values: { current: string; password: string }) => changePassword(values),
    onSuccess: () => {
      notifications.show({ title: 'Changed', message: 'You stay signed in here, and nowhere else.', color: 'teal' });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const hasFieldError = Object.keys(fieldErrorsOf(changing.error)).length > 0;
  return (
    <form noValidate className={style.passwordForm} onSubmit={form.onSubmit((values) => changing.mutate(values))}>
      <input type="hidden" name="username" autoComplete="username" value={account.email} readOnly />
      <PasswordInput
        label="Password now"
        data-autofocus
        // Where the form comes later than its dialog, the dialog has looked for its first field already.
        autoFocus
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password that you have now', tabIndex: 0 }}
        {...form.getInputProps('current')}
      />
      <NewPasswordField
        value={form.values.password}
        onChange={(password) => form.setFieldValue('password', password)}
        error={form.errors['password']}
        about={about}
      />
      {changing.error && !hasFieldError && (
        <ErrorStrip
          happened="Not changed."
          error={changing.error}
          safe="Your old password still works."
          lost={{ happened: 'It is not known whether it was changed.', safe: 'Press again: where the old one is said to be wrong, the new one holds.' }}
        />
      )}
      <div className={style.passwordButtons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={changing.isPending}>
          Change password
        </Button>
      </div>
    </form>
  );
};
