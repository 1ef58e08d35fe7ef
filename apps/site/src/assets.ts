import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { html } from "./html/parts.ts";
import { coloursOf } from "./html/palette.ts";
import { own } from "./html/style.ts";
import type { Settings } from "./settings.ts";

/** A file that pages load, as it is sent: its address changes with every letter of it. */
export interface Asset {
  readonly path: string;
  readonly type: "text/css" | "image/svg+xml";
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

/** The design system from the installation and what is ours, in the colours of a site, and its icon: the first letter of its name. */
export function assetsOf({ name, colours }: Settings): readonly Asset[] {
  const asset = (file: string, type: Asset["type"], content: string): Asset => {
    // What the design system calls its brand is one colour, wherever it stands.
    const text = content
      .replaceAll(/#0065bd\b/giu, colours.brand)
      .replace(/\/\*# sourceMappingURL.*/u, "");
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const path = `/assets/${file.replace(".", `.${hash}.`)}`;
    return { path, type, text, zipped: new Uint8Array(gzipSync(text)) };
  };
  const [first = ""] = name;
  const letter = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#0065bd"/><text x="16" y="23" font-family="sans-serif" font-size="20" font-weight="700" text-anchor="middle" fill="#fff">${first}</text></svg>`;
  return [
    asset("design-system.css", "text/css", designSystem()),
    asset("site.css", "text/css", `${coloursOf(colours.brand)}${own}`),
    asset("icon.svg", "image/svg+xml", letter.toString()),
  ];
}
