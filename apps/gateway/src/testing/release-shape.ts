interface Agent {
  readonly kind?: string;
  readonly name: string;
}
interface Owner {
  readonly agent?: Agent;
  readonly parts?: readonly unknown[] | null;
}
interface Recorded {
  readonly kind?: string | null;
  readonly due?: object;
  readonly owners?: readonly Owner[];
  readonly block?: { readonly verb?: string } | null;
  readonly closure?: { readonly kind: string; readonly note: string | null } | null;
}
interface Kept extends Recorded {
  readonly record?: Recorded;
}

/** Ends that have a reason; of others something may be noted. */
const reasoned = new Set(["SUPERSEDED", "WITHDRAWN", "TRANSFERRED"]);

/** A word of an open vocabulary, which was a bare text. */
const asConcept = (kind: string | null) => kind && { notation: kind };

/** What a record said under names of its own, as an action says it. */
function asAction(record: Recorded): object {
  const { owners, block, closure, kind, ...rest } = record;
  const { verb: _verb, ...blocked } = block ?? {};
  return {
    ...rest,
    ...(owners && {
      owners: owners.map(({ agent, parts, ...owner }) => ({
        ...owner,
        ...agent,
        parts: parts ?? [],
      })),
    }),
    ...(kind === undefined ? {} : { kind: asConcept(kind) }),
    ...(block === undefined ? {} : { block: block && blocked }),
    ...(closure === undefined
      ? {}
      : {
          closure: closure && {
            ...closure,
            ...(reasoned.has(closure.kind)
              ? { note: null, reason: closure.note }
              : { reason: null }),
          },
        }),
  };
}

/** Answers from when a record was a type of its own beside the action, in the shape of today. */
export const inOneShape = (answer: unknown): unknown => {
  if (Array.isArray(answer)) return answer.map(inOneShape);
  if (typeof answer !== "object" || answer === null) return answer;
  const { record, ...action }: Kept & { readonly originalText?: string } = answer;
  if (record === undefined && action.originalText !== undefined) return asAction(action);
  if (record === undefined)
    return Object.fromEntries(
      Object.entries(answer).map(([key, value]) => [
        key,
        // Of whatever has a zone, a group alone has a kind.
        key === "kind" && "zone" in answer ? asConcept(value) : inOneShape(value),
      ]),
    );
  const { owners = [], ...rest }: Recorded = asAction(record);
  return {
    ...action,
    ...rest,
    ...("due" in record && { due: { ...action.due, ...record.due } }),
    ...("owners" in record && {
      owners: action.owners?.map((owner, index) => ({ ...owners[index], ...owner })),
    }),
  };
};
