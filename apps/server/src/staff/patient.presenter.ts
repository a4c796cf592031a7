import type { Patient as PatientView, PatientPage as PageView, PatientRow as RowView } from '@dragoman/contracts';
import { isoOf, isoOrNull } from '@dragoman/kernel';
import { mayBeInterpretedIn, type PatientDetail, type PatientPage, type PatientRow, strictestChannel } from '@dragoman/patients';

const presentWishes = ({ profile, wished }: PatientDetail): PatientView['interpreterWishes'] => {
  const named = (wish: 'wanted' | 'refused') =>
    wished.filter((one) => one.wish === wish).map(({ interpreterId, displayName }) => ({ id: interpreterId, displayName }));
  const { avoidsLocalArea, avoidsCommunity, roleBeside } = profile.interpreterWishes;
  return { wanted: named('wanted'), refused: named('refused'), avoidsLocalArea, avoidsCommunity, roleBeside };
};

export const presentPatient = (patient: PatientDetail): PatientView => {
  const { id, name, recordNumber, profile } = patient;
  return {
    id,
    name,
    recordNumber,
    needsInterpreter: profile.needsInterpreter,
    languages: profile.languages.map(({ varietyId, role, enoughForDoctor, learntHow, name: language, autonym }) => ({
      varietyId,
      role,
      enoughForDoctor,
      learntHow,
      name: language,
      autonym,
      isBookable: role !== 'reads' && mayBeInterpretedIn(profile, varietyId),
    })),
    unidentified: profile.unidentified && { country: profile.unidentified.country, hint: profile.unidentified.hint },
    channels: profile.channels.map(({ channel, address, safety, voicemail, isConfirmed, ownWords }) => ({
      channel,
      address,
      safety,
      voicemail,
      isConfirmed,
      ownWords: ownWords && { text: ownWords.text, varietyId: ownWords.varietyId, writtenAt: isoOf(ownWords.writtenAt) },
    })),
    post: profile.post,
    genderWish: profile.genderWish,
    interpreterWishes: presentWishes(patient),
    safeHours: profile.safeHours,
    zone: profile.zone,
    daysToAvoid: profile.daysToAvoid,
    formats: profile.formats,
    dawnClock: profile.dawnClock,
    hasPageCode: profile.hasPageCode,
    profileConfirmedAt: isoOf(profile.confirmedAt),
  };
};

export const presentPatientRow = (row: PatientRow, nextAppointment: Date | undefined): RowView => ({
  id: row.id,
  name: row.name,
  recordNumber: row.recordNumber,
  language: row.language,
  reads: row.reads,
  needsInterpreter: row.needsInterpreter,
  contact: strictestChannel(row.channels),
  nextAppointment: isoOrNull(nextAppointment),
});

/** @param next by patient: when they come next. */
export const presentPatientPage = ({ items, next: after }: PatientPage, next: ReadonlyMap<string, Date>): PageView => ({
  items: items.map((row) => presentPatientRow(row, next.get(row.id))),
  next: after,
});
