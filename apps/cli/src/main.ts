#!/usr/bin/env node
import { commandLine } from "./run.ts";

process.exitCode = await commandLine(() => import("@remit/gateway"));
