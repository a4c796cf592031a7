import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { type AppointmentAhead, appointmentsAhead } from '@dragoman/bookings';
import { Commitments } from '@dragoman/interpreters';
import { Clock } from '@dragoman/kernel';
import { Organisations, type Site, type SiteFacts, type SiteRow } from '@dragoman/organisations';
import { Database, LiveHints, type StaffActor, type Tx } from '@dragoman/platform';
import { siteChanged, siteClocksAgreed, siteHasAppointments } from './site.errors';

/** What the caller has seen of a site. */
export interface Seen {
  revision: number | 'whatever-it-is';
}

@Injectable()
export class Sites {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly commitments: Commitments,
    private readonly audit: Audit,
    private readonly liveHints: LiveHints,
    private readonly clock: Clock,
  ) {}

  /**
   * The same as it is changes nothing.
   * @throws NotFound `site-not-found`; Stale `site-changed`; Invalid `unknown-zone`;
   * Conflict `site-name-taken`, `site-clocks-agreed` while something is to come that was agreed on its clocks.
   */
  change(actor: StaffActor, id: string, facts: SiteFacts, { revision }: Seen): Promise<SiteRow> {
    return this.database.transaction(actor, async (tx) => {
      const site = await this.organisations.holdSite(tx, id);
      if (revision !== 'whatever-it-is' && revision !== site.revision) throw siteChanged();
      const changed = site.correct(facts);
      if (changed.length === 0) return { ...site };
      const ahead = changed.includes('zone') || changed.includes('position') ? await this.ahead(tx, site) : [];
      if (changed.includes('zone') && ahead.length > 0) throw siteClocksAgreed(ahead);
      if (changed.includes('position')) await this.commitments.correctPoint(tx, { siteId: id, point: site, bookingIds: ahead.map(({ bookingId }) => bookingId) });
      return this.save(tx, site, 'site.changed', { changed });
    });
  }

  /** Twice is once. @throws NotFound `site-not-found`; Conflict `site-has-appointments`, which says which. */
  close(actor: StaffActor, id: string): Promise<SiteRow> {
    return this.database.transaction(actor, async (tx) => {
      const site = await this.organisations.holdSite(tx, id);
      if (site.closedAt) return { ...site };
      const ahead = await this.ahead(tx, site);
      if (ahead.length > 0) throw siteHasAppointments(ahead);
      site.close(this.clock.now());
      return this.save(tx, site, 'site.closed');
    });
  }

  /** Twice is once. @throws NotFound `site-not-found`. */
  reopen(actor: StaffActor, id: string): Promise<SiteRow> {
    return this.database.transaction(actor, async (tx) => {
      const site = await this.organisations.holdSite(tx, id);
      if (!site.closedAt) return { ...site };
      site.reopen();
      return this.save(tx, site, 'site.reopened');
    });
  }

  private ahead(tx: Tx, { id, organisationId }: Site): Promise<AppointmentAhead[]> {
    return appointmentsAhead(tx, { organisationId, siteId: id, now: this.clock.now() });
  }

  private async save(tx: Tx, site: Site, action: string, details?: { changed: string[] }): Promise<SiteRow> {
    const { id, organisationId } = site;
    await this.organisations.saveSite(tx, site);
    await this.audit.record(tx, { action, subject: { kind: 'site', id }, ...(details && { details }) });
    this.liveHints.publish(tx, { organisationId, topic: 'site', id });
    return { ...site };
  }
}
