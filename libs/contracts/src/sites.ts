import { z } from 'zod';
import { id, line } from './shared';

export const site = z.object({
  id,
  name: z.string(),
  address: z.string(),
  zone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  rooms: z.array(z.string()),
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
