/** A point of the spoiler map, both shares from 0 to 1. */
export interface TurnoutPreference {
  readonly turnout: number;
  readonly preference: number;
}

/** A point's standard errors, both in shares, and the correlation of the two errors. */
export interface PointErrors {
  /** Standard errors; with both, an ellipse is drawn. */
  readonly turnoutError?: number | undefined;
  readonly preferenceError?: number | undefined;
  /** Correlation of the two errors, 0 unless given. */
  readonly correlation?: number | undefined;
}

/** The preference that makes a turnout break even: v(2p - 1) = g, so p = (1 + g / v) / 2. */
export function breakEvenCurve(netShare: number, low: number): TurnoutPreference[] {
  // Below this turnout even a unanimous preference is too little, or the curve leaves the picture.
  const least = netShare >= 0 ? netShare : -netShare / (1 - 2 * low);
  const points: TurnoutPreference[] = [];
  for (let step = 0; step <= 200; step++) {
    const turnout = least + (1 - least) * (step / 200) ** 2;
    if (turnout > 0) {
      points.push({ turnout, preference: Math.max(low, (1 + netShare / turnout) / 2) });
    }
  }
  return points;
}

/** The ellipse that holds a bivariate normal error with the given probability. */
export function errorEllipse(
  point: TurnoutPreference & PointErrors,
  level: number,
): TurnoutPreference[] {
  const { turnoutError = 0, preferenceError = 0, correlation = 0 } = point;
  // The squared radius is chi-squared with two degrees of freedom, whose quantile is closed.
  const radius = Math.sqrt(-2 * Math.log(1 - level));
  return Array.from({ length: 73 }, (_, i) => {
    const angle = (i / 72) * 2 * Math.PI;
    const u = Math.cos(angle);
    const v = correlation * u + Math.sqrt(1 - correlation ** 2) * Math.sin(angle);
    return {
      turnout: point.turnout + radius * turnoutError * u,
      preference: point.preference + radius * preferenceError * v,
    };
  });
}
