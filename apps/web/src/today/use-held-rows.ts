import { useRef, useState, type PointerEvent } from 'react';

const isMouse = (event: PointerEvent) => event.pointerType === 'mouse';

/**
 * Nothing new pushes in under a mouse that is about to click: rows that arrive meanwhile wait behind “1 new”.
 * Rows that are dealt with leave at once.
 */
export const useHeldRows = <Row extends { id: string }>(rows: Row[]) => {
  const [isHolding, setHolding] = useState(false);
  const known = useRef<Set<string>>(new Set());
  const ids = rows.map(({ id }) => id);
  if (!isHolding || known.current.size === 0) known.current = new Set(ids);
  const shown = rows.filter(({ id }) => known.current.has(id));

  return {
    shown,
    held: rows.length - shown.length,
    release: () => {
      known.current = new Set(ids);
      setHolding(false);
    },
    watch: {
      onPointerEnter: (event: PointerEvent) => isMouse(event) && setHolding(true),
      onPointerLeave: (event: PointerEvent) => isMouse(event) && setHolding(false),
    },
  };
};
