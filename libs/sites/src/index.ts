export { SitesModule } from './sites.module';
export { Sites } from './sites.service';
