import type { Fix, Problem } from '../document.ts';
import type { Parsed } from '../locate.ts';

/** A way to mend a common mistake: the fixes that it knows for a problem, none where it is not its own. */
export type Fixer = (problem: Problem, parsed: Parsed) => Fix[];
