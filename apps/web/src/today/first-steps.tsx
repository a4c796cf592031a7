import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { FirstStep, Permission } from '@dragoman/contracts';
import { firstStepsQuery } from '../api/organisation';
import { useMay, useSession } from '../api/session';
import { Card, CardHead } from '../design/card';
import { LinkButton } from '../design/link-button';
import { forget, keep, recall } from '../fields/kept';
import style from './today.module.css';

type Leads =
  | { to: '/settings/organisation' | '/settings/sites' | '/settings/people' | '/settings/messages'; search: { open: true } }
  | { to: '/settings/policies' | '/interpreters/import' | '/patients/new' | '/book' };
type Step = { key: FirstStep; title: string; why: string; leads: Leads; action: string; needs: Permission };

const steps: readonly Step[] = [
  {
    key: 'organisation',
    title: 'Say where patients call you',
    why: 'Every message to a patient names you, and a number where somebody answers.',
    leads: { to: '/settings/organisation', search: { open: true } },
    action: 'Write it down',
    needs: 'policy.write',
  },
  {
    key: 'site',
    title: 'Add your first site',
    why: 'Where patients come. Its address stands in messages, and its place on the map tells who can get there in time.',
    leads: { to: '/settings/sites', search: { open: true } },
    action: 'Add a site',
    needs: 'sites.write',
  },
  {
    key: 'rules',
    title: 'Read the rules that you start with',
    why: 'They are whole sentences. Change what is different with you; under On the day, name whoever is to hear when nobody can be found for a patient.',
    leads: { to: '/settings/policies' },
    action: 'Read the rules',
    needs: 'policy.write',
  },
  {
    key: 'people',
    title: 'Invite your colleagues',
    why: 'Each gets a mail with a link and chooses a password. Invite a second administrator, for the day on which you are not there.',
    leads: { to: '/settings/people', search: { open: true } },
    action: 'Invite somebody',
    needs: 'people.write',
  },
  {
    key: 'test-message',
    title: 'Send a message to yourself',
    why: 'So that you see it arrive before a patient waits for one.',
    leads: { to: '/settings/messages', search: { open: true } },
    action: 'Send one',
    needs: 'policy.write',
  },
  {
    key: 'interpreter',
    title: 'Bring in your interpreters',
    why: 'From a spreadsheet, checked line by line, or one by one: languages, credentials, and the hours in which offers are welcome.',
    leads: { to: '/interpreters/import' },
    action: 'Bring them in',
    needs: 'interpreters.write',
  },
  {
    key: 'patient',
    title: 'Register a patient',
    why: 'How this person needs to be spoken to, asked once and used everywhere.',
    leads: { to: '/patients/new' },
    action: 'Register a patient',
    needs: 'patients.write',
  },
  {
    key: 'booking',
    title: 'Book the first appointment',
    why: 'Interpreters appear as you type, best first, with reasons.',
    leads: { to: '/book' },
    action: 'Book',
    needs: 'bookings.write',
  },
];

const Row = ({ step, at, isDone, isNext }: { step: Step; at: number; isDone: boolean; isNext: boolean }) => {
  const mayDo = useMay()(step.needs);
  return (
    <li className={style.step}>
      <span className={style.stepMark} data-done={isDone || undefined}>
        {isDone ? <IconCheck size={16} aria-label="Done" /> : at + 1}
      </span>
      <span className={style.stepText}>
        <b>{step.title}</b>
        <span>{mayDo ? step.why : 'An administrator does this.'}</span>
      </span>
      {mayDo && !isDone && (
        <LinkButton {...step.leads} variant={isNext ? 'filled' : 'default'}>
          {step.action}
        </LinkButton>
      )}
    </li>
  );
};

const placeOf = (accountId: string) => `first-steps-away:${accountId}`;

/**
 * From an empty installation to the first booking, in any order; ticked by what is there.
 * @param on Today shows them until there is a booking, or they are put away; Settings shows what is left
 */
export const FirstSteps = ({ on }: { on: 'today' | 'settings' }) => {
  const may = useMay();
  const { account } = useSession();
  const { data } = useQuery(firstStepsQuery);
  const [isAway, setAway] = useState(recall(placeOf(account.id)) === true);
  if (!data) return null;
  const done = new Set(data.done);
  const left = steps.filter(({ key }) => !done.has(key));
  const isShown = on === 'today' ? !done.has('booking') && !isAway : left.length > 0 && may('policy.write');
  if (!isShown) return null;
  const next = left.find(({ needs }) => may(needs));
  const putAway = (away: boolean) => {
    if (away) keep(placeOf(account.id), true);
    else forget(placeOf(account.id));
    setAway(away);
  };

  return (
    <Card label="First steps">
      <CardHead title={done.has('booking') ? 'What is left to set up' : 'First steps to the first booking'} count={`${done.size} of ${steps.length}`}>
        {on === 'today' && (
          <Button size="compact-sm" variant="subtle" onClick={() => putAway(true)}>
            Put away
          </Button>
        )}
        {on === 'settings' && isAway && !done.has('booking') && (
          <Button size="compact-sm" variant="subtle" onClick={() => putAway(false)}>
            Show on Today again
          </Button>
        )}
      </CardHead>
      <p className={style.stepsLead}>In any order. Each ticks itself once it is there{on === 'today' ? '; put away, they wait in Settings.' : '.'}</p>
      <ol className={style.steps}>
        {steps.map((step, at) => (
          <Row key={step.key} step={step} at={at} isDone={done.has(step.key)} isNext={step === next} />
        ))}
      </ol>
    </Card>
  );
};

/** Whether the way to the first booking is what this screen is about. */
export const useIsBeginning = (): boolean => {
  const { data } = useQuery(firstStepsQuery);
  return data !== undefined && !data.done.includes('booking');
};
