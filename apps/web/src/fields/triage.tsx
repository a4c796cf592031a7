import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import type { Variety } from '@dragoman/contracts';
import { QuietButton } from '../design/quiet-button';
import style from './fields.module.css';

type Props = { variety: Variety; options: Variety[]; onPick: (variety: Variety) => void; onClose: () => void };

/** One name, several languages: the question to ask the person, and what the answer may be. */
export const Triage = ({ variety, options, onPick, onClose }: Props) => (
  <section className={style.triage} aria-label={`Which ${variety.name}?`}>
    <div className={style.triageHead}>
      <IconMessageQuestion size={18} stroke={1.8} aria-hidden />
      <p>
        <b>{variety.triage?.question}</b>
        <span>“{variety.name}” is not one language, so nobody can be booked for it.</span>
      </p>
    </div>
    <ul>
      {options.map((option) => (
        <li key={option.id}>
          <Button size="compact-md" onClick={() => onPick(option)}>
            {option.name}
            {option.autonym && option.autonym !== option.name && <bdi className={style.autonym}>{option.autonym}</bdi>}
          </Button>
        </li>
      ))}
    </ul>
    <QuietButton tone="quiet" onClick={onClose}>
      Not sure yet
    </QuietButton>
  </section>
);
