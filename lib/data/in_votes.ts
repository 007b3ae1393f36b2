/**
 * A count of votes as a message says it: "1 vote", "2,306 votes".
 *
 * @param digits A count that is written already, such as "1,501".
 */
export function inVotes(count: number | string): string {
  const digits = typeof count === "string" ? count : count.toLocaleString("en");
  return `${digits} ${digits === "1" ? "vote" : "votes"}`;
}
