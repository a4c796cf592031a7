/** Pence, by the started quarter of an hour. */
export const feeFor = (hourlyRate: number, minutes: number): number =>
  Math.round((hourlyRate * Math.ceil(minutes / 15)) / 4);
