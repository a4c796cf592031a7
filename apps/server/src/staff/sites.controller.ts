import { Body, Controller, Get, Post } from '@nestjs/common';
import { list, newSite, type NewSite, site, type Site as SiteView } from '@dragoman/contracts';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { presentSite } from './site.presenter';

@Controller('api/sites')
export class SitesController {
  constructor(
    private readonly organisations: Organisations,
    private readonly database: Database,
  ) {}

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
}
