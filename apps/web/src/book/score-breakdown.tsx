import type { Candidate } from '@dragoman/contracts';
import style from './scores.module.css';

const outOf100 = (points: number) => points.toFixed(1);

/** Where a match comes from: every named score, what it counts for here, and what it added. */
export const ScoreBreakdown = ({ displayName, match, scores }: Pick<Candidate, 'displayName' | 'match' | 'scores'>) => {
  const weight = scores.reduce((sum, score) => sum + score.weight, 0) || 1;
  return (
    <table className={style.breakdown}>
      <caption>{`Why ${match} for ${displayName}: each score counts as your organisation’s policy says.`}</caption>
      <thead>
        <tr>
          <th scope="col">Score</th>
          <th scope="col">Says</th>
          <th scope="col">Added</th>
          <th scope="col">At most</th>
        </tr>
      </thead>
      <tbody>
        {scores.map(({ name, label, value, points, weight: own }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td>{value}</td>
            <td>{outOf100((100 * own * points) / weight)}</td>
            <td>{outOf100((100 * own) / weight)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            Match
          </th>
          <td>{match}</td>
          <td>100</td>
        </tr>
      </tfoot>
    </table>
  );
};
