import { IconAlertTriangle, IconCircleCheck, IconClock, IconHelpCircle, IconSend, type Icon } from '@tabler/icons-react';
import type { AccountMail } from '@dragoman/contracts';
import { IconWord } from '../design/status';
import { mailWords } from './mail-words';

const icons: Record<AccountMail['state'], Icon> = {
  'on-its-way': IconClock,
  sent: IconSend,
  arrived: IconCircleCheck,
  'not-arrived': IconAlertTriangle,
  unknown: IconHelpCircle,
};

/** @param what begins the sentence: `The invitation` */
export const MailState = ({ what, mail }: { what: string; mail: AccountMail }) => {
  const { tone, words } = mailWords(what, mail);
  return (
    <IconWord tone={tone} icon={icons[mail.state]}>
      {words}
    </IconWord>
  );
};
