import { migrateDatabase, type MigrationTargets } from '@dragoman/platform';
import { migrations } from './migrations';

export const migrate = (targets: MigrationTargets): Promise<void> => migrateDatabase(targets, migrations);
