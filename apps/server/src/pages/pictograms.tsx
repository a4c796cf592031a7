/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';

/** 24 grid, 2 px round stroke; one meaning each. */
const shapes = {
  calendar: (
    <>
      <rect x="3.5" y="5" width="17" height="15.5" rx="2.5" />
      <path d="M8 3v4M16 3v4M3.5 10h17" />
      <path d="M14 14h2.5v2.5H14z" fill="currentColor" />
    </>
  ),
  keep: (
    <>
      <rect x="3.5" y="5" width="17" height="15.5" rx="2.5" />
      <path d="M8 3v4M16 3v4M3.5 10h17M12 12.3v5.4M9.3 15h5.4" />
    </>
  ),
  clinic: (
    <>
      <path d="M4.5 20.5V6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v14M2.5 20.5h19M10 20.5v-4h4v4" />
      <path d="M12 7.5v5M9.5 10h5" />
    </>
  ),
  pin: (
    <>
      <path d="M12 21.5s7-6.2 7-11.5a7 7 0 1 0-14 0c0 5.3 7 11.5 7 11.5z" />
      <circle cx="12" cy="10" r="2.5" />
    </>
  ),
  person: (
    <g fill="currentColor" stroke="none">
      <circle cx="12" cy="6.5" r="3.5" />
      <path d="M5 20.5c0-4.7 3-8.5 7-8.5s7 3.8 7 8.5c0 .6-.4 1-1 1H6c-.6 0-1-.4-1-1z" />
    </g>
  ),
  woman: (
    <g fill="currentColor" stroke="none">
      <circle cx="12" cy="4.5" r="2.7" />
      <path d="M9.6 8.2h4.8c.5 0 .9.3 1 .7l2.3 6.8c.2.5-.2 1-.7 1H15.5v5h-2.8v-4.5h-1.4v4.5H8.5v-5H7c-.5 0-.9-.5-.7-1l2.3-6.8c.1-.4.5-.7 1-.7z" />
    </g>
  ),
  man: (
    <g fill="currentColor" stroke="none">
      <circle cx="12" cy="4.5" r="2.7" />
      <path d="M8.5 8.2h7c.8 0 1.5.7 1.5 1.5v6h-2v6h-2.3v-5h-1.4v5H9v-6H7v-6c0-.8.7-1.5 1.5-1.5z" />
    </g>
  ),
  sun: (
    <g stroke-width="1.8">
      <circle cx="12" cy="12" r="4.2" fill="currentColor" />
      <path d="M12 2.5v2.3M12 19.2v2.3M2.5 12h2.3M19.2 12h2.3M5.3 5.3l1.6 1.6M17.1 17.1l1.6 1.6M5.3 18.7l1.6-1.6M17.1 6.9l1.6-1.6" />
    </g>
  ),
  moon: <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" fill="currentColor" />,
  sunrise: (
    <path d="M2.5 20h19M5.5 16.5a6.5 6.5 0 0 1 13 0M2.5 16.5h.8M20.7 16.5h.8M5 9.6l.7.7M18.3 10.3l.7-.7M12 9V3.5M9.5 6 12 3.5 14.5 6" />
  ),
  confidential: (
    <>
      <path d="M20.5 4.5h-17v12h4v3.5l4.5-3.5h8.5z" />
      <rect x="9" y="9.5" width="6" height="4.5" rx="1" fill="currentColor" stroke="none" />
      <path d="M10.3 9.5V8.7a1.7 1.7 0 0 1 3.4 0v.8" stroke-width="1.5" />
    </>
  ),
  check: <path d="m5 12.5 4.8 4.8L19.5 7.5" />,
  saved: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.3 2.8 2.8L16.2 9.5" />
    </>
  ),
  no: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m9 9 6 6m0-6-6 6" stroke-width="2.5" />
    </>
  ),
  phone: (
    <path d="M5 3.8h3.7l1.7 4.5-2.2 1.6a11.5 11.5 0 0 0 5.9 5.9l1.6-2.2 4.5 1.7V19a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 3 6a2 2 0 0 1 2-2.2z" />
  ),
  callsFirst: (
    <>
      <path d="M5 3.8h3.7l1.7 4.5-2.2 1.6a11.5 11.5 0 0 0 5.9 5.9l1.6-2.2 4.5 1.7V19a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 3 6a2 2 0 0 1 2-2.2z" />
      <path d="m14 5.8 2.3 2.3L20.8 3.5" />
    </>
  ),
  sound: (
    <>
      <path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4z" />
      <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c2.7 2.5 4 5.5 4 9s-1.3 6.5-4 9c-2.7-2.5-4-5.5-4-9s1.3-6.5 4-9z" />
    </>
  ),
  lock: (
    <>
      <rect x="5.5" y="11" width="13" height="9.5" rx="2" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </>
  ),
  forward: <path d="m9 5.5 6.5 6.5L9 18.5" />,
  unfold: <path d="m5.5 9 6.5 6.5L18.5 9" />,
  undo: <path d="M8.5 4.5 4 9l4.5 4.5M4 9h10a5.5 5.5 0 0 1 0 11h-3.5" />,
  exit: <path d="M15 4.5H5.5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1H15M9 12h11M16.5 8.5 20 12l-3.5 3.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.3l3.3 1.9" />
    </>
  ),
  money: (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <circle cx="12" cy="12" r="2.8" />
      <path d="M6 9.2h.01M18 14.8h.01" stroke-width="2.5" />
    </>
  ),
  travel: (
    <>
      <rect x="4.5" y="3.5" width="15" height="14" rx="2.5" />
      <path d="M4.5 11.5h15M7 17.5v3M17 17.5v3M9 6.5h6" />
      <path d="M8.2 14.5h.01M15.8 14.5h.01" stroke-width="2.5" />
    </>
  ),
  speech: <path d="M15.5 3.5h-12v9h2v3l3.5-3h6.5zM18.5 8.5h2v9h-2v3l-3.5-3h-5" />,
  video: (
    <>
      <rect x="2.5" y="6" width="13" height="12" rx="2" />
      <path d="m15.5 10.5 6-3.5v10l-6-3.5z" />
    </>
  ),
  door: <path d="M5.5 20.5V5a1.5 1.5 0 0 1 1.5-1.5h10A1.5 1.5 0 0 1 18.5 5v15.5M3 20.5h18M14.8 12h.01" />,
  draft: (
    <>
      <path d="M13.5 3.5h-7a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h5M13.5 3.5l5 5v2M13.5 3.5v5h5M8.5 12.5h5M8.5 16h3" />
      <path d="m14.5 20.5.5-2.5 4.5-4.5 2 2-4.5 4.5z" />
    </>
  ),
  ended: <path d="M9.5 14.5 8 16a3.9 3.9 0 0 1-5.5-5.5L5 8M14.5 9.5 16 8a3.9 3.9 0 0 1 5.5 5.5L19 16M8 3v2.5M3.5 4l1.8 1.8M16 21v-2.5M20.5 20l-1.8-1.8" />,
} as const;

export type PictogramName = keyof typeof shapes;

/** Those that point somewhere turn round where people read from right to left; a clock or a tick never does. */
const mirrored: ReadonlySet<PictogramName> = new Set(['forward', 'undo', 'exit']);

/** Always beside words, never alone, so screen readers pass over it. */
export const Pictogram: FC<{ name: PictogramName }> = ({ name }) => (
  <svg class={mirrored.has(name) ? 'pictogram mirrored' : 'pictogram'} viewBox="0 0 24 24" aria-hidden="true">
    {shapes[name]}
  </svg>
);
