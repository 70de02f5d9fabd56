/** What others can ask of the stage. The stage registers itself when it is there. */
export interface StageControls {
  /** Shows everything. */
  fit(): void;
  /** Zooms about the middle; above 1 is nearer. */
  zoomBy(factor: number): void;
  /** Moves so that the selected thing is in view. */
  reveal(): void;
  /** Moves so near that the selected Pod is laid open. */
  openUp(): void;
}

let controls: StageControls | undefined;

/** Called by the stage when it comes; returns what to call when it goes. */
export function registerStage(stage: StageControls): () => void {
  controls = stage;
  return () => {
    if (controls === stage) controls = undefined;
  };
}

/** The stage, where there is one. */
export const stageControls = (): StageControls | undefined => controls;
