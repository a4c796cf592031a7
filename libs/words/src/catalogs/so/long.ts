import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Waxaad ballan ku leedahay {clinic}.\nGoorma: {when}\n${where}${replies.private}`,
  reminder: `Waxaan ku xusuusinaynaa ballantaada {clinic}.\nGoorma: {when}\n${where}${replies.private}`,
  answerByPhone: 'Si aad u jawaabto, wac: {phone}',
  changed: `Ballantaada {clinic} waa la beddelay.\nWaqtiga cusub: {when}\n${where}`,
  cancelled: 'Ballantaada {clinic} ma dhici doonto: {when}\nUma baahnid inaad timaaddo. Si aad ballan cusub u hesho, fadlan na soo wac.{phoned, select, yes {\nTelefoon: {phone}} other {}}',
  interpreterFound: 'Ballantaada {clinic} turjubaan ayaan u helnay.\nTurjubaanka: {interpreter}\nGoorma: {when}',
  interpreterChanged: 'Turjubaan kale ayaa imanaya ballantaada {clinic}.\nTurjubaanka: {interpreter}\nGoorma: {when}',
  interpreterLost: 'Turjubaanka ballantaada {clinic} ma iman karo. Mid kale ayaan raadinaynaa waana kuu sheegi doonnaa.\nGoorma: {when}',
  missed: 'Kuma aannaan arag {clinic}: {when}\nWaxaan rabnaa inaan ogaanno waxa kugu adkeeyey inaad timaaddo si aan kuu caawinno. Na soo wac, waqti cusub ayaan heli doonnaa.{phoned, select, yes {\nTelefoon: {phone}} other {}}',
  preparation: 'Ka hor ballantaada {clinic}: {when}\nFadlan keen daawooyinkaaga iyo waraaqahaaga caafimaadka.',
  rights: 'Waxaad xaq u leedahay turjubaan bilaash ah. Turjubaanku sirtaada wuu ilaalinayaa. Waad codsan kartaa mid kale adigoon sabab sheegin.',
  assurance: 'Turjubaankaagu waa bilaash, sirtaadana wuu ilaalinayaa. Mid kale waad codsan kartaa.',
  interpreterJoins: '{modality, select, video {Turjubaankaagu fiidyow ayuu ku soo biiri doonaa.} phone {Turjubaankaagu telefoon ayuu ku soo biiri doonaa.} other {Turjubaankaagu wuu kula joogi doonaa.}}',
  callUs: 'Na soo wac: {phone}',
});
