import { assert, assertLess } from "@std/assert";
import { figure, specificationCurve } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
import { assertFigure } from "./snapshot.ts";

Deno.test("specificationCurve() sorts estimates and shows the choices behind each", () => {
  const rows = ["by votes", "equal"].flatMap((weights, i) =>
    ["share", "change since 2012"].flatMap((outcome, j) =>
      ["none", "county"].flatMap((effects, k) =>
        ["none", "size", "size and education"].map((covariates, l) => {
          const point = -2.4 + 0.5 * i + 0.3 * j + 0.6 * k + 0.45 * l +
            0.2 * Math.sin(7 * i + 5 * j + 3 * k + l);
          const half = 0.8 + 0.2 * i + 0.15 * k;
          return {
            weights,
            outcome,
            effects,
            covariates,
            estimate: { point, lower: point - half, upper: point + half },
          };
        })
      )
    )
  );
  assertFigure(figure({
    id: "specification-curve",
    title: "No defensible specification reaches the size that would change the winner",
    subtitle:
      "Effect of DREs on Clinton's two-party share in 24 specifications, with 95% intervals",
    source: "Wisconsin Elections Commission; made for this test",
    alt: "24 estimates from −2.5 to 0.4 points; all intervals lie above −3.9.",
    estimand: "effect of DREs, points",
    ...specificationCurve(rows, {
      choices: {
        Weights: "weights",
        Outcome: "outcome",
        "Fixed effects": "effects",
        Covariates: "covariates",
      },
      axis: "Effect, percentage points",
      references: [{ value: -3.9, label: "would flip the state: −3.9" }],
    }),
  }));
});

Deno.test("specificationCurve() on a phone: names stand above their dots, which do not cover each other", () => {
  const rows = Array.from({ length: 64 }, (_, i) => ({
    weights: i % 2 === 0 ? "by votes" : "units equal",
    heldFixed: i % 3 === 0 ? "education, race, log density" : "all",
    estimate: { point: i / 16 - 4, lower: i / 16 - 5, upper: i / 16 - 3 },
  }));
  const { svg } = assertNarrow(figure({
    id: "specification-curve-narrow",
    title: "64 models",
    source: "Made for this test",
    alt:
      "64 estimates from −4 to −0.1 points, in two choices of weights and two of what is held fixed.",
    estimand: "effect, points",
    ...specificationCurve(rows, {
      choices: { Weights: "weights", "Held fixed": "heldFixed" },
      axis: "Points",
    }),
  }));
  const name = textBoxes(svg).find(({ text }) => text === "education, race, log density")!;
  assertLess(name.left, 60);
  const dots = [...svg.matchAll(/<circle[^>]*cx="([\d.]+)"[^>]*r="([\d.]+)"/gu)]
    .map(([, x, r]) => [Number(x), Number(r)] as const);
  const places = [...new Set(dots.map(([x]) => x))].sort((a, b) => a - b);
  const steps = places.slice(1).map((x, i) => x - places[i]!);
  const radius = Math.min(...dots.map(([, r]) => r));
  assert(2 * radius <= Math.min(...steps), `${2 * radius} wide, ${Math.min(...steps)} apart`);
});
