import type { Candidate, CandidatePair } from './candidate';
import type { Speakers } from './speakers';

/** Thousands, each once, by the pair with the best prospects; in numbers, and people only of those whom somebody looks at. */
export class Found {
  private readonly places: number[] = [];
  private readonly varieties: number[] = [];
  private readonly pairs: readonly (readonly CandidatePair[])[];
  private readonly known: Map<Candidate, number> | null;
  /** At least what the total of each can come to. */
  readonly prospects: number[] = [];

  constructor(private readonly speakers: readonly Speakers[]) {
    this.pairs = speakers.map(({ pairs }) => pairs);
    this.known = speakers.length > 1 ? new Map() : null;
  }

  add(variety: number, place: number, prospect: number): void {
    if (this.known?.has(this.at(variety, place))) {
      const known = this.known.get(this.at(variety, place)) ?? 0;
      this.prospects[known] = Math.max(this.prospects[known] ?? 0, prospect);
      return;
    }
    this.known?.set(this.at(variety, place), this.prospects.length);
    this.places.push(place);
    this.varieties.push(variety);
    this.prospects.push(prospect);
  }

  candidate(one: number): Candidate {
    return this.at(this.varieties[one] ?? 0, this.places[one] ?? 0);
  }

  /** Which of those found are one of these people. */
  numbersOf(people: readonly Candidate[]): number[] {
    return people.flatMap(({ pairs }) => pairs.flatMap((pair) => this.numberOf(pair)));
  }

  private numberOf(pair: CandidatePair): number | [] {
    const variety = this.speakers.findIndex((each) => each.placeOf(pair) !== undefined);
    const place = this.speakers[variety]?.placeOf(pair);
    const one = this.places.findIndex((each, n) => each === place && this.varieties[n] === variety);
    return one < 0 ? [] : one;
  }

  private at(variety: number, place: number): Candidate {
    const pair = this.pairs[variety]?.[place];
    if (!pair) throw new Error('Nobody was found there.');
    return pair.candidate;
  }
}

/** More are seldom looked at. */
const AT_ONCE = 120;

/** People by their prospects, some to be looked at before all others; put in order only as far as somebody asks. */
export class BestProspects {
  private readonly first: readonly number[];
  private ordered: number[] = [];
  private isWhole = false;

  constructor(private readonly found: Found, first: readonly Candidate[]) {
    this.first = found.numbersOf(first).sort(this.inOrder);
  }

  get size(): number {
    return this.found.prospects.length;
  }

  slice(from: number, to: number): Candidate[] {
    this.order(to);
    return this.ordered.slice(from, to).map((one) => this.found.candidate(one));
  }

  /** What nobody from this place on exceeds; without end while somebody is left who is to be looked at whatever their prospects. */
  bestFrom(place: number): number {
    if (place < this.first.length) return Infinity;
    this.order(place + 1);
    const one = this.ordered[place];
    return one === undefined ? -Infinity : (this.found.prospects[one] ?? -Infinity);
  }

  private readonly inOrder = (a: number, b: number): number =>
    (this.found.prospects[b] ?? 0) - (this.found.prospects[a] ?? 0) || (this.found.candidate(a).id < this.found.candidate(b).id ? -1 : 1);

  private order(many: number): void {
    if (this.isWhole || many <= this.ordered.length) return;
    const isFew = this.ordered.length === 0 && this.first.length + AT_ONCE < this.size && many <= AT_ONCE;
    this.isWhole = !isFew;
    const first = new Set(this.first);
    const others = isFew ? this.best(first) : this.found.prospects.map((_, one) => one).filter((one) => !first.has(one)).sort(this.inOrder);
    this.ordered = [...this.first, ...others];
  }

  /** In order, without ordering the thousands behind them. */
  private best(without: ReadonlySet<number>): number[] {
    const { prospects } = this.found;
    const best: number[] = [];
    let least = -Infinity;
    for (let one = 0; one < prospects.length; one++) {
      const prospect = prospects[one] ?? 0;
      if (best.length === AT_ONCE && prospect < least) continue;
      if (without.has(one)) continue;
      let place = best.length;
      while (place > 0 && this.inOrder(one, best[place - 1] ?? 0) < 0) place--;
      best.splice(place, 0, one);
      if (best.length > AT_ONCE) best.pop();
      least = prospects[best.at(-1) ?? 0] ?? 0;
    }
    return best;
  }
}
