import type { Icon } from '@tabler/icons-react';
import type { Tone } from './tone';
import style from './design.module.css';

type Reason = { label: string; value: string; tone: 'helps' | 'neutral' | 'hurts' };

/** One reason for or against a candidate. */
export const ReasonChip = ({ label, value, tone }: Reason) => (
  <span className={style.reason} data-tone={tone}>
    {label} <b>{value}</b>
  </span>
);

type FacetProps = { label: string; value: string; icon: Icon; tone?: Extract<Tone, 'warn' | 'bad' | 'teal'> };

/** One fact of a communication profile; coloured when it changes wording or is a hard rule. */
export const Facet = ({ label, value, icon: Picture, tone }: FacetProps) => (
  <div className={style.facet} data-tone={tone}>
    <Picture size={18} stroke={1.8} aria-hidden />
    <span>
      {label} <b>{value}</b>
    </span>
  </div>
);
