export { Recording } from './recording.entity';
export { RecordingsModule } from './recordings.module';
export { Recordings } from './recordings.service';
