import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

/** Credentials or documents among what changed, or whether somebody works at all. */
export const interpretersChanged = defineEvent('interpreters-changed', z.object({ interpreterIds: z.array(z.uuid()) }));
