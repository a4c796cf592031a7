import { actorId, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { InterpreterWish } from './interpreter-wish.entity';
import type { InterpreterWishes } from './profile';

interface Owner {
  organisationId: string;
  patientId: string;
}

/** What is wished as before keeps who wrote it down and when. */
export const writeInterpreterWishes = async (
  tx: Tx,
  owner: Owner,
  { wanted, refused }: Pick<InterpreterWishes, 'wanted' | 'refused'>,
  now: Date,
): Promise<void> => {
  const said = [
    ...wanted.map((interpreterId) => ({ interpreterId, wish: 'wanted' as const })),
    ...refused.map((interpreterId) => ({ interpreterId, wish: 'refused' as const })),
  ];
  const isSame = (a: { interpreterId: string; wish: string }, b: { interpreterId: string; wish: string }): boolean =>
    a.interpreterId === b.interpreterId && a.wish === b.wish;
  const known = await tx.findBy(InterpreterWish, owner);
  const over = known.filter((wish) => !said.some((one) => isSame(one, wish)));
  const fresh = said.filter((wish) => !known.some((one) => isSame(one, wish)));
  if (over.length > 0) await tx.delete(InterpreterWish, { ...owner, interpreterId: In(over.map(({ interpreterId }) => interpreterId)) });
  if (fresh.length > 0)
    await tx.insert(InterpreterWish, fresh.map((wish) => ({ ...owner, ...wish, recordedBy: actorId(tx.actor), recordedAt: now })));
};

export const refuseInterpreter = async (tx: Tx, owner: Owner, interpreterId: string, now: Date): Promise<void> => {
  const about = { ...owner, interpreterId };
  if (await tx.existsBy(InterpreterWish, { ...about, wish: 'refused' })) return;
  await tx.delete(InterpreterWish, about);
  await tx.insert(InterpreterWish, { ...about, wish: 'refused', recordedBy: actorId(tx.actor), recordedAt: now });
};
