import { Controller, Get, Query } from '@nestjs/common';
import {
  board, type Board, boardJudgements, type BoardJudgements, boardQuery, type BoardQuery, judgementQuery, type JudgementQuery,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { BoardDesk } from './board.desk';

@Controller('api/board')
export class BoardController {
  constructor(private readonly desk: BoardDesk) {}

  @Get()
  @Allow('bookings.read')
  @Answers(board)
  show(@By() actor: StaffActor, @Query({ schema: boardQuery }) query: BoardQuery): Promise<Board> {
    return this.desk.show(actor, query);
  }

  /** For one job, every interpreter of a page of the board: possible or not, and why. */
  @Get('judgements')
  @Allow('bookings.read')
  @Answers(boardJudgements)
  judge(@By() actor: StaffActor, @Query({ schema: judgementQuery }) query: JudgementQuery): Promise<BoardJudgements> {
    return this.desk.judge(actor, query);
  }
}
