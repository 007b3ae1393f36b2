import { textOfMarkup } from "../display/entities.ts";
import {
  callPath,
  endOfShown,
  findPrints,
  type NotedNumber,
  printsUpTo,
} from "../display/origin_ledger.ts";
import type { OriginsToStore } from "../display/origins.ts";
import type { FigureOptions } from "./figure_options.ts";

/** The texts that a drawing shows, in their order, the parts of each together. */
export function drawnTexts(svg: string): string[] {
  return [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, inner]) => textOfMarkup(inner!));
}

/**
 * Where a figure's numbers come from: those in its words, and those drawn that a format printed
 * for this figure.
 */
export function figureOrigins(options: FigureOptions, svg: string): OriginsToStore {
  const { title, subtitle = "", caption = "", alt } = options;
  const named = (name: string, numbers: readonly NotedNumber[]) =>
    numbers.filter(({ formatted }) => formatted !== null)
      .map((number) => ({ in: name, ...number }));
  const words = Object.entries({ title, subtitle, caption, alt })
    .flatMap(([name, text]) => named(name, findPrints([text])[0]!));
  const since = printsUpTo().shown;
  const drawn = named("drawing", findPrints([drawnTexts(svg).join("\n")], { since })[0]!);
  endOfShown();
  return { shown: "figure", path: callPath(), numbers: [...words, ...drawn] };
}
