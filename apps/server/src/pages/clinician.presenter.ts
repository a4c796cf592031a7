import { type Briefing, opensAt } from '@dragoman/attendance';
import { wallClock } from '@dragoman/kernel';
import { whenWords } from '@dragoman/words';
import { type AttendanceView, presentAttendance } from './attendance.presenter';
import { lengthText } from './offer.presenter';
import type { PictogramName } from './pictograms';

export interface ClinicianView {
  reference: string;
  clinic: string;
  phone: string | null;
  date: string;
  time: string;
  length: string;
  place: { text: string; note: string; pictogram: PictogramName };
  languages: string;
  /** Who interprets, or what is so instead. */
  interpreter: string;
  told: { heading: string; sentence: string } | null;
  /** The variety by which they serve, where it is not the patient's own. */
  caveat: string | null;
  howTo: string[];
  attendance: AttendanceView | null;
  understood: { action: string; said: boolean | null } | null;
  refusal: string | null;
}

const modalities: Record<Briefing['modality'], { text: string; pictogram: PictogramName }> = {
  'in-person': { text: 'In person', pictogram: 'clinic' },
  video: { text: 'By video', pictogram: 'video' },
  phone: { text: 'By phone', pictogram: 'phone' },
};

const tellings: Partial<Record<Briefing['state'], { heading: string; sentence: string }>> = {
  requested: { heading: 'No interpreter yet', sentence: 'The desk is looking for one. This page shows who it is as soon as somebody is booked.' },
  offering: { heading: 'No interpreter yet', sentence: 'Interpreters are being asked. This page shows who it is as soon as somebody is booked.' },
  cancelled: { heading: 'This appointment was cancelled', sentence: 'There is nothing that you need to do.' },
  unmet: { heading: 'No interpreter was found', sentence: 'Call the desk before the patient comes in.' },
  'patient-absent': { heading: 'The patient did not come', sentence: 'If they came after all, say when it started.' },
  'interpreter-absent': { heading: 'The interpreter did not come', sentence: 'Call the desk before you go on without one.' },
};

const howTo = ['Speak to the patient, not to the interpreter, in short sentences.', 'Ask the patient to say back in their own words what was agreed; that shows whether you understood each other.'];

/** Whoever interprets from afar is not in the room: how comes before where. */
const placeOf = ({ modality, room, siteName }: Briefing): ClinicianView['place'] => {
  const { text, pictogram } = modalities[modality];
  if (modality !== 'in-person') return { text, note: [room, siteName].filter(Boolean).join(' · '), pictogram };
  return { text: room ?? siteName, note: room ? `${siteName} · ${text.toLowerCase()}` : text, pictogram };
};

const interpreterOf = ({ interpreterName, secondInterpreterName, pivotName }: Briefing): string =>
  interpreterName === null
    ? 'Nobody yet'
    : secondInterpreterName === null
      ? interpreterName
      : `${interpreterName} and ${secondInterpreterName}, through ${pivotName ?? 'a third language'}`;

const caveatOf = ({ servesBy, varietyName }: Briefing): string | null =>
  servesBy === null
    ? null
    : `The interpreter speaks ${servesBy}, the patient ${varietyName}: close, and the patient agreed to it. Say one short sentence and let the patient say it back in their own words. If it comes back wrong, stop and call the desk.`;

const attended: ReadonlySet<Briefing['state']> = new Set(['confirmed', 'in-progress', 'completed', 'patient-absent']);

/** What is needed before the patient enters, and nothing about who they are. */
export const presentBriefing = (path: string, brief: Briefing, now: Date, refusal: string | null): ClinicianView => {
  const { zone, startsAt, endsAt, state } = brief;
  // The booking follows a moment later what they said.
  const isOver = endsAt <= now || state === 'completed' || brief.marks.some(({ kind }) => kind === 'finished');
  return {
    reference: brief.reference,
    clinic: brief.clinicName,
    phone: brief.clinicPhone,
    date: whenWords('en', { startsAt, zone }).date.map(({ text: part }) => part).join(''),
    time: `${wallClock(startsAt, zone).time}–${wallClock(endsAt, zone).time}`,
    length: lengthText(brief.lengthMinutes),
    place: placeOf(brief),
    languages: `${brief.varietyName} ↔ ${brief.otherName}`,
    interpreter: interpreterOf(brief),
    told: tellings[state] ?? null,
    caveat: isOver ? null : caveatOf(brief),
    howTo: isOver ? [] : howTo,
    attendance: attended.has(state) && now >= opensAt({ start: startsAt }) ? presentAttendance(path, 'clinic', brief.marks, { zone, interpreterId: null }) : null,
    understood: isOver && attended.has(state) && state !== 'patient-absent' ? { action: path, said: brief.understood } : null,
    refusal,
  };
};
