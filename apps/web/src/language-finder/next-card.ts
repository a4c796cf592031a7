const steps = { ArrowRight: 1, ArrowLeft: -1 } as const;

/**
 * Which card an arrow key leads to: sideways to the neighbour, up and down within the column; `undefined` at an edge.
 * @param columns cards in a row
 */
export const nextCard = (key: string, at: { index: number; count: number; columns: number }): number | undefined => {
  const { index, count, columns } = at;
  const moves: Record<string, number> = { ...steps, ArrowDown: columns, ArrowUp: -columns };
  const next = key === 'Home' ? 0 : key === 'End' ? count - 1 : index + (moves[key] ?? 0);
  return next === index || next < 0 || next >= count ? undefined : next;
};
