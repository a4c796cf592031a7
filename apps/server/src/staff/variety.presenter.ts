import type { FinderCard as CardView, Variety as VarietyView } from '@dragoman/contracts';
import { type FinderCard, type Triage, type Variety, writtenAutonym } from '@dragoman/languages';

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

export const presentCard = ({ variety, countries, triage }: FinderCard): CardView => ({
  id: variety.id,
  name: variety.nameEn,
  autonym: variety.autonym,
  ...(writtenAutonym(variety) ?? { lang: null, dir: 'ltr', script: null }),
  kind: variety.kind,
  namesToAvoid: variety.namesToAvoid,
  countries: [...countries],
  bookable: variety.bookable,
  triage: triage ? { question: triage.question, options: [...triage.options] } : null,
});
