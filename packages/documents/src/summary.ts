/** A line by which a document says that it is a summary, and where the official record is. */
const notice =
  /^[^\S\n]*summary\b[^\n]{0,120}\bofficial record\b[^\n]{0,40}?(https?:\/\/[^\s<>()]+)/imu;

/** Where the official record is, for a text that says it is a summary of it; null for a text that does not. */
export const officialRecordOf = (text: string): string | null => notice.exec(text)?.[1] ?? null;
