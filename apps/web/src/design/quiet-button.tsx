import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import style from './quiet-button.module.css';

type Props = UnstyledButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof UnstyledButtonProps> & { tone?: 'teal' | 'quiet' | 'bad' };

/** A button that reads as a word in a line of text. */
export const QuietButton = ({ tone = 'teal', className = '', ...props }: Props) => (
  <UnstyledButton type="button" className={`${style.button} ${className}`} data-tone={tone} {...props} />
);
