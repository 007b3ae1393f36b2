/** Waits until something holds, for what another process, or a page, does a moment later. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  milliseconds = 20_000,
): Promise<void> {
  for (const start = performance.now(); !(await holds());) {
    if (performance.now() - start > milliseconds) throw new Error("It never came");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
