import { judge } from './encounter';
import { Registry } from './registry';
import { readBaseline, shippedSeeds } from './seeds';
import type { Level } from './variety';

/** Written by hand from what is known of these languages; never to be generated from the table that it checks. */
const expectations: Record<Level, readonly (readonly [patient: string, interpreter: string, why: string])[]> = {
  exact: [
    ['apd', 'apd', 'Sudanese Arabic with itself'],
    ['kmr:ezidi', 'kmr:ezidi', 'Ezidi Kurmanji with itself'],
    ['bfi', 'bfi', 'British Sign Language with itself'],
    ['ron', 'ron:moldovan', 'Moldovan is a label for Romanian'],
    ['ron:moldovan', 'ron', 'and the other way round'],
  ],
  close_consent: [
    ['bos', 'srp', 'understood, and never without asking'],
    ['srp', 'bos', 'as Bosnian with Serbian'],
    ['hrv', 'bos', 'understood, and never without asking'],
    ['cnr', 'hrv', 'understood, and never without asking'],
    ['kin', 'run', 'understood; ethnic and political meaning'],
    ['run', 'kin', 'as Kinyarwanda with Kirundi'],
    ['haz', 'prs', 'understood; trust and persecution: ask'],
    ['apc', 'acm', 'accredited interpreters cope'],
    ['apc', 'arz', 'accredited interpreters cope'],
    ['aln', 'als', 'Gheg with Tosk'],
    ['twi', 'fat', 'both Akan'],
    ['tir:er', 'tir:et', 'one language, two sides of a border and a war'],
    ['tam:lk', 'tam:in', 'one language, two countries'],
    ['por:br', 'por', 'one language, two countries'],
    ['pbt', 'pbu', 'Southern and Northern Pashto'],
    ['phr', 'pnb', 'Mirpuri with Western Punjabi'],
  ],
  last_resort: [
    ['prs', 'pes', 'errors in asylum interviews'],
    ['pes', 'prs', 'as Dari with Farsi'],
    ['apd', 'arz', 'neighbours on the Nile'],
    ['aeb', 'arq', 'neighbours in the Maghreb'],
    ['urd', 'hin', 'everyday speech shared, medical words not'],
    ['gaz', 'hae', 'Western and Eastern Oromo'],
    ['orc', 'gaz', 'Orma with Western Oromo'],
    ['swc', 'swh', 'Congo and coast'],
    ['cnh', 'cfm', 'Hakha and Falam'],
    ['kmr:ezidi', 'kmr', 'a patient could not understand the interpreter'],
    ['rhg', 'ctg', 'a third of Rohingya did not follow it'],
    ['bfi', 'asf', 'one family of sign languages'],
    ['mnk', 'bam', 'Manding, far apart'],
  ],
  never_auto: [
    ['kmr', 'ckb', 'two Kurdish languages'],
    ['ckb', 'kmr', 'two Kurdish languages'],
    ['kmr:bahdini', 'ckb', 'as Kurmanji'],
    ['diq', 'kmr', 'Zazaki is not Kurmanji'],
    ['tir', 'amh', 'a shared script is not a shared language'],
    ['tir:er', 'amh', 'and conflict'],
    ['syl', 'ben', 'Sylheti is not Bengali'],
    ['rhg', 'ben', 'Rohingya is not Bengali'],
    ['rhg', 'mya', 'language of the persecutor'],
    ['ymm', 'som', 'Maay is not Somali'],
    ['som', 'ymm', 'and not the other way round'],
    ['som:benaadiri', 'ymm', 'Maay is separate'],
    ['apc', 'ary', 'documented harm'],
    ['apd', 'apc', 'Sudanese Arabic is asked for by name'],
    ['pga', 'apd', 'Juba Arabic is a creole'],
    ['fvr', 'apd', 'only if the patient says so herself'],
    ['nus', 'dik', 'two languages, and conflict'],
    ['ksw', 'mya', 'a documented wrong referral'],
    ['kjp', 'ksw', 'Pwo is not Sgaw'],
    ['phr', 'urd', 'definitely not Urdu'],
    ['pbu', 'prs', 'Pashto is not Dari'],
    ['mam', 'spa', 'Spanish is assumed too often'],
    ['mam', 'quc', 'two Mayan branches'],
    ['ukr', 'rus', 'only if she lists Russian herself'],
    ['hat', 'fra', 'a creole is not French'],
    ['pcm', 'eng', 'a pidgin is not English'],
    ['cmn', 'yue', 'Mandarin is not Cantonese'],
    ['nan:hokkien', 'cmn', 'Hokkien is not Mandarin'],
    ['nan:teochew', 'nan:hokkien', 'two Southern Min languages'],
    ['rmy', 'ron', 'Romani is not Romanian'],
    ['fuf', 'fuv', 'two ends of Fula'],
    ['bfi', 'ase', 'unrelated sign languages'],
    ['bfi', 'isg', 'unrelated sign languages'],
    ['bfi', 'eng', 'speech never replaces sign'],
    ['eng', 'bfi', 'sign never replaces speech'],
    ['jos', 'apc', 'a deaf Syrian does not speak Levantine Arabic'],
    // Locale matching answers these (formatjs-localematcher-traps.csv of the language data).
    ['ckb', 'ara', 'formatjs: ckb to ar'],
    ['ary', 'acm', 'formatjs: Moroccan to ar-IQ'],
    ['kur', 'tur', 'formatjs: ku to tr'],
    ['kur', 'kmr', 'formatjs: ku to kmr'],
    ['nan', 'cmn', 'formatjs: nan to cmn'],
    ['nan', 'zho', 'formatjs: nan to zh'],
    ['bod', 'cmn', 'formatjs: bo to zh'],
    ['fuf', 'ful', 'formatjs: fuf to ff'],
    ['hae', 'orm', 'formatjs: hae to om'],
    ['bel', 'rus', 'formatjs: be to ru'],
    ['azj', 'rus', 'formatjs: az to ru'],
    ['lin', 'fra', 'formatjs: ln to fr'],
    ['tir', 'eng', 'formatjs: ti to English'],
    ['pbt', 'eng', 'formatjs: ps to English'],
    ['som', 'eng', 'formatjs: so to English'],
    ['als', 'eng', 'formatjs: sq to English'],
    ['kin', 'eng', 'formatjs: rw to English'],
    // Names that are not bookable.
    ['ara', 'ara', 'Arabic is not a booking'],
    ['ara', 'apd', 'Arabic is not a booking'],
    ['apd', 'ara', 'an interpreter “of Arabic” is not known to follow Sudanese'],
    ['zho', 'cmn', 'Chinese is not a booking'],
    ['hbs', 'bos', 'the patient’s own word'],
    ['arb', 'arb', 'nobody speaks Standard Arabic at home'],
    ['apd', 'arb', 'nobody speaks Standard Arabic at home'],
    ['local:homesign', 'bfi', 'needs a Deaf relay'],
    ['ils', 'bfi', 'needs a Deaf relay'],
  ],
};

