import type { CSSProperties } from 'react';
import { placeOf, type Span } from './geometry';
import type { View } from './view';

/** Where it stands in a lane. */
export const placed = (span: Span, { scale }: View): CSSProperties => {
  const { left, width } = placeOf(span, scale);
  return { '--left': left, '--width': width } as CSSProperties;
};
