import type { MyJob, MyOffer } from '@dragoman/contracts';
import { moneyWords } from '../design/money';
import { placeOf, wallOf } from '../time/wall';
import { factWords as say } from './fact-words';
import style from './job-line.module.css';

type Job = MyOffer | MyJob;

/** `14:30–15:30` on the clock of the place. */
export const timesOf = ({ startsAt, endsAt, zone }: Pick<Job, 'startsAt' | 'endsAt' | 'zone'>): string => `${wallOf(startsAt, zone).time}–${wallOf(endsAt, zone).time}`;

export const payOf = ({ pay }: Pick<Job, 'pay'>): string => (pay ? say.pay(moneyWords(pay.pence / 100, pay.currency)) : say.payUnknown);

/** Nothing where both clocks show the same. */
export const ZoneNote = ({ job, own }: { job: Pick<Job, 'zone' | 'startsAt'>; own: string }) =>
  wallOf(job.startsAt, job.zone).time === wallOf(job.startsAt, own).time ? null : <span className={style.soft}> · {say.zone(placeOf(job.zone))}</span>;
