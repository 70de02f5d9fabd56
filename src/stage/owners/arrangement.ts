// The arrangement by owners, in one piece: the stage loads it when it is first asked for (arrangements.ts).
export { buildOwnersScene } from '../../scene/owners/build.ts';
export { drawOwners } from './drawOwners.ts';
export { ownersText } from './texts.ts';
export { arithmeticOf, countsOf, nameOfOwner, sayOwner, stateOf } from './words.ts';
