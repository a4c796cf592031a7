import { Module } from '@nestjs/common';
import { Typesetting } from './typesetting.service';

@Module({ providers: [Typesetting], exports: [Typesetting] })
export class LettersModule {}
