/** bad: a person is harmed if ignored; warn: soon; info: read or in flight; ok: done; teal: under way; quiet: no action. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'teal' | 'quiet';
