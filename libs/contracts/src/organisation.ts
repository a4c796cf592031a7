import { z } from 'zod';
import { line } from './shared';

/** What an organisation says of itself. */
export const organisationDetails = z.object({
  name: line(200),
  zone: line(60),
  /** As printed for patients to call. */
  phone: line(40).nullable(),
});
export type OrganisationDetails = z.infer<typeof organisationDetails>;

/** `seen`: what held when the form was opened, so that nobody writes over what somebody else just wrote. */
export const organisationChange = z.object({ details: organisationDetails, seen: organisationDetails });
export type OrganisationChange = z.infer<typeof organisationChange>;

/** On the way to a first booking; ticked by what is there, and by nothing else. */
export const firstStep = z.enum(['organisation', 'site', 'rules', 'people', 'interpreter', 'patient', 'booking', 'test-message']);
export type FirstStep = z.infer<typeof firstStep>;
export const firstSteps = z.object({ done: z.array(firstStep) });
export type FirstSteps = z.infer<typeof firstSteps>;
