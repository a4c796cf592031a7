import { verdictWords } from './board-words';
import style from './board.module.css';

/** What the marks mean, and how the board is used without a mouse. */
export const Legend = () => (
  <div className={style.legend}>
    <ul aria-label="What the marks mean">
      <li>
        <span className={style.swatch} data-kind="confirmed" aria-hidden /> Confirmed
      </li>
      <li>
        <span className={style.swatch} data-kind="open" data-tone="info" aria-hidden /> Offering
      </li>
      <li>
        <span className={style.swatch} data-kind="journey" aria-hidden /> Travel, minutes
      </li>
      <li>
        <span className={style.swatch} data-kind="busy" aria-hidden /> Busy or travelling
      </li>
      {(['best', 'possible', 'conflict', 'ruled-out'] as const).map((verdict) => (
        <li key={verdict}>
          <span className={style.swatch} data-kind="open" data-tone={verdictWords[verdict].tone} aria-hidden /> {verdictWords[verdict].word}
        </li>
      ))}
    </ul>
    <p>
      Drag a job onto a row, or choose it and press <kbd>↓</kbd> <kbd>Enter</kbd>
    </p>
  </div>
);
