import { Body, Controller, Get, Param } from '@nestjs/common';
import { idParams, list, newSite, type NewSite, site, type Site as SiteView } from '@dragoman/contracts';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import { Sites } from '@dragoman/sites';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Post, Put } from '../http/methods';
import { SeenRevision } from '../http/revision';
import { presentSite } from './site.presenter';

type Id = z.infer<typeof idParams>;

@Controller('api/sites')
export class SitesController {
  constructor(
    private readonly organisations: Organisations,
    private readonly sites: Sites,
    private readonly database: Database,
  ) {}

  /** Closed ones last: what was booked there still names them. */
  @Get()
  @Allow('sites.read')
  @Answers(list(site))
  async list(@By() by: StaffActor): Promise<{ items: SiteView[] }> {
    const sites = await this.database.read(by, (tx) => this.organisations.sites(tx));
    return { items: sites.map(presentSite) };
  }

  @Post()
  @Allow('sites.write')
  @Answers(site, 201)
  async add(@By() by: StaffActor, @Body({ schema: newSite }) input: NewSite): Promise<SiteView> {
    return presentSite(await this.organisations.addSite(by, input));
  }

  @Put(':id')
  @Allow('sites.write')
  @Answers(site)
  async change(
    @By() by: StaffActor,
    @Param({ schema: idParams }) { id }: Id,
    @SeenRevision() revision: number | 'whatever-it-is',
    @Body({ schema: newSite }) input: NewSite,
  ): Promise<SiteView> {
    return presentSite(await this.sites.change(by, id, input, { revision }));
  }

  @Post(':id/closing')
  @Allow('sites.write')
  @Answers(site)
  async close(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<SiteView> {
    return presentSite(await this.sites.close(by, id));
  }

  @Post(':id/reopening')
  @Allow('sites.write')
  @Answers(site)
  async reopen(@By() by: StaffActor, @Param({ schema: idParams }) { id }: Id): Promise<SiteView> {
    return presentSite(await this.sites.reopen(by, id));
  }
}
