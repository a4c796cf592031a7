/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import { Pictogram } from './pictograms';

/** Nothing is fetched until somebody listens: data costs money. */
export const Listen: FC<{ path: string; label: string; /** Where it is known in which language. */ shown?: string }> = ({ path, label, shown }) => (
  <p class="card listen">
    <Pictogram name="sound" />
    {shown && <span aria-hidden="true">{shown}</span>}
    {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the page around it says the same in writing */}
    <audio controls preload="none" src={path} aria-label={label} />
  </p>
);
