import fc from "fast-check";
import { golden } from "../../golden/read.ts";

/** The Electoral College of some years, counted by tests/golden/scripts/04_power.py. */
export interface Game {
  quota: number;
  sum_swings: string;
  tie_269_coalitions: string;
  p_tie_iid: number;
  players: Record<
    string,
    { ev: number; swings: string; banzhaf_abs: number; banzhaf_norm: number; shapley: number }
  >;
}

/** All of them, by years. */
export const games = golden<{ games: Record<string, Game> }>("ec_power_indices.json").games;

/** A game's weights by player. */
export const weightsOf = (game: Game): Record<string, number> =>
  Object.fromEntries(Object.entries(game.players).map(([state, { ev }]) => [state, ev]));

/** Any small game. */
export const someGame = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 })
  .chain((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: Math.floor(total / 2) + 1, max: total }),
    });
  });

/** Names for the players of such a game. */
export const named = (weights: readonly number[]): Record<string, number> =>
  Object.fromEntries(weights.map((weight, i) => [`p${i}`, weight]));
