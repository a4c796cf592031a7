import type { StatedSkill } from '@dragoman/interpreters';
import { addDays, type LocalDate } from '@dragoman/kernel';
import { Dice } from './dice';

type Credential = Pick<StatedSkill, 'credential' | 'credentialBody' | 'credentialLevel' | 'credentialExpiresOn' | 'scope'>;

const none: Credential = { credential: null, credentialExpiresOn: null };

/** What bodies in the United Kingdom give, and what for; a scope left open is one that the paper does not name. */
const papers: readonly Credential[] = [
  { credential: 'DPSI Health', credentialBody: 'CIOL Qualifications', credentialLevel: 'Level 6', scope: ['health', 'mental-health'], credentialExpiresOn: null },
  { credential: 'Community Interpreting', credentialBody: 'Ascentis', credentialLevel: 'Level 3', credentialExpiresOn: null },
  { credential: 'NRPSI full status', credentialBody: 'NRPSI', credentialLevel: 'Full', scope: ['health', 'mental-health', 'social-care', 'legal'], credentialExpiresOn: null },
  none,
  { credential: 'DPSI Health', credentialBody: 'CIOL Qualifications', credentialLevel: 'Level 6', scope: ['health'], credentialExpiresOn: null },
  none,
  { credential: 'DPSI Local Government', credentialBody: 'CIOL Qualifications', credentialLevel: 'Level 6', scope: ['social-care'], credentialExpiresOn: null },
];

const signing: Credential = { credential: 'NRCPD registered', credentialBody: 'NRCPD', credentialLevel: 'RSLI', credentialExpiresOn: null };

/** Days until a credential lapses: some just inside each of the three warnings. */
const lapses = [6, 310, 27, 240, 58, 410, 630, 190, 800, 540, 365];
const mainstayLapses = [58, 310, 240, 27, 410, 630, 190, 800, 540, 365];
const LAPSED = -12;

const daysToLapse = (turn: number, isMainstay: boolean): number => {
  if (isMainstay) return Dice.turn(mainstayLapses, turn * 3);
  return turn % 17 === 6 ? LAPSED : Dice.turn(lapses, turn * 3);
};

interface Holder {
  variety: string;
  turn: number;
  /** Needed every day, so never with a paper that covers something else, and none that lapses this week. */
  isMainstay: boolean;
}

export const credentialOf = ({ variety, turn, isMainstay }: Holder, today: LocalDate): Credential => {
  const paper = variety === 'bfi' ? signing : Dice.turn(isMainstay ? papers.slice(0, 5) : papers, turn);
  return paper.credential === null ? paper : { ...paper, credentialExpiresOn: addDays(today, daysToLapse(turn, isMainstay)) };
};
