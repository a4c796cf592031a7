import type { ComponentProps } from 'react';
import { isAnswered } from '../api/problem';
import { ErrorStrip } from './strip';

type Props = Omit<ComponentProps<typeof ErrorStrip>, 'happened' | 'safe'> & {
  happened?: string;
  safe?: string;
  /** Where nobody knows. */
  lost?: string;
};

/**
 * Below what somebody wrote and sent. An answer that was lost on its way may have been a yes, so nothing is said to have failed then;
 * the same once more is sent under the same key, and is done once.
 */
export const NotSavedStrip = ({ error, happened = 'Not saved.', safe = 'What you wrote is still here.', lost = 'It is not known whether it was saved.', ...more }: Props) =>
  isAnswered(error) ? (
    <ErrorStrip {...more} error={error} happened={happened} safe={safe} />
  ) : (
    <ErrorStrip error={error} happened={lost} safe="What you wrote is still here. Press again: it is never done twice." />
  );
