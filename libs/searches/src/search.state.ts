import { Conflict } from '@dragoman/kernel';

export const searchStates = ['running', 'paused', 'found', 'nobody-left', 'stopped'] as const;
export type SearchState = (typeof searchStates)[number];

/** Every allowed step. One that is over may begin again. */
export const searchTransitions: Readonly<Record<SearchState, readonly SearchState[]>> = {
  running: ['running', 'paused', 'found', 'nobody-left', 'stopped'],
  paused: ['running', 'found', 'stopped'],
  found: ['running'],
  'nobody-left': ['running', 'found', 'stopped'],
  stopped: ['running', 'found'],
};

const said: Record<SearchState, string> = {
  running: 'is running',
  paused: 'is paused',
  found: 'has found somebody',
  'nobody-left': 'has come to nothing',
  stopped: 'was stopped',
};

/** @throws Conflict `search-state` saying what the search is instead. */
export const assertSearchStep = (from: SearchState, to: SearchState): void => {
  if (!searchTransitions[from].includes(to)) throw new Conflict('search-state', `This search ${said[from]}. Nothing was changed.`, { from, to });
};
