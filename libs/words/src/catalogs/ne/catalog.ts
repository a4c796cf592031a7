import type { PatientCatalog } from '../catalog';
import { easyRead } from './easy-read';
import { language } from './language';
import { long } from './long';
import { page } from './page';
import { short } from './short';

export const ne: PatientCatalog = { ...language, short, long, easyRead, page, spoken: null };
