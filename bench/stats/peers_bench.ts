/**
 * The statistics room beside numpy, scipy and R: same data, same job, one run. `deno bench` prints each
 * group's times and how many times slower than the first ("tallybook") the others are. Peers that are not
 * installed are left out.
 */
import { coefficientEstimate, permutationTest } from "tallybook/stats";
import { fitBenchData, readBenchData } from "./data.ts";
import { startPeer } from "./peer.ts";

const data = readBenchData();
const file = await Deno.makeTempFile({ suffix: ".json" });
await Deno.writeTextFile(file, JSON.stringify(data));
const here = (name: string): string => new URL(name, import.meta.url).pathname;
const python = await startPeer("python3", [here("peers.py"), file], "cluster_robust");
const r = await startPeer("Rscript", [here("peers.R"), file], "cluster_robust");
await Deno.remove(file);

const jobs = {
  permutation_stratified: () =>
    permutationTest({ outcome: data.residuals, treated: data.treated, strata: data.strata }, {
      method: "sampled",
      draws: data.draws,
      uninformative: "leave out",
    }),
  permutation_plain: () =>
    permutationTest({ outcome: data.residuals, treated: data.treated }, {
      method: "sampled",
      draws: data.draws,
    }),
  cluster_robust: () =>
    coefficientEstimate(fitBenchData(data), "dre", { errors: "CR2", clusters: data.strata }),
};
const titles = {
  permutation_stratified: "stratified permutation test, 1,808 units, 100,000 draws",
  permutation_plain: "permutation test, 1,808 units, 100,000 draws",
  cluster_robust: "weighted least squares with CR2, 1,808 units, 72 clusters",
} as const;
for (const [job, title] of Object.entries(titles) as [keyof typeof titles, string][]) {
  const short = job === "cluster_robust" ? { n: 20, warmup: 10 } : { n: 5, warmup: 2 };
  Deno.bench(`tallybook: ${job}`, { group: title, baseline: true, ...short }, () => {
    jobs[job]();
  });
  Deno.bench(`numpy: ${job}`, { group: title, ignore: !python, ...short }, async () => {
    await python!.run(job);
  });
  if (job === "permutation_plain") {
    Deno.bench(
      "scipy: permutation_test",
      { group: title, ignore: !python, n: 2, warmup: 0 },
      async () => {
        await python!.run("permutation_scipy");
      },
    );
  }
  const part = job === "cluster_robust" ? "" : ", a tenth of the draws";
  Deno.bench(`R: ${job}${part}`, {
    group: title,
    ignore: !r,
    ...(job === "cluster_robust" ? short : { n: 1, warmup: 0 }),
  }, async () => {
    await r!.run(job);
  });
}
