/** How far two colours of six digits stand apart, from 1 to 21, as WCAG 2.2 counts contrast. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(luminanceOf).toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour with as little white in it as makes words in it readable on another, at 4.5 to 1. */
export function lightened(colour: string, on: string): string {
  for (let white = 0; white < 1; white += 0.05) {
    const mixed = partsOf(colour).map((part) => Math.round(part + (255 - part) * white));
    const text = `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    if (contrast(text, on) >= 4.5) return text;
  }
  return "#ffffff";
}

const partsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** The relative luminance of a colour, as WCAG 2.2 has it. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((byte) => {
    const part = byte / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
