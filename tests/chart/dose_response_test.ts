import { doseResponse, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("doseResponse() shows units by weight, the fit and the means by dose", () => {
  const rows = Array.from({ length: 160 }, (_, i) => {
    const dre = i % 3 === 0 ? 0 : i % 3 === 1 ? 1 : (i % 50) / 50;
    return {
      dre,
      share: 46 - 4 * dre + 12 * Math.sin(i * 1.7),
      ballots: 150 + 12_000 * Math.abs(Math.sin(i * 0.37)) ** 6,
    };
  });
  const fit = [0, 0.25, 0.5, 0.75, 1].map((x) => ({
    x,
    y: 46 - 4 * x,
    lower: 44.6 - 4.3 * x,
    upper: 47.4 - 3.7 * x,
  }));
  assertFigure(figure({
    id: "dose-response",
    title: "The more ballots on DREs, the fewer for Clinton, before any adjustment",
    subtitle: "160 units; area is the number of ballots",
    source: "Made for this test",
    alt:
      "Points scattered widely around a line that falls from 46 percent without DREs to 42 with DREs only.",
    estimand: "share by dose",
    ...doseResponse(rows, {
      dose: "dre",
      response: "share",
      weight: "ballots",
      doseLabel: "Share of ballots cast on DREs",
      responseLabel: "Clinton, percent of the two-party vote",
      fit,
      fitLabel: "95% interval of the line",
      means: [{ x: 0, point: 46.2, lower: 44, upper: 48.4 }, {
        x: 1,
        point: 41.9,
        lower: 39.5,
        upper: 44.3,
      }],
    }),
  }));
});
