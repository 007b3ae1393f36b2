/**
 * What a finding of the type check means for a run. "fault": it would be wrong at run time.
 * "strict": types that nobody wrote or that may be nothing, which our own notebooks spell out and a
 * run does not need. "note": the kernel allows it.
 */
export type FaultKind = "fault" | "strict" | "note";

/** Findings about JSX that lacks its types: the kernel calls whatever function the cell names. */
const JSX = new Set([7026, 2874, 2875, 17004, 8010]);

/** A name that is declared again, which the kernel allows in a later cell. */
const REDECLARED = new Set([2300, 2393, 2403, 2440, 2451, 2717]);

/** Types that nobody wrote (7005 to 7053), and what may be nothing or of an unknown type. */
const STRICT = new Set([2531, 2532, 2533, 18046, 18047, 18048, 18049, 2454, 2564, 4114]);

const codeOf = (message: string) => Number(/\(TS(\d+)\)$/.exec(message)?.[1] ?? NaN);

/** Whether a finding says that a name is declared again. */
export function redeclares(message: string): boolean {
  return REDECLARED.has(codeOf(message));
}

/** What a finding of the type check means for a run. */
export function kindOfFault(message: string): FaultKind {
  const code = codeOf(message);
  if (JSX.has(code)) return "note";
  return STRICT.has(code) || code >= 7005 && code <= 7057 ? "strict" : "fault";
}