describe('the encounter table that ships', () => {
  let registry: Registry;
  beforeAll(async () => {
    registry = new Registry(await readBaseline(shippedSeeds));
  });

  for (const [level, pairs] of Object.entries(expectations))
    describe(level, () => {
      it.each(pairs)('judges a %s patient with a %s interpreter so: %s', (patient, interpreter) => {
        expect(judge(registry, patient, interpreter).level).toBe(level);
      });
    });

  it('lets nobody through who has neither a row nor the same variety', () => {
    const rows = new Set(registry.facts.encounters.map((row) => `${row.patientVariety} ${row.interpreterVariety}`));
    const letThrough = registry.facts.varieties.flatMap((patient) =>
      registry.facts.varieties
        .filter(({ id }) => id !== patient.id && !rows.has(`${patient.id} ${id}`))
        .filter(({ id }) => judge(registry, patient.id, id).level !== 'never_auto')
        .map(({ id }) => `${patient.id} ${id}`),
    );
    expect(letThrough).toEqual([]);
  });

  it('books nobody for a name that is not bookable, and always asks instead', () => {
    const names = registry.facts.varieties.filter(({ bookable }) => !bookable);
    expect(names.length).toBeGreaterThan(30);
    for (const { id } of names)
      for (const [patient, interpreter] of [[id, id], [id, 'eng'], ['eng', id]] as const)
        expect([id, judge(registry, patient, interpreter)]).toEqual([
          id,
          expect.objectContaining({
            level: 'never_auto',
            triage: expect.objectContaining({ about: id, question: expect.stringMatching(/\w{3}/) }),
          }),
        ]);
  });

  it('offers only varieties that can be booked as answers to a question', () => {
    for (const variety of registry.facts.varieties)
      for (const option of registry.triage(variety)?.options ?? [])
        expect([variety.id, registry.variety(option)]).toEqual([variety.id, expect.objectContaining({ bookable: true })]);
  });

  it('never asks whether somebody speaks a language of power', () => {
    for (const { triageQuestion } of registry.facts.varieties)
      expect(triageQuestion ?? '').not.toMatch(/do (they|you) speak (Arabic|Russian|Burmese|English)/i);
  });

  it('asks a patient recorded as Arabic for country, town and own name of it', () => {
    expect(judge(registry, 'ara', 'apd').triage).toEqual({
      about: 'ara',
      question: 'Which country and town are they from, and what do they call the Arabic that they speak at home?',
      options: expect.arrayContaining(['apd', 'apc', 'ary', 'pga']),
    });
  });

  it('answers a Chinese patient down to Hokkien and Taishanese in one step', () => {
    expect(judge(registry, 'zho', 'cmn').triage?.options).toEqual(
      expect.arrayContaining(['cmn', 'yue', 'yue:taishan', 'nan:hokkien', 'nan:teochew']),
    );
  });

  it('looks nothing up in reverse', () => {
    expect(judge(registry, 'fvr', 'apd').reason).toBe('only if patient declares Sudanese Arabic');
    expect(judge(registry, 'apd', 'fvr').source).toMatch(/^Rule R4/);
  });

  it('says where a refusal comes from', () => {
    expect(judge(registry, 'kmr', 'ckb')).toEqual({
      level: 'never_auto',
      reason: 'not mutually intelligible, spoken or written',
      source: expect.stringContaining('TWB Kurdish language factsheet'),
      confidence: 'high',
      reviewState: 'draft',
      notFor: [],
    });
  });
});
