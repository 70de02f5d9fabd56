import { provideLaterParts } from './later.ts';
import { parts } from './parts.ts';

// Imported for its effect, by all who need not load the parts later: the command line and tests.
provideLaterParts(parts);
