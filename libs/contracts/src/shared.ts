import { z } from 'zod';

export const id = z.uuid();
/** ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });
/** `YYYY-MM-DD` */
export const localDate = z.iso.date();
/** `HH:mm`, 24-hour. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:mm.');
/** Anything but control characters, of which PostgreSQL cannot keep the first. */
const written = z.string().regex(/^(?:\P{Cc}|[\t\n\r])*$/u, 'There is a character in it that cannot be kept. Type it again.');
/** What people look for. */
export const searchText = written.trim().max(100);
export const line = (most = 200) =>
  written.trim().min(1, 'Write something here.').max(most, `At most ${most} characters.`);
export const idParams = z.object({ id });

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

export const modality = z.enum(['in-person', 'video', 'phone']);
export type Modality = z.infer<typeof modality>;

export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
/** All there are; never more than a screen can hold. */
export const list = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
export const pageQuery = z.object({
  search: searchText.optional(),
  /** Holds the longest name that `line` lets through, in any script, and an id. */
  after: z.string().max(1000).optional(),
});

/** Comma-separated text, for a spreadsheet. */
export const sheet = z.string();
