import { testRecordings } from './played.ts';

testRecordings('controllers');
