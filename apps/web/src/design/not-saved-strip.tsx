import type { ComponentProps } from 'react';
import { PRESS_AGAIN } from '../api/problem';
import { ErrorStrip } from './strip';

type Props = Omit<ComponentProps<typeof ErrorStrip>, 'happened' | 'safe' | 'lost'> & {
  happened?: string;
  safe?: string;
  /** Where nobody knows. */
  lost?: string;
};

/** Below what somebody wrote and sent. */
export const NotSavedStrip = ({ happened = 'Not saved.', safe = 'What you wrote is still here.', lost = 'It is not known whether it was saved.', ...more }: Props) => (
  <ErrorStrip {...more} happened={happened} safe={safe} lost={{ happened: lost, safe: `What you wrote is still here. ${PRESS_AGAIN}` }} />
);
