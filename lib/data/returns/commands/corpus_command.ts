import { command, misuse, parseCommand, print } from "../../../files/command_line.ts";
import { correctionRecall } from "./correction_recall.ts";
import { corpusFiles } from "./corpus_files.ts";
import { type CorpusResult, corpusResult } from "./corpus_result.ts";

const USAGE = `Usage: deno task test:corpus --corpus DIR [--corrections DIR] [--all]

Reads every file of returns in a folder as a user would, holds the sums against the known totals of
counties and states, and prints a table: file, mends needed, sums, differences, anomalies. Ends with
1 where less than 90 percent of the complete files are read with right sums.

  --corpus DIR       the folder; TALLYBOOK_CORPUS where it is not given
  --corrections DIR  pairs of files before and after a correction, to measure what is found
  --all              print the files that are right, too`;

/** The share of complete files that must be read with right sums. */
const LEAST = 0.9;

/** Files of the corpus that lack votes, and what is missing: seen by hand. */
const INCOMPLETE: readonly (readonly [pattern: RegExp, missing: string])[] = [
  [/20161108__az__general__(navajo|pinal|santa_cruz)/, "nine tenths: early voting is not in it"],
  [/20201103__fl__general__calhoun/, "precincts"],
  [/20241105__pa__general__bradford/, "a candidate's rows in some precincts"],
  [/20081104__nv__general__(pershing|churchill)__precinct/, "counts that the state suppresses"],
  [/20(041102|121106)__nv__general__carson_city__precinct/, "counts that the state suppresses"],
  [/20241105__az__general__navajo/, "a candidate's row in a precinct"],
  [/la24/, "about half: one mode of voting"],
  [/in24/, "nothing; twelve counties have a total repeated in each mode"],
  [/me24/, "a candidate's rows in every county"],
  [/nj24/, "modes and places of some counties"],
  [/mo24/, "nothing; Kansas City is counted apart from Jackson County"],
  [/wy24|nm24|nv24|ks24/, "counts that the state suppresses"],
  [/2020_US_County_Level/, "Kansas's last counts; the counties agree with the table made from it"],
  [/2024_US_County_Level/, "Oregon's last counts; the counties agree with the table made from it"],
];

/** Files beside the returns that hold none for president, and are rightly refused: seen by hand. */
const OTHER: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/2024-senate-county/, "returns for the Senate alone"],
  [/nist-1500-103-example/, "a specification's example of ballots without a contest for president"],
  [/palm-beach-2000/, "tables of a study, of which the columns are no candidates"],
];

/** `deno task test:corpus`: reads a folder of returns and says how many are right. */
export function corpusCommand(args: string[]): Promise<number> {
  return command(args, USAGE, () => {
    const { values } = parseCommand(args, {
      corpus: { type: "string" },
      corrections: { type: "string" },
      all: { type: "boolean" },
    });
    const folder = values.corpus ?? Deno.env.get("TALLYBOOK_CORPUS");
    if (folder === undefined) throw misuse("--corpus", undefined, "a folder");
    const results: CorpusResult[] = [];
    for (const file of corpusFiles(folder)) {
      const result = corpusResult(file);
      results.push(result);
      if (values.all || result.outcome !== "right" || result.mends.length > 0) print(line(result));
    }
    const passed = summarize(results);
    if (values.corrections !== undefined) recall(values.corrections);
    return Promise.resolve(passed ? 0 : 1);
  });
}

function line(result: CorpusResult): string {
  const { name, outcome, mends, votes, agree, checks, difference, finding, anomalies } = result;
  const missing = INCOMPLETE.find(([pattern]) => pattern.test(name))?.[1];
  const other = OTHER.find(([pattern]) => pattern.test(name))?.[1];
  return [
    name,
    outcome === "differs" && missing !== undefined
      ? `incomplete (${missing})`
      : outcome === "refused" && other !== undefined
      ? `rightly refused (${other})`
      : outcome,
    mends.length === 0 ? "no mends" : `mends ${mends.join(", ")}`,
    `${votes.toLocaleString("en")} votes`,
    `${agree} of ${checks} sums agree, to within ${difference.toLocaleString("en")}`,
    `${anomalies} anomalies`,
    finding,
  ].filter((part) => part !== "").join(" | ");
}

function summarize(results: readonly CorpusResult[]): boolean {
  let passed = true;
  const folders = Map.groupBy(
    results,
    ({ name }) => name.includes("/") ? name.split("/")[0]! : ".",
  );
  print("");
  for (const [folder, files] of folders) {
    const of = (outcome: CorpusResult["outcome"]) =>
      files.filter((file) => file.outcome === outcome);
    const incomplete = of("differs").filter(({ name }) =>
      INCOMPLETE.some(([pattern]) => pattern.test(name))
    );
    const differs = of("differs").length - incomplete.length;
    const refused = of("refused").filter(({ name }) =>
      !OTHER.some(([pattern]) => pattern.test(name))
    ).length;
    const complete = of("right").length + differs + refused;
    const share = complete === 0 ? 1 : of("right").length / complete;
    if (share < LEAST) passed = false;
    const mended = of("right").filter(({ mends }) => mends.length > 0).length;
    const quiet = files.filter(({ anomalies }) => anomalies === 0).length;
    print(
      `${folder}: ${files.length} files; of ${complete} complete with known totals ` +
        `${of("right").length} read with right sums (${(100 * share).toFixed(1)} percent, ` +
        `${mended} of them with mends), ${differs} differ and say so, ${refused} ` +
        `refused; ${incomplete.length} incomplete, each named; ${
          of("refused").length - refused
        } without returns for president; ${of("unchecked").length} without ` +
        `known totals; ${quiet} without anomalies`,
    );
    const kinds = new Map<string, number>();
    for (const { anomalyKinds } of files) {
      for (const [kind, count] of Object.entries(anomalyKinds)) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + count);
      }
    }
    if (kinds.size > 0) {
      print(`  anomalies: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ")}`);
    }
  }
  return passed;
}

function recall(folder: string): void {
  print("");
  let [pairs, found, changed, named] = [0, 0, 0, 0];
  for (const result of correctionRecall(folder)) {
    if (result.changed === 0) continue;
    pairs++;
    if (result.named > 0) found++;
    changed += result.changed;
    named += result.named;
    print(
      `correction ${result.pair}: ${result.named} of ${result.changed} changed lines named before` +
        `, ${result.after} findings after${result.how === "" ? "" : `; ${result.how}`}`,
    );
  }
  print(`corrections: ${found} of ${pairs} files, ${named} of ${changed} changed lines named`);
}
