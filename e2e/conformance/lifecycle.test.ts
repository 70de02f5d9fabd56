import { testRecordings } from './played.ts';

testRecordings('lifecycle');
