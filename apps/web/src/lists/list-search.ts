import type { InterpreterFilter } from '../api/interpreters';
import type { OutboxFilter } from '../api/messages';

/** What a list shows stands in its address, so that it outlives a reload and can be sent to a colleague; what is typed does not: it may be a name. */
type Search = { [Key in 'language' | 'need' | 'contact' | 'credentials' | 'active' | 'tab' | 'show' | 'channel']?: unknown };

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined => values.find((one) => one === value);

const idOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[\w-]{2,40}$/.test(value) ? value : undefined);

/** Without what was not chosen, so that addresses stay short. */
const chosen = <Values extends object>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;

export const patientsSearch = ({ language, need, contact }: Search) =>
  chosen({ language: idOf(language), need: oneOf(['yes', 'no', 'unknown'], need), contact: oneOf(['none'], contact) });
export type PatientsSearch = ReturnType<typeof patientsSearch>;

export const interpretersSearch = ({ language, credentials, active }: Search) =>
  chosen({ language: idOf(language), credentials: oneOf(['lapsing', 'lapsed'], credentials), active: oneOf(['no', 'all'], active) });
export type InterpretersSearch = ReturnType<typeof interpretersSearch>;

/** Whoever is active, unless others are wished for. */
export const interpreterFilterOf = ({ active, ...rest }: InterpretersSearch, search: string): InterpreterFilter => ({
  ...rest,
  ...(active !== 'all' && { active: active ?? 'yes' }),
  ...(search && { search }),
});

const tabs = ['failed', 'outbox', 'print'] as const;
const shows = ['planned', 'paused', 'left', 'on-its-way', 'delivered', 'not-arrived'] as const;

export const messagesSearch = ({ tab, show, channel }: Search) =>
  chosen({ tab: oneOf(tabs, tab), show: oneOf(shows, show), channel: oneOf(['sms', 'email', 'voice'], channel) });

/** The channel of what is only planned is chosen when it leaves. */
export const outboxFilterOf = ({ show = 'planned', channel }: ReturnType<typeof messagesSearch>): OutboxFilter =>
  channel && show !== 'planned' && show !== 'paused' ? { show, channel } : { show };
