import type { PatientLanguage } from './catalogs/catalog';

/** What tells a language's texts from its neighbours', and what its texts must not contain. */
export interface LanguageMarks {
  /** Every letter belongs to it. */
  letters: RegExp;
  /** Letters of a neighbour that writes in the same script, or that the language does not have. */
  never: RegExp | null;
  /** A whole message of this language has it somewhere, and so has any text of so many letters (as ours were counted; none: `Infinity`). */
  always: RegExp;
  alwaysFrom: number;
  /** Whole words; a month is a number (the Ethiopic and solar Hijri calendars share the names). */
  months: readonly string[];
  /** Beginnings of words that a text for a shared phone must not contain. */
  telling: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

/** Rules and how often they hold in running text: TICO-19 (CC0), measured; month names: CLDR and common use. */
export const languageMarks: Readonly<Record<PatientLanguage, LanguageMarks>> = {
  ar: {
    letters: /^\p{Script=Arabic}$/u,
    // Persian, Kurdish, Pashto and Urdu letters, and the Persian shapes of yeh and kaf.
    never: /[پچژگڕڵۆێەیکټډړښږڼېۍځڅٹڈڑےں]/u,
    always: /ال|ة|سآتي/u,
    alwaysFrom: Infinity,
    months: words(
      'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين جانفي فيفري أفريل ماي جوان جويلية أوت',
    ),
    telling: words('عياد مستشفى طبيب دكتور صح مركز مترجم ترجم مريض علاج'),
  },
  ti: {
    letters: /^\p{Script=Ethiopic}$/u,
    // Amharic's labialised velars aside, its commonest words.
    never: /(^|\P{L})(ነው|ናቸው|ቀጠሮ|እና)(\P{L}|$)/u,
    always: /[ኣቐ-ቝኸ-ኾ]/u,
    alwaysFrom: 12,
    months: words('ጥሪ ለካቲት መጋቢት ሚያዝያ ግንቦት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ ጳጉሜን'),
    telling: words('ክሊኒክ ሆስፒታል ሓኪም ዶክተር ጥዕና ኣስተርጓሚ ትርጉም ሕሙም ሕክምና'),
  },
  prs: {
    letters: /^\p{Script=Arabic}$/u,
    // Pashto, Urdu and Sorani letters, Arabic yeh and kaf, and the words that Iran uses where Afghanistan has its own.
    never: /[ټډړښږڼېۍځڅٹڈڑےںڕڵۆێەيىك]|مترجم|نمی‌توانم بیایم|بیمارستان/u,
    always: /[پچژگ]/u,
    alwaysFrom: Infinity,
    months: words(
      'جنوری فبروری مارچ اپریل جون جولای اگست سپتمبر اکتوبر نومبر دسمبر ژانویه فوریه مارس آوریل حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت',
    ),
    telling: words('کلینیک شفاخانه داکتر دکتر صحت صحی ترجمان ترجمه مریض تداوی'),
  },
  so: {
    letters: /^[A-Za-z]$/u,
    // The Somali alphabet has no p, v or z.
    never: /[pvz]/iu,
    always: /aa|dh|x|q/u,
    alwaysFrom: 16,
    months: words('Janaayo Febraayo Maarso Abriil Maajo Juun Luuliyo Ogosto Sebtembar Oktoobar Nofembar Disembar'),
    telling: words('caafimaad isbitaal dhakhtar takhtar rug xarun turju bukaan daaweyn'),
  },
  ckb: {
    letters: /^\p{Script=Arabic}$/u,
    // Arabic yeh and kaf, Arabic teh marbuta, Pashto and Urdu letters.
    never: /[يىكةټډړښږڼېۍځڅٹڈڑےں]/u,
    always: /[ڕڵۆێ]/u,
    alwaysFrom: Infinity,
    months: words('کانوونی شوبات ئازار نیسان ئایار حوزەیران تەممووز ئاب ئەیلوول تشرینی'),
    telling: words('کلینیک نەخۆش پزیشک دکتۆر تەندروست وەرگێ چارەسەر'),
  },
  uk: {
    letters: /^\p{Script=Cyrillic}$|^ʼ$/u,
    never: /[ыэъё]/iu,
    always: /[іїєґ]/iu,
    alwaysFrom: 18,
    months: words(
      'січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня',
    ),
    telling: words('клінік клініц лікар прийом візит медич медик здоров переклад пацієнт лікуван'),
  },
  en: {
    letters: /^[A-Za-z]$/u,
    never: null,
    always: /\b(you|your|I)\b/u,
    alwaysFrom: Infinity,
    months: [],
    telling: words('clinic hospital doctor health nurse interpret translat patient medic treatment surgery'),
  },
};
