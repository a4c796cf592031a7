import { csvOf, wallClock } from '@dragoman/kernel';
import { type SentMessage, withoutLinks } from '@dragoman/messaging';
import { titleOf } from './message.presenter';
import { BYTE_ORDER_MARK } from './sheets.presenter';

const columns = ['Left', 'Message', 'To', 'Who', 'By', 'State', 'Why not', 'Language', 'As sent', 'In English'] as const;
const channelWords: Readonly<Record<SentMessage['channel'], string>> = { sms: 'text', email: 'email', voice: 'call' };

/** Codes are dots already; here nothing leads anywhere either. @param zone in which times are written */
export const messageSheet = (messages: readonly SentMessage[], zone: string): string =>
  BYTE_ORDER_MARK +
  csvOf(
    columns,
    messages.map((message) => {
      const { date, time } = wallClock(message.sentAt ?? message.failedAt ?? message.queuedAt, zone);
      return {
        Left: `${date} ${time}`,
        Message: titleOf(message.kind),
        To: message.recipientName,
        Who: message.recipientKind,
        By: channelWords[message.channel],
        State: message.state,
        'Why not': message.failure ?? '',
        Language: message.languageName,
        'As sent': withoutLinks(message.body),
        'In English': withoutLinks(message.english),
      };
    }),
  );
