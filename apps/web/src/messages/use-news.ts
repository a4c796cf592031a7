import { useEffect, useRef, useState } from 'react';

type Told = { id: string; text: string };

/**
 * What came in since the list was first seen, in a sentence for those who do not see it: never what was there before.
 * @param rows undefined while they are loading
 */
export const useNews = (rows: Told[] | undefined): string => {
  const known = useRef<Set<string> | undefined>(undefined);
  const [news, setNews] = useState('');
  const ids = rows?.map(({ id }) => id).join(' ');
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useEffect(() => {
    if (ids === undefined) return;
    const here = latest.current ?? [];
    const fresh = known.current ? here.filter(({ id }) => !known.current?.has(id)) : [];
    known.current = new Set([...(known.current ?? []), ...here.map(({ id }) => id)]);
    if (fresh.length > 0) setNews(fresh.map(({ text }) => text).join(' '));
  }, [ids]);
  return news;
};
