import { defineEvent } from '@dragoman/platform';
import { z } from 'zod';

/** Somebody wants to be sent a code there; whether anybody is known there is not looked at before. */
export const signInCodeAsked = defineEvent('sign-in-code-asked', z.object({ codeId: z.uuid(), channel: z.enum(['sms', 'email']), address: z.string() }));
