import { z } from 'zod';

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * What an organisation decides for itself. Every rule has a default, so that a row written before a rule
 * existed still means something.
 */
export const organisationPolicy = z.object({
  /** Wall-clock time at the organisation; nothing is sent to patients from here … */
  quietFrom: localTime.default('20:00'),
  /** … to here. */
  quietTo: localTime.default('08:00'),
  /** An appointment with an interpreter takes this many times as long … */
  lengthMultiplier: z.number().min(1).max(4).default(2),
  /** … but the suggestion stops at this many minutes. */
  suggestedLengthUpTo: z.int().min(5).max(600).default(60),
  /** An offer nobody answers ends after this many hours. */
  offerHours: z.int().min(1).max(336).default(24),
  /** Which messages are planned for patients who can be written to. */
  reminders: z
    .object({
      confirmation: z.boolean().default(true),
      sevenDays: z.boolean().default(true),
      twoDays: z.boolean().default(true),
      dayBefore: z.boolean().default(true),
      hoursBefore: z.boolean().default(true),
    })
    .prefault({}),
});

export type OrganisationPolicy = z.output<typeof organisationPolicy>;
export type OrganisationPolicyInput = z.input<typeof organisationPolicy>;
