import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, isZone, newId } from '@dragoman/kernel';
import { type Actor, askedOnce, columnsOf, Database, entitiesOf, hotRows, LiveHints, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Organisation } from './organisation.entity';
import { constraintSentences, organisationChanged, policyChanged, unknownOrganisation, unknownSite, unknownZone } from './organisation.errors';
import { organisationPolicy, type OrganisationPolicy, type OrganisationPolicyInput } from './organisation.policy';
import { policyChanges } from './policy-changes';
import { Site, type SiteFacts, type SiteRow } from './site.entity';

export interface NewOrganisation {
  name: string;
  /** IANA name. */
  zone: string;
  phone?: string | null;
  policy?: OrganisationPolicyInput;
}

/** What an organisation says of itself. */
export interface OrganisationDetails {
  name: string;
  /** IANA name. */
  zone: string;
  /** As printed for patients to call. */
  phone: string | null;
}

/** A site, as much of it as decides who can come, and its organisation's policy. */
export interface Place {
  site: Pick<Site, 'id' | 'zone' | 'latitude' | 'longitude'>;
  policy: OrganisationPolicy;
}

const assertZone = (zone: string): void => {
  if (!isZone(zone)) throw unknownZone(zone);
};

const isSame = (one: OrganisationDetails, other: OrganisationDetails): boolean =>
  one.name === other.name && one.zone === other.zone && one.phone === other.phone;

