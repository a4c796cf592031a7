import type { Phone, PhoneList } from '@dragoman/contracts';
import { may } from '@dragoman/access';
import { isoOf } from '@dragoman/kernel';
import { type SimulatedMessage, withoutAccountLinks } from '@dragoman/messaging';
import type { StaffRole } from '@dragoman/platform';

const ownersOf = (messages: readonly SimulatedMessage[]): string[] => [
  ...new Set(messages.flatMap(({ recipientName }) => recipientName ?? [])),
];

/** @param messages of one address, oldest first. */
const presentPhone = (id: string, messages: readonly SimulatedMessage[]): Phone[] => {
  const [first] = messages;
  if (!first) return [];
  return [
    {
      id,
      kind: first.channel,
      address: first.address,
      // A phone that several people share carries all their names.
      owner: ownersOf(messages).join(', ') || 'Somebody we do not know',
      ownerKind: messages.find(({ recipientKind }) => recipientKind !== null)?.recipientKind ?? 'unknown',
      messages: messages.map(({ id: messageId, direction, from, subject, body, lang, dir, at }) => ({
        id: messageId,
        direction,
        from,
        subject,
        body,
        lang,
        dir,
        at: isoOf(at),
      })),
    },
  ];
};

/** With a colleague's link one could do what they may; only who may let people in anyway sees where it leads. */
const seenBy = (message: SimulatedMessage, role: StaffRole): SimulatedMessage =>
  may(role, 'people.write') ? message : { ...message, body: withoutAccountLinks(message.body) };

/**
 * Whoever heard last comes first; on each phone the oldest message does.
 * @param messages newest first
 * @param role of whoever looks
 */
export const presentPhones = (messages: readonly SimulatedMessage[], role: StaffRole): PhoneList => {
  const byAddress = new Map<string, SimulatedMessage[]>();
  for (const message of messages.map((one) => seenBy(one, role))) {
    const id = `${message.channel}:${message.address}`;
    byAddress.set(id, [message, ...(byAddress.get(id) ?? [])]);
  }
  return { phones: [...byAddress].flatMap(([id, oldestFirst]) => presentPhone(id, oldestFirst)) };
};
