import fc from "fast-check";

/** Elections of up to 12 states with three candidates, some without a vote. */
export const someStates = fc.array(
  fc.record({
    electors: fc.integer({ min: 3, max: 55 }),
    votes: fc.record({
      a: fc.integer({ min: 0, max: 1000 }),
      b: fc.integer({ min: 0, max: 1000 }),
      c: fc.integer({ min: 0, max: 100 }),
    }),
  }),
  { minLength: 1, maxLength: 12 },
).map((states) => states.map((state, i) => ({ unit: `S${i}`, ...state })));
