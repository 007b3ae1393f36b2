import { ballotsAndMachines } from "./producers/ballots_and_machines.ts";
import { countsAndContext } from "./producers/counts_and_context.ts";
import type { Producer } from "./producers/producer.ts";
import { returns } from "./producers/returns.ts";

/** The producers of all raw files. */
export const producers: readonly Producer[] = [
  ...returns,
  ...ballotsAndMachines,
  ...countsAndContext,
];

/** Finds the producer of a raw file: the one with the longest start of its path. */
export function producerOf(file: string): Producer | undefined {
  return producers.filter(({ prefix }) => file.startsWith(prefix))
    .reduce<Producer | undefined>(
      (best, each) => best !== undefined && best.prefix.length >= each.prefix.length ? best : each,
      undefined,
    );
}
