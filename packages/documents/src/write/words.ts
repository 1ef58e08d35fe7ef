/** A status of the graph in words: `IN_PROGRESS` is "In progress". */
export const statusInWords = (status: string): string =>
  `${status.charAt(0)}${status.slice(1).toLowerCase().replaceAll("_", " ")}`;
