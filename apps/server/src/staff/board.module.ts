import { Module } from '@nestjs/common';
import { libModules } from '../libs';
import { BoardController } from './board.controller';
import { BoardDesk } from './board.desk';
import { TodayDesk } from './today.desk';
import { Fillings } from './what-next';

/** Who is booked when, and what is still to be filled. */
@Module({
  imports: libModules,
  controllers: [BoardController],
  providers: [BoardDesk, TodayDesk, Fillings],
  exports: [TodayDesk, Fillings],
})
export class BoardModule {}
