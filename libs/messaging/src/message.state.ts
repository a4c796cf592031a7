import { Conflict } from '@dragoman/kernel';

export const messageStates = ['queued', 'handed-over', 'sent', 'delivered', 'failed', 'unknown', 'withdrawn'] as const;
export type MessageState = (typeof messageStates)[number];

/** Every allowed step. A receipt may arrive late, early, or for a message given up for lost. */
const steps: Readonly<Record<MessageState, readonly MessageState[]>> = {
  queued: ['failed', 'withdrawn'],
  'handed-over': ['queued', 'sent', 'delivered', 'failed', 'unknown'],
  sent: ['delivered', 'failed'],
  unknown: ['delivered', 'failed'],
  delivered: [],
  failed: [],
  withdrawn: [],
};

export const mayStep = (from: MessageState, to: MessageState): boolean => steps[from].includes(to);

/** @throws Conflict `message-state`. */
export const assertStep = (from: MessageState, to: MessageState): void => {
  if (!mayStep(from, to)) throw new Conflict('message-state', `A message that is ${from} cannot become ${to}.`, { from, to });
};
