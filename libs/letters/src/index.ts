export { paperIn } from './letter-content';
export type { LetterContent, Paper } from './letter-content';
export { LettersModule } from './letters.module';
export { Typesetting } from './typesetting.service';
