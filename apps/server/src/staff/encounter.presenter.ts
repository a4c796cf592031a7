import type { EncounterDetail, EncounterEdit, EncounterReport, EncounterView, LooseningView, Terms as TermsView } from '@dragoman/contracts';
import { type Edit, type EncounterRow, type ImportReport, isSameTerms, type Loosening, type Terms } from '@dragoman/encounters';
import { isoOf } from '@dragoman/kernel';
import { isTopic, type Variety } from '@dragoman/languages';

/** Who an account belongs to, also after it was closed. */
export type Names = ReadonlyMap<string, string>;

const presentTerms = ({ level, confidence, notFor }: Terms): TermsView => ({ level, confidence, notFor: notFor.filter(isTopic) });
const presentVariety = ({ id, nameEn, autonym }: Variety) => ({ id, name: nameEn, autonym });
const whoIs = (names: Names, id: string) => ({ id, name: names.get(id) ?? 'Somebody' });

const presentLoosening = (loosening: Loosening, now: Terms, names: Names): LooseningView => ({
  id: loosening.id,
  lifts: loosening.lifts,
  before: presentTerms(loosening.before),
  after: presentTerms(loosening),
  reason: loosening.reason,
  source: loosening.source,
  proposedBy: whoIs(names, loosening.proposedBy),
  proposedAt: isoOf(loosening.proposedAt),
  isOutdated: !isSameTerms(now, loosening.before),
});

export const presentEncounter = (row: EncounterRow, names: Names): EncounterView => ({
  patient: presentVariety(row.patient),
  interpreter: presentVariety(row.interpreter),
  inEffect: presentTerms(row.judgement),
  reason: row.judgement.reason,
  source: row.judgement.source,
  origin: row.own ? 'own' : 'baseline',
  isDraft: row.judgement.reviewState === 'draft',
  baseline: row.baseline && presentTerms(row.baseline),
  own: row.own && {
    madeBy: whoIs(names, row.own.madeBy),
    madeAt: isoOf(row.own.madeAt),
    agreedByTwo: row.own.looseningId !== null,
    hasLapsed: row.hasLapsed,
  },
  loosening: row.loosening && presentLoosening(row.loosening, row.judgement, names),
});

const presentEdit = (edit: Edit, names: Names): EncounterEdit => ({
  id: edit.id,
  what: edit.what,
  before: { level: edit.before.level, notFor: edit.before.notFor.filter(isTopic) },
  after: { level: edit.after.level, notFor: edit.after.notFor.filter(isTopic) },
  reason: edit.reason,
  source: edit.source,
  madeBy: whoIs(names, edit.madeBy),
  madeAt: isoOf(edit.madeAt),
});

export const presentEncounterDetail = (row: EncounterRow, history: readonly Edit[], names: Names): EncounterDetail => ({
  ...presentEncounter(row, names),
  history: history.map((edit) => presentEdit(edit, names)),
});

export const presentEncounterReport = ({ counts, lines, complaints }: ImportReport, nameOf: (id: string) => string): EncounterReport => ({
  counts,
  lines: lines.flatMap(({ line, what, row, before }) =>
    what === 'unchanged'
      ? []
      : [{ line, what, patient: nameOf(row.patientVariety), interpreter: nameOf(row.interpreterVariety), before: presentTerms(before), after: presentTerms(row) }],
  ),
  complaints: [...complaints],
});
