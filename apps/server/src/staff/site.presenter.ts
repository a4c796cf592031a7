import type { Site as SiteView } from '@dragoman/contracts';
import type { Site } from '@dragoman/organisations';

export const presentSite = ({ id, name, address, zone, latitude, longitude, rooms }: Site): SiteView => ({
  id,
  name,
  address,
  zone,
  latitude,
  longitude,
  rooms,
});
