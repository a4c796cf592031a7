export { Recording } from './recording.entity';
export type { RecordingRow, VarietyCount } from './recording.queries';
export { RecordingsModule } from './recordings.module';
export { Recordings } from './recordings.service';
export { CANONICAL_RATE } from './resampling';
export { TARGET_LOUDNESS } from './sound.policy';
