import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Lets a page of a listed origin read the answer. A browser names the origin of its own server's pages too, and needs
 * no leave there. What is asked before a request, by OPTIONS, the full server answers.
 */
export function allowOrigin(
  { headers }: IncomingMessage,
  response: ServerResponse,
  listed: readonly string[],
): void {
  if (listed.length === 0) return;
  // A cache must not give one origin's answer to another, whichever asked first.
  response.setHeader("vary", "Origin");
  const { origin } = headers;
  if (origin !== undefined && listed.includes(origin))
    response.setHeader("access-control-allow-origin", origin);
}
