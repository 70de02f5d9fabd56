/** Adds a glyph's lines to the present path, about a middle, `r` from it in each direction. */
export type Glyph = (path: CanvasRenderingContext2D | Path2D, x: number, y: number, r: number) => void;

export const disc: Glyph = (path, x, y, r) => {
  path.moveTo(x + r, y);
  path.arc(x, y, r, 0, 2 * Math.PI);
};

export const diamond: Glyph = (path, x, y, r) => {
  path.moveTo(x, y - r);
  path.lineTo(x + r, y);
  path.lineTo(x, y + r);
  path.lineTo(x - r, y);
  path.closePath();
};

export const square: Glyph = (path, x, y, r) => path.rect(x - r, y - r, 2 * r, 2 * r);

export const check: Glyph = (path, x, y, r) => {
  path.moveTo(x - r, y + r * 0.1);
  path.lineTo(x - r * 0.25, y + r * 0.75);
  path.lineTo(x + r, y - r * 0.7);
};

export const cross: Glyph = (path, x, y, r) => {
  path.moveTo(x - r, y - r);
  path.lineTo(x + r, y + r);
  path.moveTo(x + r, y - r);
  path.lineTo(x - r, y + r);
};

/** A head and shoulders: somebody outside. */
export const person: Glyph = (path, x, y, r) => {
  disc(path, x, y - r * 0.45, r * 0.45);
  path.moveTo(x - r * 0.9, y + r);
  path.quadraticCurveTo(x - r * 0.9, y + r * 0.2, x, y + r * 0.2);
  path.quadraticCurveTo(x + r * 0.9, y + r * 0.2, x + r * 0.9, y + r);
};

/** An arrow through a gate. */
export const gate: Glyph = (path, x, y, r) => {
  path.moveTo(x, y - r);
  path.lineTo(x + r * 0.9, y - r);
  path.lineTo(x + r * 0.9, y + r);
  path.lineTo(x, y + r);
  path.moveTo(x - r, y);
  path.lineTo(x + r * 0.35, y);
  path.moveTo(x - r * 0.15, y - r * 0.45);
  path.lineTo(x + r * 0.35, y);
  path.lineTo(x - r * 0.15, y + r * 0.45);
};

/** One way that becomes three. */
export const fork: Glyph = (path, x, y, r) => {
  path.moveTo(x - r, y);
  path.lineTo(x + r, y);
  path.moveTo(x - r * 0.3, y);
  path.quadraticCurveTo(x + r * 0.1, y - r * 0.8, x + r, y - r * 0.8);
  path.moveTo(x - r * 0.3, y);
  path.quadraticCurveTo(x + r * 0.1, y + r * 0.8, x + r, y + r * 0.8);
};

/** The drum in which etcd keeps everything. */
export const drum: Glyph = (path, x, y, r) => {
  const flat = r * 0.34;
  path.moveTo(x + r * 0.8, y - r + flat);
  path.ellipse(x, y - r + flat, r * 0.8, flat, 0, 0, 2 * Math.PI);
  path.moveTo(x - r * 0.8, y - r + flat);
  path.lineTo(x - r * 0.8, y + r - flat);
  path.ellipse(x, y + r - flat, r * 0.8, flat, 0, Math.PI, 0, true);
  path.lineTo(x + r * 0.8, y - r + flat);
};
