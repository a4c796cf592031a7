import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { IconArrowBackUp, IconBan, IconChevronRight, IconLanguage, IconPencil, IconPrinter, IconRestore, IconSend, IconUser, IconUserOff } from '@tabler/icons-react';
import { UnstyledButton } from '@mantine/core';
import type { BookingDetail } from '@dragoman/contracts';
import { useMay } from '../api/session';
import { Card } from '../design/card';
import { isAhead } from '../design/words';
import { CancelDialog } from './cancel-dialog';
import { ChangeDialog } from './change-dialog';
import { LanguageDialog } from './language-dialog';
import { LetterDialog } from './letter-dialog';
import { RefuseDialog } from './refuse-dialog';
import { VoidDialog } from './void-dialog';
import { WithdrawDialog } from './withdraw-dialog';
import style from './booking.module.css';

export const Actions = ({ booking, onOffer }: { booking: BookingDetail; onOffer: () => void }) => {
  const [isCancelling, cancelling] = useDisclosure(false);
  const [isChanging, changing] = useDisclosure(false);
  const [isVoiding, voiding] = useDisclosure(false);
  const [isChangingLanguage, changingLanguage] = useDisclosure(false);
  const [isRefusing, refusing] = useDisclosure(false);
  const [isPrinting, printing] = useDisclosure(false);
  const [isWithdrawing, withdrawing] = useDisclosure(false);
  const may = useMay();
  const mayRefuse = may('patients.write');
  const chevron = <IconChevronRight size={16} stroke={1.8} aria-hidden />;

  return (
    <Card label="Actions" isPadded={false} className={style.actions}>
      {(booking.state === 'requested' || booking.state === 'offering') && (
        <UnstyledButton className={style.action} onClick={onOffer}>
          <IconSend size={18} stroke={1.8} aria-hidden />
          Offer to more interpreters
          {chevron}
        </UnstyledButton>
      )}
      {booking.offers.some(({ state }) => state === 'open') && (
        <UnstyledButton className={style.action} onClick={withdrawing.open}>
          <IconArrowBackUp size={18} stroke={1.8} aria-hidden />
          Withdraw an offer
          {chevron}
        </UnstyledButton>
      )}
      <Link className={style.action} to="/patients/$patientId" params={{ patientId: booking.patient.id }}>
        <IconUser size={18} stroke={1.8} aria-hidden />
        Open patient profile
        {chevron}
      </Link>
      {mayRefuse && booking.offers.length > 0 && (
        <UnstyledButton className={style.action} onClick={refusing.open}>
          <IconUserOff size={18} stroke={1.8} aria-hidden />
          Patient wants somebody else
          {chevron}
        </UnstyledButton>
      )}
      {booking.state === 'confirmed' && (
        <UnstyledButton className={style.action} onClick={printing.open}>
          <IconPrinter size={18} stroke={1.8} aria-hidden />
          Print a letter
          {chevron}
        </UnstyledButton>
      )}
      {isAhead(booking.state) && (
        <UnstyledButton className={style.action} onClick={changing.open}>
          <IconPencil size={18} stroke={1.8} aria-hidden />
          Change time, place or wishes
          {chevron}
        </UnstyledButton>
      )}
      {isAhead(booking.state) && (
        <UnstyledButton className={style.action} onClick={changingLanguage.open}>
          <IconLanguage size={18} stroke={1.8} aria-hidden />
          Change the language
          {chevron}
        </UnstyledButton>
      )}
      {isAhead(booking.state) && (
        <UnstyledButton className={style.action} data-tone="bad" onClick={cancelling.open}>
          <IconBan size={18} stroke={1.8} aria-hidden />
          Cancel booking
          {chevron}
        </UnstyledButton>
      )}
      {booking.state === 'cancelled' && may('cancellations.void') && (
        <UnstyledButton className={style.action} onClick={voiding.open}>
          <IconRestore size={18} stroke={1.8} aria-hidden />
          Void the cancellation
          {chevron}
        </UnstyledButton>
      )}
      <ChangeDialog booking={booking} isOpen={isChanging} onClose={changing.close} />
      <VoidDialog booking={booking} isOpen={isVoiding} onClose={voiding.close} />
      <LetterDialog booking={booking} isOpen={isPrinting} onClose={printing.close} />
      <WithdrawDialog booking={booking} isOpen={isWithdrawing} onClose={withdrawing.close} />
      <LanguageDialog booking={booking} isOpen={isChangingLanguage} onClose={changingLanguage.close} />
      <RefuseDialog booking={booking} isOpen={isRefusing} onClose={refusing.close} />
      <CancelDialog booking={booking} isOpen={isCancelling} onClose={cancelling.close} />
    </Card>
  );
};
