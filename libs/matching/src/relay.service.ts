import { Injectable } from '@nestjs/common';
import { Encounters } from '@dragoman/encounters';
import { pivotsBetween } from '@dragoman/interpreters';
import { Languages } from '@dragoman/languages';
import type { ReadTx } from '@dragoman/platform';
import type { MatchRequest } from './match';
import { Matching } from './matching.service';
import { bestPairs, clinicLeg, type LegsThrough, patientLeg, type RelayPair } from './relay';

const MOST_PIVOTS = 5;
const MOST_PAIRS = 6;

export interface RelayResult {
  languages: { patient: string; clinic: string };
  /** Best first. */
  pairs: RelayPair[];
  /** Through which languages somebody was looked for, and how many were possible on each side. */
  pivots: { pivotId: string; name: string; patientSide: number; clinicSide: number }[];
}

/** Two interpreters where no one reaches from the patient to the clinic: each leg by the same rules as a direct one. */
@Injectable()
export class RelayMatching {
  constructor(
    private readonly languages: Languages,
    private readonly encounters: Encounters,
    private readonly matching: Matching,
  ) {}

  /** @throws NotFound `unknown-variety`. */
  async find(tx: ReadTx, request: MatchRequest): Promise<RelayResult> {
    const table = await this.encounters.tableFor(tx, request.organisationId, request.varietyId);
    const served = table.interpreters().filter(({ level }) => level !== 'never_auto');
    const varietyIds = served.map(({ interpreterVariety }) => interpreterVariety);
    const pivots = await pivotsBetween(tx, { varietyIds, otherId: request.otherId, limit: MOST_PIVOTS });
    const through: LegsThrough[] = [];
    for (const { varietyId: pivotId, name: pivotName } of pivots) {
      const patientSide = (await this.matching.find(tx, patientLeg(request, pivotId))).possible;
      const clinicSide = patientSide.length === 0 ? [] : (await this.matching.find(tx, clinicLeg(request, pivotId))).possible;
      through.push({ pivotId, pivotName, patientSide, clinicSide });
    }
    const named = (id: string): string => this.languages.variety(id).nameEn;
    return {
      languages: { patient: named(request.varietyId), clinic: named(request.otherId) },
      pairs: bestPairs(through, MOST_PAIRS),
      pivots: through.map(({ pivotId, pivotName, patientSide, clinicSide }) => ({
        pivotId,
        name: pivotName,
        patientSide: patientSide.length,
        clinicSide: clinicSide.length,
      })),
    };
  }
}
