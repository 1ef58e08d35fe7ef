import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { own } from "./html/style.ts";
import type { Settings } from "./settings.ts";

/** A style sheet as it is sent: its address changes with every letter of it. */
export interface Sheet {
  readonly path: string;
  readonly text: string;
  readonly zipped: Uint8Array<ArrayBuffer>;
}

const designSystem = () =>
  readFileSync(
    fileURLToPath(
      import.meta.resolve("@scottish-government/design-system/dist/css/design-system.min.css"),
    ),
    "utf8",
  );

/** The design system from the installation, and what is ours, in the colours of a site. */
export function sheetsOf({ colours }: Settings): readonly Sheet[] {
  const sheet = (name: string, css: string): Sheet => {
    // What the design system calls its brand is one colour, wherever it stands.
    const text = css
      .replaceAll(/#0065bd\b/giu, colours.brand)
      .replace(/\/\*# sourceMappingURL.*/u, "");
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const zipped = new Uint8Array(gzipSync(text));
    return { path: `/assets/${name}.${hash}.css`, text, zipped };
  };
  return [sheet("design-system", designSystem()), sheet("site", own)];
}
