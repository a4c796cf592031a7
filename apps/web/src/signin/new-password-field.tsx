import { PasswordInput } from '@mantine/core';
import { LEAST_PASSWORD, passwordStrength, type PasswordStrength } from '@dragoman/kernel';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconWord } from '../design/status';
import type { Tone } from '../design/tone';
import style from './sign-in.module.css';

const shown: Record<PasswordStrength, { tone: Tone; icon: Icon; words: string }> = {
  short: { tone: 'quiet', icon: IconCircleDashed, words: '' },
  guessed: { tone: 'bad', icon: IconAlertTriangle, words: 'Guessed at once: it is among the first that anybody tries.' },
  fair: { tone: 'ok', icon: IconCircleCheck, words: 'Good enough. Longer is safer.' },
  strong: { tone: 'ok', icon: IconCircleCheck, words: 'Strong.' },
};

const missing = (password: string): string => {
  const left = LEAST_PASSWORD - password.length;
  return left === 1 ? 'One more character.' : `${left} more characters.`;
};

type Props = {
  label?: string;
  value: string;
  onChange: (password: string) => void;
  error: ReactNode;
  /** What whoever guesses would try first: the name, the address. */
  about: readonly string[];
  autoFocus?: boolean;
};

/** Says in words how soon it would be guessed, while it is typed. */
export const NewPasswordField = ({ label = 'New password', value, onChange, error, about, autoFocus }: Props) => {
  const strength = passwordStrength(value, about);
  const { tone, icon, words } = shown[strength];
  return (
    <div>
      <PasswordInput
        label={label}
        description={`At least ${LEAST_PASSWORD} characters. Three or four words that have nothing to do with each other are easy to remember and hard to guess.`}
        autoComplete="new-password"
        autoFocus={autoFocus}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
      />
      <p className={style.strength} role="status">
        {value !== '' && !error && (
          <IconWord tone={tone} icon={icon}>
            {words || missing(value)}
          </IconWord>
        )}
      </p>
    </div>
  );
};

/** What is said where it is not sent; null if it will do. */
export const passwordFault = (password: string, about: readonly string[]): string | null => {
  const strength = passwordStrength(password, about);
  if (strength === 'short') return `At least ${LEAST_PASSWORD} characters.`;
  return strength === 'guessed' ? 'Choose another one: this is among the first that anybody tries.' : null;
};
