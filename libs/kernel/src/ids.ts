import { v7 } from 'uuid';

/** A new UUID v7: sorts by the time it was made, so that indexes stay dense. */
export const newId = (): string => v7();
