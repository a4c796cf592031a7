import type { PatientCatalog } from '../catalog';
import { easyRead } from './easy-read';
import { language } from './language';
import { long } from './long';
import { page } from './page';
import { short } from './short';
import { spoken } from './spoken';

export const zhHans: PatientCatalog = { ...language, short, long, easyRead, page, spoken };
