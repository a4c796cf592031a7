import type { RelayChoice, RelayList, RelayPair } from '@dragoman/contracts';

/** The chosen pair that this one is, if it is chosen. */
export const pairOf = (chosen: RelayChoice | null, { pivotId, patientSide, clinicSide }: RelayPair) =>
  chosen?.pivotId === pivotId
    ? chosen.pairs.find((one) => one.patientSideId === patientSide.interpreterId && one.clinicSideId === clinicSide.interpreterId)
    : undefined;

const people = (chosen: RelayChoice, side: 'patientSideId' | 'clinicSideId') => chosen.pairs.map((pair) => pair[side]);

/**
 * Ticks or unticks a pair. Those who are asked together share their third language, and nobody is on both sides:
 * a pair that does not go with what is chosen replaces it.
 */
export const toggled = (chosen: RelayChoice | null, pair: RelayPair): RelayChoice | null => {
  const known = pairOf(chosen, pair);
  const one = { patientSideId: pair.patientSide.interpreterId, clinicSideId: pair.clinicSide.interpreterId };
  if (known && chosen) {
    const pairs = chosen.pairs.filter((other) => other !== known);
    return pairs.length === 0 ? null : { ...chosen, pairs };
  }
  const goesWith =
    chosen?.pivotId === pair.pivotId &&
    !people(chosen, 'clinicSideId').includes(one.patientSideId) &&
    !people(chosen, 'patientSideId').includes(one.clinicSideId);
  return chosen && goesWith ? { ...chosen, pairs: [...chosen.pairs, one] } : { pivotId: pair.pivotId, pairs: [one] };
};

/** What is still possible of what was chosen. */
export const stillPossible = (chosen: RelayChoice | null, list: RelayList | undefined): RelayChoice | null => {
  if (!chosen || !list) return null;
  const pairs = list.pairs.flatMap((pair) => pairOf(chosen, pair) ?? []);
  return pairs.length === 0 ? null : { ...chosen, pairs };
};

/** `Adam Nur and Hiba Elamin`; for several pairs how many people on each side. */
export const relayNames = (chosen: RelayChoice, list: RelayList): string => {
  const [first, ...more] = list.pairs.filter((pair) => pairOf(chosen, pair));
  if (!first) return 'Nobody chosen';
  if (more.length === 0) return `${first.patientSide.displayName} and ${first.clinicSide.displayName}`;
  const count = (side: 'patientSideId' | 'clinicSideId') => new Set(people(chosen, side)).size;
  return `${count('patientSideId')} on the patient’s side, ${count('clinicSideId')} on the clinic’s`;
};
