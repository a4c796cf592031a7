import { Skeletons } from '../design/skeletons';
import style from './shell.module.css';

export const Opening = () => (
  <div className={style.opening}>
    <Skeletons rows={6} height={42} />
  </div>
);
