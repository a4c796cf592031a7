import { z } from 'zod';
import { id, line, localDate, localTime, modality, page } from './shared';

export const interpreterSkill = z.object({
  varietyId: line(40),
  credential: line(80).nullable(),
  credentialExpiresOn: localDate.nullable(),
});

export const weeklyHours = z.object({ weekday: z.int().min(1).max(7), from: localTime, to: localTime });
export const transport = z.enum(['walk', 'bicycle', 'public', 'car']);

export const interpreterInput = z.object({
  /** The name the interpreter chose to be shown. */
  displayName: line(80),
  /** As self-described; decides only who serves a patient's wish. */
  gender: z.enum(['woman', 'man', 'another', 'not-said']),
  phone: line(40),
  email: z.email('Write an email address.').max(200),
  zone: line(60),
  home: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  radiusKm: z.number().min(1).max(500),
  transport,
  modalities: z.array(modality).min(1, 'Choose at least one way of working.'),
  /** Pence an hour. */
  hourlyRate: z.int().min(0).max(100_000),
  skills: z.array(interpreterSkill).min(1, 'Add at least one language.').max(20),
  hours: z.array(weeklyHours).max(50),
});
export type InterpreterInput = z.infer<typeof interpreterInput>;

/** Without `home` the interpreter lives where they lived. */
export const interpreterChange = interpreterInput.partial({ home: true });
export type InterpreterChange = z.infer<typeof interpreterChange>;

/** The home point is never shown again after it was entered. */
export const interpreter = interpreterInput.omit({ home: true }).extend({
  id,
  skills: z.array(interpreterSkill.extend({ name: z.string() })),
});
export type Interpreter = z.infer<typeof interpreter>;

export const interpreterRow = z.object({
  id,
  displayName: z.string(),
  languages: z.array(z.string()),
  modalities: z.array(modality),
  /** The soonest expiry among the credentials. */
  credentialExpiresOn: localDate.nullable(),
});
export const interpreterPage = page(interpreterRow);
export type InterpreterPage = z.infer<typeof interpreterPage>;
export type InterpreterRow = z.infer<typeof interpreterRow>;
