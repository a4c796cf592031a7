import { Link } from '@tanstack/react-router';
import type { ReplyView } from '@dragoman/contracts';
import { useMay } from '../api/session';
import style from './messages.module.css';

type Props = { who: ReplyView['from']; bookingId: string | null };

/** The name, leading to the appointment it is about, else to the person. */
export const Correspondent = ({ who: { kind, id, name }, bookingId }: Props) => {
  const mayOpenInterpreter = useMay()('interpreters.read');
  if (bookingId)
    return (
      <Link to="/bookings/$bookingId" params={{ bookingId }} className={style.name}>
        {name}
      </Link>
    );
  if (kind === 'patient' && id)
    return (
      <Link to="/patients/$patientId" params={{ patientId: id }} className={style.name}>
        {name}
      </Link>
    );
  if (kind === 'interpreter' && id && mayOpenInterpreter)
    return (
      <Link to="/interpreters/$interpreterId" params={{ interpreterId: id }} className={style.name}>
        {name}
      </Link>
    );
  return <span className={style.name}>{name}</span>;
};
