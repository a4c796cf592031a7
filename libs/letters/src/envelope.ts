const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/**
 * What stands in the window: name, address, and the country in capitals as the last line where it is another than the clinic's
 * (Universal Postal Union, S42).
 * @param country ISO 3166-1 alpha-2
 */
export const envelopeLines = (name: string, { lines, country }: { lines: readonly string[]; country: string | null }): string[] => [
  name,
  ...lines,
  ...(country ? [(countries.of(country) ?? country).toUpperCase()] : []),
];
