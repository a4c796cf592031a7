import { Body, Controller, Param } from '@nestjs/common';
import { Alternatives, Consents, type ConsentQuestion as Asked, Reviews, Understandings } from '@dragoman/bookings';
import {
  aboutVariety, type Appointment, bookingDetail, type BookingDetail, consentDecision, consentParams, consentQuestion, type ConsentQuestion,
  consentQuestionRequest, idParams, patientConsent, type PatientConsent, reviewClosing, type ReviewClosing, understandingSaid,
  type UnderstandingSaid,
} from '@dragoman/contracts';
import { Database, type StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Post } from '../http/methods';
import { BookingDesk } from './booking.desk';
import { Colleagues } from './colleagues';

type Params = z.infer<typeof idParams>;
type ConsentParams = z.infer<typeof consentParams>;

const present = (asked: Asked, coordinators: string[]): ConsentQuestion => ({
  alternativesId: asked.alternativesId,
  alternatives: asked.alternatives,
  interpreterVariety: asked.interpreterVariety,
  name: asked.name,
  level: asked.level,
  reason: asked.reason,
  notFor: [...asked.notFor],
  mayBeAsked: asked.mayBeAsked,
  mayStand: asked.mayStand,
  coordinators,
});

/** What a patient agrees to before it is booked and after, and whether it worked. */
@Controller('api')
export class ConsentsController {
  constructor(
    private readonly database: Database,
    private readonly alternatives: Alternatives,
    private readonly consents: Consents,
    private readonly understandings: Understandings,
    private readonly reviews: Reviews,
    private readonly colleagues: Colleagues,
    private readonly desk: BookingDesk,
  ) {}

  /** What was shown is kept, because a consent rests on it. */
  @Post('consent-questions')
  @Allow('bookings.write')
  @Answers(consentQuestion, 201)
  async question(
    @By() by: StaffActor,
    @Body({ schema: consentQuestionRequest }) { interpreterVariety, ...wanted }: Appointment & { interpreterVariety: string },
  ): Promise<ConsentQuestion> {
    return this.shown(by, await this.alternatives.forAppointment(by, wanted, interpreterVariety));
  }

  @Post('bookings/:id/consent-questions')
  @Allow('bookings.write')
  @Answers(consentQuestion, 201)
  async questionOf(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: Params,
    @Body({ schema: aboutVariety }) { interpreterVariety }: z.infer<typeof aboutVariety>,
  ): Promise<ConsentQuestion> {
    return this.shown(by, await this.alternatives.forBooking(by, id, interpreterVariety));
  }

  @Post('bookings/:id/consents')
  @Allow('bookings.write')
  @Answers(bookingDetail, 201)
  async record(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: Params,
    @Body({ schema: patientConsent }) said: PatientConsent,
  ): Promise<BookingDetail> {
    await this.consents.take(by, id, said);
    return this.desk.show(by, id);
  }

  @Post('bookings/:id/consents/:consentId/decision')
  @Allow('consents.decide')
  @Answers(bookingDetail)
  async decide(
    @By() by: StaffActor,
    @Param({ schema: consentParams }) { id, consentId }: ConsentParams,
    @Body({ schema: consentDecision }) { agrees }: z.infer<typeof consentDecision>,
  ): Promise<BookingDetail> {
    await this.consents.decide(by, { bookingId: id, consentId }, agrees);
    return this.desk.show(by, id);
  }

  @Post('bookings/:id/consents/:consentId/withdrawal')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async withdraw(@By() by: StaffActor, @Param({ schema: consentParams }) { id, consentId }: ConsentParams): Promise<BookingDetail> {
    await this.consents.withdraw(by, { bookingId: id, consentId });
    return this.desk.show(by, id);
  }

  @Post('bookings/:id/understanding')
  @Allow('bookings.write')
  @Answers(bookingDetail)
  async understood(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: Params,
    @Body({ schema: understandingSaid }) said: UnderstandingSaid,
  ): Promise<BookingDetail> {
    await this.understandings.patientSaid(by, id, said);
    return this.desk.show(by, id);
  }

  @Post('reviews/:id/closing')
  @Allow('consents.decide')
  @AnswersNothing()
  async close(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: Params,
    @Body({ schema: reviewClosing }) closing: ReviewClosing,
  ): Promise<void> {
    await this.reviews.close(by, id, closing);
  }

  private async shown(by: StaffActor, asked: Asked): Promise<ConsentQuestion> {
    return present(asked, await this.database.read(by, (tx) => this.colleagues.secondPeople(tx, by)));
  }
}
