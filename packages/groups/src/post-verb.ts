import { type Id, keepersOf, makersOf, verbsOf } from "@remit/kernel";
import { OrganisationPlace } from "./organisation-place.ts";
import { Post, PostHolding } from "./post.ts";

const parties = keepersOf(({ group }: { readonly group: Id }) => group);

const reversed = "What is said would end before it begins.";

/** What verbs of posts have to be told of other records. */
export interface PostFacts {
  /** All that people hold or held of the post, which nobody else changes meanwhile. */
  readonly holdings: readonly PostHolding[];
}

export const postNoun = {
  name: "Post",
  schema: Post,
  refusals: {
    TERM_REVERSED: reversed,
    POST_HELD: "Somebody holds the post after that day.",
  },
  parties,
};

/** Makes a verb of posts. */
export const postVerb = verbsOf<
  Post,
  keyof typeof postNoun.parties,
  PostFacts,
  keyof typeof postNoun.refusals
>(postNoun);

/** Makes a verb that makes a post. */
export const postMaker = makersOf<Post, PostFacts, keyof typeof postNoun.refusals>(postNoun);

/** What verbs of what people hold have to be told of other records. */
export interface HoldingFacts extends PostFacts {
  readonly post: Post;
}

export const holdingNoun = {
  name: "PostHolding",
  schema: PostHolding,
  refusals: {
    TERM_REVERSED: reversed,
    NOT_A_HOLDER: "The person did not hold the post on that day.",
    POST_FULL: "All places of the post are taken at the time.",
    HOLDS_ALREADY: "The person holds the post at the time.",
    POST_ENDED: "There is no such post at the time.",
  },
  parties,
};

/** Makes a verb of what people hold. */
export const holdingVerb = verbsOf<
  PostHolding,
  keyof typeof holdingNoun.parties,
  HoldingFacts,
  keyof typeof holdingNoun.refusals
>(holdingNoun);

/** Makes a verb by which somebody comes to hold a post. */
export const holdingMaker = makersOf<PostHolding, HoldingFacts, keyof typeof holdingNoun.refusals>(
  holdingNoun,
);

/** What verbs of places of organisations have to be told of other records. */
export interface PlaceFacts {
  /** All places of organisations, which nobody else changes meanwhile. */
  readonly places: readonly OrganisationPlace[];
}

export const placeNoun = {
  name: "OrganisationPlace",
  schema: OrganisationPlace,
  refusals: {
    TERM_REVERSED: reversed,
    "INV-G6": "An organisation would be a part of itself.",
    PLACED_ALREADY: "The organisation is a part of another at the time.",
  },
  parties,
};

/** Makes a verb of places of organisations. */
export const placeVerb = verbsOf<
  OrganisationPlace,
  keyof typeof placeNoun.parties,
  PlaceFacts,
  keyof typeof placeNoun.refusals
>(placeNoun);

/** Makes a verb that gives an organisation its place. */
export const placeMaker = makersOf<OrganisationPlace, PlaceFacts, keyof typeof placeNoun.refusals>(
  placeNoun,
);
