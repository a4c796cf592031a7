import type { Answer, Contender } from './contenders';
import type { Kind, SearchRequest } from './requests';

export const contenders = ['http', 'hand-written', 'naive', 'http, tenth of the history'] as const;
export type Name = (typeof contenders)[number];

/** Milliseconds by contender and kind of request. */
export class Times {
  private readonly samples: { name: Name; kind: Kind; ms: number }[] = [];

  add(name: Name, kind: Kind, ms: number): void {
    this.samples.push({ name, kind, ms });
  }

  has(name: Name): boolean {
    return this.samples.some((sample) => sample.name === name);
  }

  /** @param share 0.5 for the median */
  quantile(name: Name, share: number, kind?: Kind): number {
    const sorted = this.samples
      .filter((sample) => sample.name === name && (kind === undefined || sample.kind === kind))
      .map(({ ms }) => ms)
      .sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
}

export const timed = async (contender: Contender, request: SearchRequest): Promise<{ ms: number; answer: Answer }> => {
  const started = performance.now();
  const answer = await contender.search(request);
  return { ms: performance.now() - started, answer };
};

/** One after the other, each request by everybody before the next, beginning with another each time. */
export const interleave = async (
  requests: readonly SearchRequest[],
  by: readonly { name: Name; contender: Contender }[],
  times: Times,
): Promise<void> => {
  for (const [n, request] of requests.entries()) {
    const turn = n % by.length;
    for (const { name, contender } of [...by.slice(turn), ...by.slice(0, turn)]) {
      const { ms } = await timed(contender, request);
      times.add(name, request.kind, ms);
    }
  }
};

const ALIKE = 1e-9;

/** The same people in the same order; those whose totals are equal may stand either way. */
export const isSameAnswer = (product: Answer, naive: Answer): boolean => {
  const totals = new Map(naive.possible.map(({ id, total = 0 }) => [id, total]));
  const last = naive.possible.at(-1)?.total ?? 0;
  return (
    product.possible.length === naive.possible.length &&
    product.possible.every(({ id }, place) => {
      const expected = naive.possible[place];
      const total = totals.get(id) ?? last;
      return expected?.id === id || Math.abs(total - (expected?.total ?? 0)) < ALIKE;
    })
  );
};
