import type { Variety as VarietyView } from '@dragoman/contracts';
import type { Triage, Variety } from '@dragoman/languages';

interface Shown {
  variety: Variety;
  triage: Triage | undefined;
  hasText: boolean;
}

export const presentVariety = ({ variety, triage, hasText }: Shown): VarietyView => ({
  id: variety.id,
  name: variety.nameEn,
  autonym: variety.autonym,
  otherNames: [...variety.otherNames],
  namesToAvoid: variety.namesToAvoid,
  kind: variety.kind,
  bookable: variety.bookable,
  direction: variety.direction,
  literacyNote: variety.literacyNote,
  triage: triage ? { question: triage.question, options: [...triage.options] } : null,
  hasText,
});
