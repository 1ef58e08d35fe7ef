import { trace as traces } from "@opentelemetry/api";
import type { Way } from "./write.ts";

/** Says how a request was answered in the trace of it, where the process keeps traces. */
export function trace(answered: Way): void {
  const span = traces.getActiveSpan();
  span?.setAttribute("remit.way", answered.way);
  if (answered.way === "executed") span?.setAttribute("remit.reason", answered.reason);
}
