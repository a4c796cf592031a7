/** Rows read at once: few trips, and no answer that a process could not hold. */
export const AT_ONCE = 1_000;

type Page<Row> = { items: Row[]; next: string | null };

/** All that a list has, page by page. */
export const everyPage = async <Row>(read: (after: string | undefined) => Promise<Page<Row>>): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let after: string | undefined, isMore = true; isMore; ) {
    const { items, next } = await read(after);
    rows.push(...items);
    after = next ?? undefined;
    isMore = next !== null;
  }
  return rows;
};
