/** How a table of Wisconsin's votes in 2016 is read whose columns nobody named. */
export const TABLE_OPTIONS = {
  task: "Cannot read returns",
  year: 2016,
  state: "WI",
  named: {},
  mend: new Set<never>(),
  nominees: () => undefined,
};
