import { actionVerbs } from "@remit/actions";
import { ActionKind, type ActionOptions, ActionStatus } from "@remit/actions/module";
import { commitmentVerbs } from "@remit/commitments";
import type { CommitmentOptions } from "@remit/commitments/module";
import { groupVerbs, personVerbs } from "@remit/groups";
import type { GroupsOptions } from "@remit/groups/module";
import type { Labels } from "@remit/graphql";
import { aType, homeZone, ownFieldFault, Refusal, wordsOf, Zone } from "@remit/kernel";
import { meetingVerbs } from "@remit/meetings";
import type { MeetingOptions } from "@remit/meetings/module";
import { type GraphQLSchema, isInputObjectType, isObjectType } from "graphql";
import * as z from "zod";

/** What a directorate decides for itself; what it leaves out is as everybody has it. */
export interface Governance {
  /** The time zone of groups of which no other is said, by its IANA name. */
  readonly zone?: Zone;
  /** Its own fields of persons, and rules that their verbs wait for; so for what follows. */
  readonly persons?: NonNullable<GroupsOptions["persons"]>;
  readonly groups?: NonNullable<GroupsOptions["groups"]>;
  readonly meetings?: MeetingOptions;
  readonly commitments?: CommitmentOptions;
  /** What words are called in other languages, by the language, the vocabulary and the word as it is kept. */
  readonly labels?: Labels;
  /** Its own kinds, statuses and fields of actions, and who may close them. */
  readonly actions?: ActionOptions;
}

/** What everybody has: asked for once a directorate has a field of its own. */
type Plain = () => GraphQLSchema;

/** The names that things of a type have in the graph, in lists of them, or in what the verb is told that writes them. */
function takenIn(plain: GraphQLSchema, type: string): ReadonlySet<string> {
  const [own, filter] = [type, `${type}Filter`].map((name) => plain.getType(name));
  return new Set([
    ...(isObjectType(own) ? Object.keys(own.getFields()) : []),
    ...(isInputObjectType(filter) ? Object.keys(filter.getFields()) : []),
    ..."by clear expectedVersion idempotencyKey on ownStatus".split(" "),
  ]);
}

const fieldsOf = (type: string, plain: Plain) =>
  z.record(z.string(), z.unknown()).superRefine((fields, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: "custom", message, path: [name] });
    const fit = Object.entries(fields).filter(([name, schema]) => {
      const fault = ownFieldFault(name, schema);
      if (fault !== null) refuse(name, fault);
      return fault === null;
    });
    // The graph is made for it, which takes a moment.
    const taken = fit.length === 0 ? new Set() : takenIn(plain(), type);
    const message = `${aType(type).replace(/^a/u, "A")} has a field of this name already. Choose another.`;
    for (const [name] of fit) if (taken.has(name)) refuse(name, message);
  });

const means = z.string().regex(/\w+\W+\w+/u, { error: "Say what it means, in a sentence." });
const OwnStatus = z.strictObject({ of: ActionStatus, means });
const Guard = z.strictObject({
  says: means,
  refuses: z.custom<() => unknown>((given) => typeof given === "function", {
    error: "Give a function of the thing and the caller that gives a reason, or null.",
  }),
});

/** As browsers and documents name languages. */
const Language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, {
  error: "Write the language as the web does, such as gd or cy.",
});
const Label = z.string().trim().min(1, { error: "Say what the word is called." });

const nounOf = (type: string, verbs: object, plain: Plain) => ({
  fields: fieldsOf(type, plain).optional(),
  guards: z
    .strictObject(Object.fromEntries(Object.keys(verbs).map((verb) => [verb, Guard.optional()])))
    .optional(),
});

const given = (plain: Plain) =>
  z.strictObject({
    zone: Zone.optional(),
    labels: z.record(Language, z.record(z.string(), z.record(z.string(), Label))).optional(),
    persons: z.strictObject(nounOf("Person", personVerbs, plain)).optional(),
    groups: z.strictObject(nounOf("Group", groupVerbs, plain)).optional(),
    meetings: z.strictObject(nounOf("Meeting", meetingVerbs, plain)).optional(),
    commitments: z.strictObject(nounOf("Commitment", commitmentVerbs, plain)).optional(),
    actions: z
      .strictObject({
        ...nounOf("Action", actionVerbs, plain),
        closers: z.enum(["group", "secretariat"]).optional(),
        kinds: z.array(ActionKind).optional(),
        statuses: z.record(ActionKind, OwnStatus).optional(),
      })
      .optional(),
  });

const nothing: Required<Governance> = {
  zone: homeZone,
  labels: {},
  persons: {},
  groups: {},
  meetings: {},
  commitments: {},
  actions: {},
};

/** What a directorate decided, with the rest filled in. Refuses with `GOVERNANCE` what cannot be, by the name of its key. */
export function settled(governance: Governance, plain: Plain): Required<Governance> {
  // One plain graph serves every noun that has fields of its own.
  let made: GraphQLSchema | undefined;
  const once = () => (made ??= plain());
  const read = given(once).safeParse(governance, { error: wordsOf });
  if (read.success) return { ...nothing, ...governance };
  const wrong = read.error.issues.map((issue) => {
    // Of a key that is none Zod says beneath why that is so.
    const [why = issue] = issue.code === "invalid_key" ? issue.issues : [];
    return `${["governance", ...issue.path].map(String).join(".")}: ${why.message}`;
  });
  throw new Refusal("GOVERNANCE", wrong.join(" "));
}
