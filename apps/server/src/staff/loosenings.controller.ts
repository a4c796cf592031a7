import { Controller, Param } from '@nestjs/common';
import { idParams } from '@dragoman/contracts';
import { Rulings } from '@dragoman/encounters';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';

type Params = z.infer<typeof idParams>;

/** What becomes of a proposal to allow more. */
@Controller('api/loosenings/:id')
export class LooseningsController {
  constructor(private readonly rulings: Rulings) {}

  /** By another person than who proposed it. */
  @Post('approval')
  @Allow('languages.write')
  @AnswersNothing()
  approve(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Params): Promise<void> {
    return this.rulings.approve(by, id);
  }

  @Post('refusal')
  @Allow('languages.write')
  @AnswersNothing()
  refuse(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Params): Promise<void> {
    return this.rulings.refuse(by, id);
  }

  /** By the person who proposed it. */
  @Post('withdrawal')
  @Allow('languages.write')
  @AnswersNothing()
  withdraw(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Params): Promise<void> {
    return this.rulings.withdraw(by, id);
  }
}
