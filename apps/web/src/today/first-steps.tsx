import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import type { Permission } from '@dragoman/contracts';
import { interpretersQuery } from '../api/interpreters';
import { sitesQuery } from '../api/organisation';
import { patientsQuery } from '../api/patients';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { LinkButton } from '../design/link-button';
import style from './today.module.css';

type Step = {
  title: string;
  why: string;
  to: '/settings' | '/interpreters/new' | '/patients/new' | '/book';
  action: string;
  needs: Permission;
  isDone: boolean;
};

const hasFirst = (pages: { items: unknown[] }[] | undefined) => (pages?.[0]?.items.length ?? 0) > 0;

/** The way to a first booking, ticked off as one goes; `null` once everything a booking needs is there. */
export const useFirstSteps = ({ isAsked }: { isAsked: boolean }): Step[] | null => {
  const may = useMay();
  const sites = useQuery({ ...sitesQuery, enabled: isAsked && may('sites.read') });
  const interpreters = useInfiniteQuery({ ...interpretersQuery({}), enabled: isAsked && may('interpreters.read') });
  const patients = useInfiniteQuery({ ...patientsQuery(''), enabled: isAsked && may('patients.read') });
  const isKnown = sites.isSuccess && interpreters.isSuccess && patients.isSuccess;

  const steps: Step[] = [
    {
      title: 'Add a site',
      why: 'Where patients come: its address is in messages, its position tells travel times.',
      to: '/settings',
      action: 'Add a site',
      needs: 'sites.write',
      isDone: (sites.data?.length ?? 0) > 0,
    },
    {
      title: 'Add an interpreter',
      why: 'Languages, credentials and the hours in which offers are welcome.',
      to: '/interpreters/new',
      action: 'Add an interpreter',
      needs: 'interpreters.write',
      isDone: hasFirst(interpreters.data?.pages),
    },
    {
      title: 'Register a patient',
      why: 'How this person needs to be spoken to, asked once and used everywhere.',
      to: '/patients/new',
      action: 'Register a patient',
      needs: 'patients.write',
      isDone: hasFirst(patients.data?.pages),
    },
    {
      title: 'Book the first appointment',
      why: 'Interpreters appear as you type, best first, with reasons.',
      to: '/book',
      action: 'Book',
      needs: 'bookings.write',
      isDone: false,
    },
  ];
  return isAsked && isKnown && steps.filter(({ isDone }) => !isDone).length > 1 ? steps : null;
};

/** On an empty installation: what to do first, and why. */
export const FirstSteps = ({ steps }: { steps: Step[] }) => {
  const may = useMay();
  const nextStep = steps.find(({ isDone }) => !isDone);

  return (
    <Card label="First steps">
      <CardHead title="Four steps to the first booking" />
      <ol className={style.steps}>
        {steps.map((step, index) => (
          <li key={step.title} className={style.step}>
            <span className={style.stepMark} data-done={step.isDone || undefined}>
              {step.isDone ? <IconCheck size={16} aria-label="Done" /> : index + 1}
            </span>
            <span className={style.stepText}>
              <b>{step.title}</b>
              <span>{may(step.needs) ? step.why : 'An administrator does this.'}</span>
            </span>
            {may(step.needs) && !step.isDone && (
              <LinkButton to={step.to} variant={step === nextStep ? 'filled' : 'default'}>
                {step.action}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
};
