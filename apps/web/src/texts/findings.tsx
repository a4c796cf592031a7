import { Checkbox } from '@mantine/core';
import type { LintRule, TextCheck, TextView } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { Foreign } from '../design/foreign';
import { Strip } from '../design/strip';
import { ruleWords } from './text-words';
import style from './texts.module.css';

type Preview = TextCheck['previews'][number];

const sizeOf = ({ sms }: Preview): string => (sms ? `${sms.characters} characters, ${sms.segments === 1 ? '1 part' : `${sms.segments} parts`} (${sms.encoding})` : '');

const Phone = ({ text, preview }: { text: TextView; preview: Preview }) => (
  <figure className={style.phone}>
    {preview.choice && <figcaption>{preview.choice}</figcaption>}
    <div className={style.bubble}>
      <Foreign text={preview.said} lang={text.lang} dir={text.dir} />
    </div>
    {preview.sms && <div className={style.size}>{sizeOf(preview)}</div>}
    <div className={style.meaning}>
      <Foreign text={preview.english} lang="en-GB" dir="ltr" />
    </div>
  </figure>
);

/** As somebody would get it, beside the English of the same; names and numbers of nobody. */
export const Previews = ({ text, previews }: { text: TextView; previews: readonly Preview[] }) => (
  <Card label="As it would come">
    <CardHead title="As it would come" />
    <p className={style.lead}>An example: N. N. stands for names, the place and the day are yours.</p>
    {previews.length === 0 && <Strip tone="bad">It cannot be shown: mend what is found below first.</Strip>}
    <div className={style.phones}>
      {previews.map((preview) => (
        <Phone key={preview.choice} text={text} preview={preview} />
      ))}
    </div>
  </Card>
);

type Problem = TextCheck['problems'][number];

type Props = { problems: readonly Problem[]; confirmed: readonly LintRule[]; onConfirm: (rule: LintRule, isMeant: boolean) => void; mayReview: boolean };

/** Mistakes must be mended; doubts must be looked at. */
export const Findings = ({ problems, confirmed, onConfirm, mayReview }: Props) => {
  const mistakes = problems.filter(({ mayBeMeant }) => !mayBeMeant);
  const doubts = problems.filter(({ mayBeMeant }) => mayBeMeant);
  return (
    <div role="status" className={style.findings}>
      {problems.length === 0 && <Strip tone="ok">A machine finds nothing against it. It knows letters and values, not meaning: whether it is right, only somebody who reads it can say.</Strip>}
      {mistakes.map(({ rule, detail }) => (
        <Strip key={`${rule} ${detail}`} tone="bad">
          {ruleWords[rule](detail)}
        </Strip>
      ))}
      {doubts.map(({ rule, detail }) => (
        <Strip key={`${rule} ${detail}`} tone="warn">
          {ruleWords[rule](detail)}
          {mayReview && (
            <Checkbox className={style.meant ?? ''} label="It is meant so" checked={confirmed.includes(rule)} onChange={(event) => onConfirm(rule, event.currentTarget.checked)} />
          )}
        </Strip>
      ))}
    </div>
  );
};
