import { useLive } from '../api/live';
import { useZone } from '../api/session';
import { Strip } from '../design/strip';
import { wallOf } from '../time/wall';
import style from './shell.module.css';

/** Whether what is on the screen follows the server by itself. */
export const LivePill = () => {
  const live = useLive();
  const zone = useZone();
  const words = { connecting: 'Connecting', live: 'Live', lost: '' };
  return (
    <span className={style.live} data-state={live.kind}>
      {live.kind === 'lost' ? `Not live since ${wallOf(live.since, zone).time}` : words[live.kind]}
    </span>
  );
};

/** Says so on every screen when the line to the server is broken. */
export const StaleStrip = () => {
  const live = useLive();
  const zone = useZone();
  if (live.kind !== 'lost') return null;
  return (
    <div className={style.stale}>
      <Strip tone="warn" role="status">
        <b>Not live since {wallOf(live.since, zone).time}</b>, showing what we had. Nothing you saved is lost; this page
        catches up by itself.
      </Strip>
    </div>
  );
};
