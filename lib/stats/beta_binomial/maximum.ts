/**
 * The maximum of a function near a place: the tops of parabolas through three points a ten-thousandth of the
 * place's distance from 0 and 1 apart, until the top lies at the place. Undefined where they don't lead there.
 */
export function climb(
  f: (x: number) => number,
  near: number,
): { x: number; value: number } | undefined {
  let x = near;
  for (let round = 0; round < 6; round++) {
    const h = 1e-4 * x * (1 - x);
    const [below, at, above] = [f(x - h), f(x), f(x + h)];
    const bend = above - 2 * at + below;
    const step = h * (below - above) / (2 * bend);
    if (!(bend < 0 && x + step > 1e-9 && x + step < 1 - 1e-9)) return undefined;
    x += step;
    // So small a step adds less to the maximum than its last digits.
    if (Math.abs(step) < 0.1 * h) return { x, value: at - (above - below) ** 2 / (8 * bend) };
  }
  return undefined;
}

/**
 * The maximum of a function with one: Brent's method (1973), parabolas through the three best points with
 * golden section where they do not help. On a smooth peak some ten evaluations; `tolerance` is that of x.
 */
export function maximum(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
): { x: number; value: number } {
  const golden = (3 - Math.sqrt(5)) / 2;
  let [low, high] = [from, to];
  let x = low + golden * (high - low);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let [step, before] = [0, 0];
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2;
    if (Math.abs(x - middle) + (high - low) / 2 <= 2 * tolerance) break;
    const r = (x - w) * (fx - fv);
    const q = (x - v) * (fx - fw);
    const numerator = (x - v) * q - (x - w) * r;
    const denominator = 2 * (q - r);
    const parabola = -numerator / denominator;
    const helps = Number.isFinite(parabola) && Math.abs(parabola) < Math.abs(before) / 2 &&
      x + parabola - low > 2 * tolerance && high - x - parabola > 2 * tolerance;
    before = helps ? step : (x < middle ? high : low) - x;
    step = helps ? parabola : golden * before;
    const u = x + (Math.abs(step) >= tolerance ? step : Math.sign(step) * tolerance);
    const fu = f(u);
    if (fu >= fx) {
      if (u >= x) low = x;
      else high = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
      continue;
    }
    if (u < x) low = u;
    else high = u;
    if (fu >= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
    else if (fu >= fv || v === x || v === w) [v, fv] = [u, fu];
  }
  return { x, value: fx };
}
