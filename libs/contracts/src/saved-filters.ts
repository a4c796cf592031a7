import { z } from 'zod';
import { id, line } from './shared';

/** Lists whose filters can be kept. */
export const filteredList = z.enum(['patients', 'interpreters', 'outbox']);
export type FilteredList = z.infer<typeof filteredList>;

/** What was chosen, by the name of the choice; whatever was typed to search is no part of it. */
const chosen = z.record(z.string().regex(/^[a-z]{1,20}$/), line(40)).refine((filter) => Object.keys(filter).length > 0 && Object.keys(filter).length <= 8, {
  message: 'Choose something to keep first.',
});

export const savedFilter = z.object({ id, list: filteredList, name: z.string(), filter: z.record(z.string(), z.string()) });
export type SavedFilter = z.infer<typeof savedFilter>;

export const newFilter = z.object({ list: filteredList, name: line(40), filter: chosen });
export type NewFilter = z.infer<typeof newFilter>;

export const savedFiltersQuery = z.object({ list: filteredList });
