// What stands around the picture; it comes after the first one (see Stage.tsx).
export { EmptyHint } from './EmptyHint.tsx';
export { HoverCard } from './HoverCard.tsx';
export { Legend } from './Legend.tsx';
export { Minimap } from './Minimap.tsx';
export { SceneTree } from './SceneTree.tsx';
export { Placing } from './scheduling/Placing.tsx';
