/** @jsxImportSource hono/jsx */
import type { TextPart } from '@dragoman/words';
import type { FC } from 'hono/jsx';

/** Runs of text, each that may run against its surroundings isolated from them. */
export const Words: FC<{ parts: readonly TextPart[] }> = ({ parts }) => (
  <>{parts.map(({ text, dir }) => (dir ? <bdi dir={dir}>{text}</bdi> : text))}</>
);

/** A date, time, number or price: reads from left to right in every language. */
export const Figure: FC<{ text: string; class?: string }> = ({ text, class: name }) => (
  <bdi dir="ltr" class={name}>
    {text}
  </bdi>
);

/** A name in whatever script it is written. */
export const Name: FC<{ text: string }> = ({ text }) => <bdi dir="auto">{text}</bdi>;

/** Said by screen readers; the pictogram says it to everybody else. */
export const Spoken: FC<{ text: string }> = ({ text }) => <span class="spoken">{text}</span>;
