import type { EncounterEdit } from '@dragoman/contracts';
import { useZone } from '../api/session';
import { plainDay, wallOf } from '../time/wall';
import style from './encounters.module.css';
import { stepWords } from './level-words';

const did: Record<EncounterEdit['what'], string> = {
  tightened: 'tightened it',
  reworded: 'gave another reason',
  proposed: 'proposed to loosen it',
  approved: 'approved the proposal',
  refused: 'refused the proposal',
  withdrawn: 'withdrew the proposal',
};

export const History = ({ edits }: { edits: EncounterEdit[] }) => {
  const zone = useZone();
  if (edits.length === 0) return <p className={style.quiet}>Your organisation has never changed this pair.</p>;
  return (
    <section aria-label="What became of this pair here">
      <h3 className={style.small}>What became of this pair here</h3>
      <ol className={style.history}>
        {edits.map((edit) => {
          const { date, time } = wallOf(new Date(edit.madeAt), zone);
          return (
            <li key={edit.id}>
              <span className={style.quiet}>
                {plainDay(date)}, {time}
              </span>
              <span>
                {edit.madeBy.name} {did[edit.what]}: {stepWords(edit.before, edit.after)}. {edit.reason}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
