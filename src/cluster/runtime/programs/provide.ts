import { provideUserland } from './registry.ts';
import { userland } from './userland.ts';

// Imported for its effect, by all who do not load the userland later: the command line and tests.
provideUserland(userland);
