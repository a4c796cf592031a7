/** `£12.40`; a currency that nobody knows keeps its letters. */
export const moneyWords = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount);
