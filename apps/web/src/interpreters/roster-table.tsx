import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { RosterLine, RosterReport } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import list from '../design/list.module.css';
import { StatusPill } from '../design/status';
import { Strip } from '../design/strip';
import { checkedSentence, outcomeWords, wrongSentence } from './roster-words';
import style from './interpreters.module.css';

const AT_ONCE = 200;

const Line = ({ line }: { line: RosterLine }) => {
  const { tone, icon, word } = outcomeWords[line.outcome];
  return (
    <tr>
      <td data-label="Line">{line.line}</td>
      <td data-label="Who">
        <b>{line.name || 'No name'}</b> <span className={list.quiet}>{line.email}</span>
      </td>
      <td data-label="Language">{line.language || '–'}</td>
      <td data-label="What">
        <StatusPill tone={tone} icon={icon}>
          {word}
        </StatusPill>
      </td>
      <td data-label="Why" data-empty={line.problems.length + line.changes.length + line.warnings.length === 0 || undefined}>
        <div>
          {line.problems.map(({ column, sentence }) => (
            <p key={`${column} ${sentence}`} className={style.problem}>
              <b>{column}</b> {sentence}
            </p>
          ))}
          {line.changes.length > 0 && <p className={style.problem}>Changes {line.changes.join(', ')}.</p>}
          {line.warnings.map((warning) => (
            <p key={warning} className={`${style.problem} ${list.warn}`}>
              {warning}
            </p>
          ))}
        </div>
      </td>
    </tr>
  );
};

/** What an import would do, line by line; with something wrong, that first. */
export const RosterTable = ({ report }: { report: RosterReport }) => {
  const { lines, wrongLines } = report;
  const [isWrongOnly, setWrongOnly] = useState(wrongLines > 0);
  const [most, setMost] = useState(AT_ONCE);
  const shown = isWrongOnly ? lines.filter(({ outcome }) => outcome === 'wrong') : lines;
  return (
    <>
      <Strip tone={wrongLines > 0 ? 'bad' : 'ok'} role="status">
        {wrongLines > 0 ? wrongSentence(wrongLines) : `Nothing is wrong: ${checkedSentence(report)}`}
      </Strip>
      <Card isPadded={false} label="Line by line">
        <div className={style.tableHead}>
          <CardHead title="Line by line" count={shown.length} />
          {wrongLines > 0 && <Switch label="Only what is wrong" checked={isWrongOnly} onChange={(event) => setWrongOnly(event.currentTarget.checked)} />}
        </div>
        <table className={list.table} aria-label="Line by line">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Who</th>
              <th scope="col">Language</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      </Card>
      {shown.length > most && (
        <div className={list.more}>
          <Button onClick={() => setMost(most + AT_ONCE)}>Show {Math.min(AT_ONCE, shown.length - most)} more</Button>
        </div>
      )}
    </>
  );
};
