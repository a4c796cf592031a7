import { z } from 'zod';
import { instant } from './shared';

export const searchWay = z.enum(['in-house', 'waves', 'broadcast']);
export type SearchWay = z.infer<typeof searchWay>;

/** How a booking finds somebody by itself. */
export const startSearch = z.object({ way: searchWay });

export const searchView = z.object({
  way: searchWay,
  state: z.enum(['running', 'paused', 'found', 'nobody-left', 'stopped']),
  wave: z.int(),
  /** When the next are asked whatever the others do; null where nobody is asked by itself. */
  nextAt: instant.nullable(),
  /** Whose name stands for it; null: the organisation's rules began it. */
  startedBy: z.string().nullable(),
  startedAt: instant,
  asked: z.int(),
  askedInWave: z.int(),
  /** Of those, who have not answered. */
  openInWave: z.int(),
  waveAskedAt: instant.nullable(),
});
export type SearchView = z.infer<typeof searchView>;
