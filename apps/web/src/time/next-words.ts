import type { WhatNext } from '@dragoman/contracts';
import { nearDay, wallOf } from './wall';

/** `first answer due today 14:20`, `nobody is asked`. */
export const nextWords = ({ words, at }: WhatNext, now: Date, zone: string): string => {
  const said = words.charAt(0).toLowerCase() + words.slice(1);
  if (at === null) return said;
  const { date, time } = wallOf(at, zone);
  return `${said} ${nearDay(date, wallOf(now, zone).date)} ${time}`;
};
