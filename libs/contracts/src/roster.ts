import { z } from 'zod';

/** Left out: no. */
export const rosterQuery = z.object({ dryRun: z.enum(['yes', 'no']).optional() });
/** Comma-separated text as in the template; what is wrong with it is told line by line. */
export const rosterText = z.string();

export const rosterLine = z.object({
  /** Of the file, the header being line 1. */
  line: z.int(),
  email: z.string(),
  name: z.string(),
  language: z.string(),
  /** `more`: a further language of a person above. */
  outcome: z.enum(['new', 'changes', 'same', 'more', 'wrong']),
  changes: z.array(z.string()),
  problems: z.array(z.object({ column: z.string(), sentence: z.string() })),
  warnings: z.array(z.string()),
});
export type RosterLine = z.infer<typeof rosterLine>;

export const rosterReport = z.object({
  lines: z.array(rosterLine),
  /** People, not lines. */
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  wrongLines: z.int(),
});
export type RosterReport = z.infer<typeof rosterReport>;
