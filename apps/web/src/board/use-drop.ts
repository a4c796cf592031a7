import { useEffect, useRef, useState } from 'react';

/**
 * A row onto which something can be let go. Listeners of the element itself: for whoever uses keys or a screen reader the row is no
 * control, and the button in it does the same.
 */
export const useDrop = <Row extends HTMLElement>(onDrop: (() => void) | null) => {
  const element = useRef<Row>(null);
  const latest = useRef(onDrop);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const row = element.current;
    if (!row) return undefined;
    const over = (event: DragEvent) => {
      if (!latest.current) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && row.contains(relatedTarget))) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      latest.current?.();
    };
    // Entering is accepted too: where the verdict appears under what is held at that moment, no dragover comes before it is let go.
    row.addEventListener('dragenter', over);
    row.addEventListener('dragover', over);
    row.addEventListener('dragleave', leave);
    row.addEventListener('drop', drop);
    return () => {
      row.removeEventListener('dragenter', over);
      row.removeEventListener('dragover', over);
      row.removeEventListener('dragleave', leave);
      row.removeEventListener('drop', drop);
    };
  }, []);
  return { element, isOver: isOver && onDrop !== null };
};
