import type { MessageChannel } from '@dragoman/messaging';
import { languageForReader, writingOf } from '@dragoman/words';
import { type ContactSafety, isUnconfirmedSupporter, type Supporter } from '@dragoman/patients';

interface Writable {
  channel: MessageChannel;
  address: string;
}

/** Where something may be said to a supporter; `call`: a person rings one of them. */
export type SupporterWay =
  | { way: 'call' }
  | (Writable & {
      way: 'write';
      safety: ContactSafety;
      neutral: boolean;
      unconfirmed: boolean;
      reads: string[];
      languageName: string;
      ownWords: null;
      call: null;
      supporter: Pick<Supporter, 'id' | 'name'>;
    });

interface Tried {
  /** Nothing may go there any more, or it was tried in vain. */
  isSpent: (address: Writable) => boolean;
  takesCalls: (address: Writable) => boolean;
}

/**
 * The first of them who is left to try. Only when, unless the patient agreed to more; and only when as well while the
 * number may be a stranger's. Who is rung rather than written to, or reads no language that we write, is for a person.
 * @param supporters who may be told at this moment, first things first
 */
export const supporterWay = (supporters: readonly Supporter[], { isSpent, takesCalls }: Tried): SupporterWay | null => {
  for (const supporter of supporters) {
    const { channel, address, readsVariety, id, name } = supporter;
    if (channel === 'voice') return { way: 'call' };
    if (takesCalls({ channel, address })) return { way: 'call' };
    if (isSpent({ channel, address })) continue;
    const language = languageForReader([readsVariety]);
    if (language === null) return { way: 'call' };
    const mayBeTold = supporter.mayBeTold === 'who-when-where';
    const isUnconfirmed = isUnconfirmedSupporter(supporter);
    const neutral = !mayBeTold || isUnconfirmed;
    return {
      way: 'write',
      channel,
      address,
      safety: neutral ? 'shared' : 'private',
      neutral,
      unconfirmed: mayBeTold && isUnconfirmed,
      reads: [readsVariety],
      languageName: writingOf(language).englishName,
      ownWords: null,
      call: null,
      supporter: { id, name },
    };
  }
  return null;
};
