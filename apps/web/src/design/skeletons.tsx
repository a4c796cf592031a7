import { Skeleton } from '@mantine/core';
import style from './design.module.css';

/** Rows of the final height, shown only when waiting takes longer than a blink. */
export const Skeletons = ({ rows, height, label = 'Loading' }: { rows: number; height: number; label?: string }) => (
  <div className={style.skeletons} role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} style={{ height }}>
        <Skeleton height={12} width={`${70 - ((row * 17) % 40)}%`} radius={4} />
      </div>
    ))}
  </div>
);
