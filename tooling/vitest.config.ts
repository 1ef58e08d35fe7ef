import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const conditions = ["@remit/source", "module", "node", "development|production"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // Where vitest loads the global set-up.
  environments: { __vitest__: { resolve: { conditions } } },
  test: {
    globalSetup: ["tooling/src/databases.ts"],
    include: ["{packages,apps}/*/src/**/*.test.ts", "tooling/src/**/*.test.ts"],
    reporters: ["default", "./tooling/src/tally.ts"],
    // By default one core is left free, which on two cores means one file after the other.
    maxWorkers: "100%",
    // A worker keeps what it has loaded for its next file: no test leaves anything behind in a module.
    isolate: false,
    hookTimeout: 120_000,
    testTimeout: 120_000,
    // Pothos loaded by Node beside graphql loaded by vite would make two copies of graphql.
    server: { deps: { inline: [/@pothos/u] } },
  },
});
