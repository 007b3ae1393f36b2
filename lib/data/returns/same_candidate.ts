import { fold } from "./fold.ts";

const SUFFIX = /^(jr|sr|ii|iii|iv|incumbent|dem|rep|for|president|and)$/;

/** The last of a name's words that is no suffix: "Robert F. Kennedy Jr." is Kennedy. */
function surname(words: readonly string[]): string | undefined {
  return words.findLast((word) => !SUFFIX.test(word));
}

interface KnownName {
  readonly candidate: string;
  readonly own: readonly string[];
  readonly last: string;
}

const cut = new WeakMap<readonly string[], readonly KnownName[]>();

/** The words of known names, cut once for each list: every cell of a header is compared with them. */
function partsOf(known: readonly string[]): readonly KnownName[] {
  let parts = cut.get(known);
  if (parts === undefined) {
    parts = known.flatMap((candidate) => {
      const own = fold(candidate).split(" ");
      const last = surname(own);
      return last === undefined ? [] : [{ candidate, own, last }];
    });
    cut.set(known, parts);
  }
  return parts;
}

/**
 * Which of some known candidates a name on a ballot or in a file means: "BIDEN / HARRIS", "Obama,
 * Barack", "TRUMP, PENCE", "Donald J. Trump and Michael R. Pence". The surname must stand there; a
 * given name, where there is one before or after it, must begin with the same letter. Of a ticket
 * the first counts.
 *
 * @returns The known name, or undefined where none is meant.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sameCandidate } from "./same_candidate.ts";
 *
 * const known = ["Donald Trump", "Kamala Harris"];
 * assertEquals(sameCandidate("TRUMP / VANCE", known), "Donald Trump");
 * assertEquals(sameCandidate("Sharon E Harris", known), undefined);
 * ```
 */
export function sameCandidate(name: string, known: readonly string[]): string | undefined {
  const words = fold(name.replace(/\([^)]*\)/g, " ")).split(" ");
  // Parties, codes and titles before the name say nothing of it.
  const bare = words.filter((word) =>
    !/^(dem|rep|gop|lib|grn|democratic|republican|the|\d+)$/.test(word)
  );
  let best: { name: string; at: number } | undefined;
  const parts = partsOf(known);
  for (const { candidate, own, last } of parts) {
    const at = bare.indexOf(last);
    if (at === -1 || best !== undefined && best.at <= at) continue;
    if (at > 0) {
      const first = bare[0]!;
      const fits = own.slice(0, -1).some((given) => given[0] === first[0]) ||
        bare.slice(0, at).some((given) => own.slice(0, -1).includes(given));
      if (!fits) continue;
    } else if (/^[^,/&]*,/.test(name) && bare.length > 1 && !/[/&]/.test(name)) {
      // "Harris, Sharon" is another Harris; "TRUMP, PENCE" is a ticket.
      const given = bare[1]!;
      const others = parts.some(({ last }) => last === given);
      const initial = own.slice(0, -1).some((word) => word[0] === given[0]);
      if (!initial && !others && !RUNNING_MATES.has(given)) continue;
    }
    best = { name: candidate, at };
  }
  return best?.name;
}

/** Surnames of candidates for vice president since 2000, which follow a comma in some states' tickets. */
const RUNNING_MATES = new Set(
  "cheney lieberman laduke edwards palin biden ryan kaine pence weld baraka harris vance walz cohen walker ware ter foster"
    .split(" "),
);
