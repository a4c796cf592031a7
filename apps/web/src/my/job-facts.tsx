import { IconBuildingHospital, IconBus, IconCash, IconGenderBigender, IconMapPin, IconMessages, IconPhone, IconTag, IconUsers, IconVideo } from '@tabler/icons-react';
import type { MyJob, MyOffer } from '@dragoman/contracts';
import { topicWords } from '../design/topic-words';
import { longDay, spanOf, wallOf } from '../time/wall';
import style from './job-facts.module.css';
import { Fact, Facts } from './facts';
import { payOf, timesOf, ZoneNote } from './job-line';
import { factWords as say, modalityWords, partOfDay } from './fact-words';

type Job = MyOffer | MyJob;

/** Day, clock time and pay: what decides first. */
export const WhenAndPay = ({ job, own }: { job: Job; own: string }) => {
  const { time } = wallOf(job.startsAt, job.zone);
  return (
    <div className={style.when}>
      <p className={style.day}>{longDay(job.date)}</p>
      <p className={style.hour}>
        <span className={style.clock}>{timesOf(job)}</span>{' '}
        <span className={style.soft}>
          {partOfDay(time)} · {spanOf(job.lengthMinutes * 60_000)}
          <ZoneNote job={job} own={own} />
        </span>
      </p>
      <p className={style.pay}>
        <IconCash size={24} stroke={1.8} aria-hidden />
        {payOf(job)}
      </p>
    </div>
  );
};

const phoneHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

const places = { 'in-person': IconBuildingHospital, video: IconVideo, phone: IconPhone } as const;

const Where = ({ job }: { job: Job }) => {
  const { modality, place } = job;
  return (
    <Fact label={say.where} icon={places[modality]} value={modality === 'in-person' ? place.name : modalityWords[modality]}>
      {modality === 'in-person' ? [place.address, say.inPerson].filter(Boolean).join(' · ') : say.forPlace(place.name)}
      {place.mapUrl && (
        <a className={style.link} href={place.mapUrl} target="_blank" rel="noreferrer">
          <IconMapPin size={20} stroke={1.8} aria-hidden />
          {say.map}
        </a>
      )}
    </Fact>
  );
};

const Travel = ({ job: { travel, zone } }: { job: Job }) =>
  travel && (
    <Fact label={say.travel} icon={IconBus} value={`${spanOf(travel.minutes * 60_000)}, ${say.leaveBy(wallOf(travel.leaveBy, zone).time)}`}>
      {travel.from.kind === 'home' ? say.fromHome : say.fromJob(travel.from.name)}
    </Fact>
  );

const Language = ({ job: { language, partner } }: { job: Job }) => (
  <Fact
    label={say.language}
    icon={IconMessages}
    value={
      <>
        {language.name} <span className={style.plain}>↔ {language.other}</span>
      </>
    }
  >
    {language.caveat && (
      <span className={style.line}>
        <b>{say.note}</b> {language.caveat}
      </span>
    )}
    {partner && <span className={style.line}>{say.partner(partner)}</span>}
  </Fact>
);

/** Every fact of a job that one may know, in the order in which people decide by them; `room` once it is theirs. */
export const JobFacts = ({ job, room = null }: { job: Job; room?: string | null }) => (
  <Facts>
    <Where job={job} />
    {room && <Fact label={say.room} icon={IconMapPin} value={room} />}
    <Travel job={job} />
    <Language job={job} />
    {job.topic && <Fact label={say.topic} icon={IconTag} value={topicWords[job.topic]} />}
    {job.team && <Fact label={say.team} icon={IconUsers} value={job.team} />}
    {job.wish && <Fact label={say.wish} icon={IconGenderBigender} value={say[job.wish]} />}
    <Fact label={say.clinic} icon={IconPhone} value={job.organisation.name}>
      {job.organisation.phone && (
        <>
          {say.questions}: <a href={phoneHref(job.organisation.phone)}>{job.organisation.phone}</a>
        </>
      )}
    </Fact>
  </Facts>
);
