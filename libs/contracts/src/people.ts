import { LEAST_PASSWORD, MOST_PASSWORD } from '@dragoman/kernel';
import { z } from 'zod';
import { staffRole } from './session';
import { id, instant, line } from './shared';

const email = z.email('Write an email address.').max(200);

/** How far the newest mail about how somebody gets in has got. */
export const accountMail = z.object({
  state: z.enum(['on-its-way', 'sent', 'arrived', 'not-arrived', 'unknown']),
  /** Why it did not arrive, in a sentence. */
  why: z.string().nullable(),
});
export type AccountMail = z.infer<typeof accountMail>;

export const person = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: staffRole,
  /** Null while they may sign in. */
  deactivatedAt: instant.nullable(),
  /** Nothing that is written there arrives, and why; null as long as nothing is known against it. */
  addressFails: z.string().nullable(),
  /** Null: they were never written one. */
  mail: accountMail.nullable(),
});
export type Person = z.infer<typeof person>;

/** Somebody who has not made their account yet. */
export const invitation = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: staffRole,
  /** Null: whoever it was does not work here any more. */
  invitedBy: z.string().nullable(),
  sentAt: instant,
  expiresAt: instant,
  isExpired: z.boolean(),
  /** Null for the moment before it is written. */
  mail: accountMail.nullable(),
});
export type Invitation = z.infer<typeof invitation>;

export const peopleList = z.object({ people: z.array(person), invitations: z.array(invitation) });
export type PeopleList = z.infer<typeof peopleList>;

export const newInvitation = z.object({ name: line(80), email, role: staffRole });
export type NewInvitation = z.infer<typeof newInvitation>;

/** `from`: the role that was seen, so that nobody changes what somebody else just changed. */
export const roleChange = z.object({ from: staffRole, to: staffRole });
export type RoleChange = z.infer<typeof roleChange>;

const personDetails = z.object({ name: line(80), email });
/** `seen`: what held when the form was opened, so that nobody writes over what somebody else just wrote. Both addresses are told. */
export const personChange = z.object({ details: personDetails, seen: z.object({ name: z.string(), email: z.string() }) });
export type PersonChange = z.infer<typeof personChange>;

/** Of a link in a mail. */
export const tokenParams = z.object({ token: z.string().regex(/^[\w-]{8,64}$/) });

const newPassword = z.string().min(LEAST_PASSWORD, `At least ${LEAST_PASSWORD} characters.`).max(MOST_PASSWORD, `At most ${MOST_PASSWORD} characters.`);

/** What somebody who was invited sees first. */
export const joining = z.object({
  /** `replaced`: it was sent again since, with another link. */
  state: z.enum(['open', 'expired', 'accepted', 'withdrawn', 'replaced']),
  organisation: z.string(),
  name: z.string(),
  email: z.string(),
  role: staffRole,
});
export type Joining = z.infer<typeof joining>;

export const joinWith = z.object({ name: line(80), password: newPassword });
export type JoinWith = z.infer<typeof joinWith>;

export const forgottenPassword = z.object({ email });
export type ForgottenPassword = z.infer<typeof forgottenPassword>;

/** Whose password a link is for; null once it is over. */
export const passwordLink = z.object({ organisation: z.string(), person: z.object({ name: z.string(), email: z.string() }).nullable() });
export type PasswordLink = z.infer<typeof passwordLink>;

export const choosePassword = z.object({ password: newPassword });
export type ChoosePassword = z.infer<typeof choosePassword>;

export const changePassword = z.object({ current: z.string().min(1, 'Write your password.').max(MOST_PASSWORD), password: newPassword });
export type ChangePassword = z.infer<typeof changePassword>;

export const newTestMessage = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('email') }),
  z.object({ channel: z.literal('sms'), telephone: line(40) }),
]);
export type NewTestMessage = z.infer<typeof newTestMessage>;

export const testMessage = z.object({ id, channel: z.enum(['sms', 'email']), address: z.string(), at: instant, mail: accountMail });
export type TestMessage = z.infer<typeof testMessage>;
