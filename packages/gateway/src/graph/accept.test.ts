import { expect, test } from "vitest";
import { mediaTypeFor } from "./accept.ts";

const json = "application/json";
const graphql = "application/graphql-response+json";

test.each<[string | undefined, string | null]>([
  [undefined, json],
  ["", json],
  ["*/*", json],
  ["application/*", json],
  ["application/json", json],
  ["Application/JSON", json],
  ["application/json; charset=utf-8", json],
  ['application/json;charset="UTF-8"', json],
  ["application/json, text/plain, */*", json],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", json],
  [graphql, graphql],
  [`${graphql}, ${json}`, graphql],
  [`${json}, ${graphql}`, json],
  [`${graphql};charset=utf-8, ${json};charset=utf-8`, graphql],
  [`${graphql},${json};q=0.9`, graphql],
  [`${json};q=0.9,${graphql}`, graphql],
  [`${json};q=0.5, ${graphql};q=0.4`, json],
  [`multipart/mixed;deferSpec=20220824,${graphql},${json};q=0.9`, graphql],
  [`${graphql}, application/graphql+json, ${json}, text/event-stream, multipart/mixed`, graphql],
  [`*/*;q=0.1, ${graphql}`, graphql],
  [`${json};q=0, */*`, graphql],
  ["application/json;q=0", null],
  ["application/json; charset=utf-16", null],
  ["application/json;q=much", null],
  ["text/html", null],
  ["text/event-stream, multipart/mixed", null],
])("%s is answered in %s", (accept, mediaType) => {
  expect(mediaTypeFor(accept)).toBe(mediaType);
});
