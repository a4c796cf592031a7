import { z } from 'zod';
import { id, instant, line } from './shared';

export const site = z.object({
  id,
  name: z.string(),
  address: z.string(),
  zone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  rooms: z.array(z.string()),
  /** Nobody comes here from then on, and nobody is booked here; null while it is open. */
  closedAt: instant.nullable(),
  /** Said again in `If-Match` by whoever changes it. */
  revision: z.int(),
});
export type Site = z.infer<typeof site>;

export const newSite = z.object({
  name: line(80),
  address: line(200),
  zone: line(60),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  rooms: z.array(line(40)).max(100),
});
export type NewSite = z.infer<typeof newSite>;
