/** A colour in the dark and in the light theme, and where it must differ, in the two others. */
export interface StageColour {
  dark: string;
  light: string;
  /** High contrast, on black. Falls back to `dark`. */
  contrast?: string;
  /** For projectors, which wash colours out: light, with darker marks. Falls back to `light`. */
  projector?: string;
}

/**
 * The stage's colours. The theme writes each as a custom property `--stage-<name>` on the root; the stage reads them
 * from there. Blue-green runs and is ready, amber waits, blue-violet has finished, vermilion has failed: the hues of
 * Okabe and Ito, which stay apart under the common colour vision deficiencies.
 */
export const stageColours = {
  /** Behind everything. */
  background: { dark: '#0a1016', light: '#eef2f5', contrast: '#000000', projector: '#ffffff' },
  /** A node's room. */
  room: { dark: '#111a23', light: '#ffffff', contrast: '#000000' },
  /** A node's head. */
  roomHead: { dark: '#17222d', light: '#f4f7f9', contrast: '#10161c' },
  roomEdge: { dark: '#2b3a48', light: '#c3ced8', contrast: '#c8d4de', projector: '#5d6c79' },
  /** An empty slot. */
  slot: { dark: '#16212b', light: '#f0f4f7', contrast: '#1c252d' },
  /** What stands in front of the nodes, and the control plane. */
  box: { dark: '#15202a', light: '#ffffff', contrast: '#000000' },
  boxEdge: { dark: '#3c5063', light: '#a9b8c6', contrast: '#ffffff', projector: '#4b5a67' },
  text: { dark: '#e8eff5', light: '#16212b', contrast: '#ffffff', projector: '#000000' },
  textQuiet: { dark: '#9fb0bf', light: '#4d5d6b', contrast: '#dbe6ee', projector: '#2a3742' },
  good: { dark: '#3ccfae', light: '#00795f', contrast: '#4df0cb', projector: '#00614c' },
  goodFill: { dark: '#10332f', light: '#d8f1ea', contrast: '#062a24' },
  goodSolid: { dark: '#1f8a74', light: '#149a7c', contrast: '#35d3b0', projector: '#00795f' },
  waiting: { dark: '#efb747', light: '#8a5a00', contrast: '#ffcb5c', projector: '#6e4700' },
  waitingFill: { dark: '#362a10', light: '#fdf0cf', contrast: '#2b2005' },
  done: { dark: '#9aa5ff', light: '#4650c4', contrast: '#b7bfff', projector: '#333cab' },
  doneFill: { dark: '#23284a', light: '#e5e7fc', contrast: '#171b3d' },
  bad: { dark: '#ff8157', light: '#bb3708', contrast: '#ff9a78', projector: '#982a02' },
  badFill: { dark: '#421e12', light: '#fde0d4', contrast: '#3a1206' },
  quiet: { dark: '#8b9bab', light: '#5b6a78', contrast: '#c2ced8', projector: '#3e4b57' },
  quietFill: { dark: '#1b2631', light: '#e8edf1', contrast: '#141b21' },
  /** Focus, selection, what can be done next. */
  accent: { dark: '#6db8ff', light: '#0b62c4', contrast: '#8cc8ff', projector: '#064b9b' },
  /** Ways of requests, and wires of the control plane, while nothing is on them. */
  track: { dark: '#24313d', light: '#d3dce4', contrast: '#6b7a87', projector: '#a9b5bf' },
  wire: { dark: '#2a3550', light: '#ccd2e8', contrast: '#7a83b0', projector: '#9aa3c8' },
  request: { dark: '#f2f8fd', light: '#17334d', contrast: '#ffffff', projector: '#00182e' },
  answer: { dark: '#6fb3d9', light: '#3a83b3', contrast: '#9fd6f5', projector: '#1f648f' },
  pulse: { dark: '#b9a8ff', light: '#6a4fd0', contrast: '#d2c7ff', projector: '#4a30ac' },
} as const satisfies Record<string, StageColour>;

export type StageColourName = keyof typeof stageColours;
export type StageTheme = keyof StageColour;
export type Palette = Readonly<Record<StageColourName, string>>;

export const stageColourNames = Object.keys(stageColours) as StageColourName[];

/** The colours of a theme. */
export function paletteOf(theme: StageTheme): Palette {
  const pick = (colour: StageColour): string =>
    theme === 'contrast'
      ? (colour.contrast ?? colour.dark)
      : theme === 'projector'
        ? (colour.projector ?? colour.light)
        : colour[theme];
  return Object.fromEntries(stageColourNames.map((name) => [name, pick(stageColours[name])])) as Palette;
}

/** The custom properties that the theme's style must set on the root: `--stage-good: #3ccfae` and so on. */
export function stageProperties(theme: StageTheme): Record<string, string> {
  return Object.fromEntries(Object.entries(paletteOf(theme)).map(([name, value]) => [`--stage-${name}`, value]));
}

/** Reads the colours off an element's style; where the page has set none, those of the dark or light theme. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const fallback = paletteOf(matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
  return Object.fromEntries(
    stageColourNames.map((name) => [name, style.getPropertyValue(`--stage-${name}`).trim() || fallback[name]]),
  ) as Palette;
}
