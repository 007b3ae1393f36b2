import { figure, specificationCurve } from "tallybook/chart";
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
