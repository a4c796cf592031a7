import { Button, Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconDots } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { Attest, TodayRow } from '@dragoman/contracts';
import { attest, takeBack } from '../api/attendance';
import { failureOf } from '../api/problem';
import { useMay } from '../api/session';
import { LateDialog } from '../booking/late-dialog';
import { QuietButton } from '../design/quiet-button';
import { useNow } from '../time/clock';
import { mayBeAbsent, nextStep, stepWords } from './day-steps';
import style from './day.module.css';

type Kind = Attest['kind'];
type Act = { say: Kind } | { takeBack: string };

const useActs = (bookingId: string, onActed: (bookingId: string) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => ('say' in act ? attest(bookingId, { kind: act.say }) : takeBack(bookingId, act.takeBack)),
    onSuccess: async () => {
      onActed(bookingId);
      void client.invalidateQueries({ queryKey: ['booking', bookingId] });
      await client.invalidateQueries({ queryKey: ['today'] });
    },
  });
};

type Props = { row: TodayRow; onActed: (bookingId: string) => void };

/** The next step of a session in one tap, the others one tap further; what was said by mistake is taken back here. */
export const DayCell = ({ row, onActed }: Props) => {
  const now = useNow();
  const navigate = useNavigate();
  const mayWrite = useMay()('bookings.write');
  const [isLate, late] = useDisclosure(false);
  const acts = useActs(row.id, onActed);
  const { day, patientName } = row;
  const step = nextStep(row, now);
  // Of a double click the second would be the next step, which nobody meant.
  const once = (act: Act) => (event: MouseEvent) => {
    if (event.detail < 2 && !acts.isPending) acts.mutate(act);
  };
  if (!mayWrite || (step === null && day.saidLast === null)) return null;
  const isAbsence = mayBeAbsent(row, now);
  const isBeforeStart = row.state === 'confirmed' && day.startedAt === null;
  const { saidLast } = day;

  return (
    <div className={style.cell}>
      {step && (
        <span className={style.buttons}>
          <Button size="xs" loading={acts.isPending} onClick={once({ say: step })} className={style.step} aria-label={`${stepWords[step]}, ${patientName}`}>
            {stepWords[step]}
          </Button>
          {isBeforeStart && (
            <Menu position="bottom-start" width={240} withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <UnstyledButton className={style.menu} aria-label={`More about ${patientName}`}>
                  <IconDots size={18} stroke={1.8} aria-hidden />
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                {step === 'arrived' && <Menu.Item onClick={once({ say: 'started' })}>It has started</Menu.Item>}
                {isAbsence && <Menu.Item onClick={once({ say: 'patient-absent' })}>The patient did not come</Menu.Item>}
                {isAbsence && (
                  <Menu.Item onClick={() => void navigate({ to: '/bookings/$bookingId', params: { bookingId: row.id }, search: { lost: true } })}>The interpreter did not come</Menu.Item>
                )}
                {now < new Date(row.endsAt) && <Menu.Item onClick={late.open}>We are running late</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      )}
      {saidLast && (
        <QuietButton onClick={once({ takeBack: saidLast.markId })} aria-label={`Take back “${stepWords[saidLast.kind]}”, ${patientName}`}>
          Take back
        </QuietButton>
      )}
      {acts.error && (
        <span role="alert" className={style.error}>
          {failureOf(acts.error, 'Not saved.')}
        </span>
      )}
      <LateDialog about={{ id: row.id, patientName, interpreterName: row.interpreterName }} isOpen={isLate} onClose={late.close} />
    </div>
  );
};
