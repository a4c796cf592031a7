import { Injectable } from '@nestjs/common';
import { Wordbooks } from '@dragoman/words';
import { PostalLetters } from './postal-letters.service';

/** What texts and letters are written with; one parameter, so that a constructor stays readable. */
@Injectable()
export class WritingTools {
  constructor(
    readonly wordbooks: Wordbooks,
    readonly postal: PostalLetters,
  ) {}
}