@Injectable()
export class Organisations implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly liveHints: LiveHints,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.database.explainConstraints(constraintSentences);
  }

  /** @throws Invalid `unknown-zone`; Conflict `organisation-name-taken`. */
  async create(actor: Extract<Actor, { kind: 'installation' }>, input: NewOrganisation): Promise<Organisation> {
    assertZone(input.zone);
    const policy = organisationPolicy.parse(input.policy ?? {});
    return this.database.transaction(actor, async (tx) => {
      const organisation = tx.create(Organisation, {
        id: newId(),
        name: input.name,
        zone: input.zone,
        phone: input.phone ?? null,
        policy,
        policyVersion: 1,
        createdAt: this.clock.now(),
      });
      await tx.insert(Organisation, organisation);
      await this.audit.record(tx, {
        action: 'organisation.created',
        subject: { kind: 'organisation', id: organisation.id },
        organisationId: organisation.id,
      });
      return organisation;
    });
  }

  /** @throws NotFound `organisation-not-found`, also for one that the actor may not see. */
  async get(tx: ReadTx, id: string): Promise<Organisation> {
    const [organisation] = await askedOnce(tx, `organisation ${id}`, () =>
      hotRows<Organisation>(tx, {
        name: 'organisation',
        text: `select ${columnsOf(tx, Organisation, 'o')} from organisations.organisations o where o.id = $1`,
        values: [id],
      }),
    );
    if (!organisation) throw unknownOrganisation();
    return Object.assign(new Organisation(), organisation, { policy: organisationPolicy.parse(organisation.policy) });
  }

  /** Of these, by organisation; one that the actor may not see is left out. */
  async policies(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, OrganisationPolicy>> {
    const organisations = await tx.find(Organisation, { where: { id: In([...new Set(ids)]) }, select: { id: true, policy: true } });
    return new Map(organisations.map(({ id, policy }) => [id, policy]));
  }

  /**
   * @param version the one that the actor read. @throws Conflict `policy-changed` if somebody was faster.
   */
  async changePolicy(actor: StaffActor, input: OrganisationPolicyInput, version: number): Promise<Organisation> {
    const { organisationId: id } = actor;
    const policy = organisationPolicy.parse(input);
    return this.database.transaction(actor, async (tx) => {
      const organisation = await tx.findOne(Organisation, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!organisation) throw unknownOrganisation();
      if (organisation.policyVersion !== version) throw policyChanged();
      const changed = policyChanges(organisation.policy, policy);
      if (changed.length === 0) return organisation;
      await tx.update(Organisation, { id, policyVersion: version }, { policy, policyVersion: version + 1 });
      await this.audit.record(tx, {
        action: 'organisation.policy-changed',
        subject: { kind: 'organisation', id },
        details: { version: version + 1, changed },
      });
      this.liveHints.publish(tx, { organisationId: id, topic: 'policy', id });
      return { ...organisation, policy, policyVersion: version + 1 };
    });
  }

  /**
   * @param seen what the actor saw before
   * @throws Invalid `unknown-zone`; Conflict `organisation-changed` if somebody was faster, `organisation-name-taken`.
   */
  async changeDetails(actor: StaffActor, details: OrganisationDetails, seen: OrganisationDetails): Promise<void> {
    assertZone(details.zone);
    const { organisationId: id } = actor;
    await this.database.transaction(actor, async (tx) => {
      const organisation = await tx.findOne(Organisation, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!organisation) throw unknownOrganisation();
      if (!isSame(organisation, seen)) throw organisationChanged();
      if (isSame(organisation, details)) return;
      const { name, zone, phone } = details;
      await tx.update(Organisation, { id }, { name, zone, phone });
      await this.audit.record(tx, { action: 'organisation.changed', subject: { kind: 'organisation', id } });
      this.liveHints.publish(tx, { organisationId: id, topic: 'organisation', id });
    });
  }

  /** By name: all for the installation, for staff their own. */
  all(tx: ReadTx): Promise<Organisation[]> {
    return tx.find(Organisation, { order: { name: 'asc', id: 'asc' } });
  }

  /** @throws Invalid `unknown-zone`; Conflict `site-name-taken`. */
  async addSite(actor: StaffActor, input: SiteFacts): Promise<SiteRow> {
    assertZone(input.zone);
    return this.database.transaction(actor, async (tx) => {
      const site = tx.create(Site, {
        ...input,
        id: newId(),
        organisationId: actor.organisationId,
        createdAt: this.clock.now(),
        closedAt: null,
        revision: 1,
      });
      await tx.insert(Site, site);
      await this.audit.record(tx, { action: 'site.added', subject: { kind: 'site', id: site.id } });
      this.liveHints.publish(tx, { organisationId: actor.organisationId, topic: 'site', id: site.id });
      return { ...site };
    });
  }

  /** @throws NotFound `site-not-found`, also for a site of another organisation. */
  async site(tx: ReadTx, id: string): Promise<Site> {
    const [site] = entitiesOf(Site, await hotRows(tx, { name: 'site', text: `select ${columnsOf(tx, Site, 's')} from organisations.sites s where s.id = $1`, values: [id] }));
    if (!site) throw unknownSite();
    return site;
  }

  /**
   * Held against whoever changes it and whoever books there, until the transaction ends.
   * @throws NotFound `site-not-found`, also for a site of another organisation.
   */
  async holdSite(tx: Tx, id: string): Promise<Site> {
    const site = await tx.findOne(Site, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!site) throw unknownSite();
    return site;
  }

  /** Of a site that is held. @throws Invalid `unknown-zone`; Conflict `site-name-taken`. */
  async saveSite(tx: Tx, { id, name, address, zone, latitude, longitude, rooms, closedAt, revision }: Site): Promise<void> {
    assertZone(zone);
    await tx.update(Site, { id }, { name, address, zone, latitude, longitude, rooms, closedAt, revision });
  }

  /** Where, and by whose policy: asked at every keystroke of a booking, so planned once. @throws NotFound `site-not-found`. */
  async place(tx: ReadTx, siteId: string): Promise<Place> {
    const [row] = await askedOnce(tx, `place ${siteId}`, () =>
      hotRows<Place['site'] & { policy: unknown }>(tx, {
        name: 'place',
        text: `select s.id, s.zone, s.latitude, s.longitude, o.policy
                 from organisations.sites s join organisations.organisations o on o.id = s.organisation_id where s.id = $1`,
        values: [siteId],
      }),
    );
    if (!row) throw unknownSite();
    const { policy, ...site } = row;
    return { site, policy: organisationPolicy.parse(policy) };
  }

  /** Those of the actor's organisation, by name; closed ones last. */
  sites(tx: ReadTx): Promise<Site[]> {
    return tx.find(Site, { order: { closedAt: { direction: 'asc', nulls: 'first' }, name: 'asc', id: 'asc' } });
  }
}
