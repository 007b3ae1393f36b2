import { assert, assertEquals } from "@std/assert";
import { placeLabels } from "../../lib/chart/place_labels.ts";
import { measureText } from "tallybook/chart";

const room = { left: 0, right: 600, top: 0, bottom: 400 };

Deno.test("placeLabels() puts a lone label to the right of its point", () => {
  const [label] = placeLabels([{ x: 100, y: 100, label: "Dane" }], room);
  assertEquals([label!.textX, label!.textY, label!.anchor], [107, 100, "start"]);
});

Deno.test("placeLabels() stays inside the room", () => {
  const [label] = placeLabels([{ x: 595, y: 5, label: "Milwaukee" }], room);
  assertEquals(label!.anchor, "end");
  assert(label!.textX <= 600);
});

Deno.test("placeLabels() keeps the labels of neighbors apart", () => {
  const points = Array.from(
    { length: 8 },
    (_, i) => ({ x: 300 + (i % 3) * 6, y: 200 + i * 5, label: `County ${i}` }),
  );
  const boxes = placeLabels(points, room).map((label) => {
    const width = measureText(label.label, 11);
    const left = label.textX -
      (label.anchor === "end" ? width : label.anchor === "middle" ? width / 2 : 0);
    return { left, right: left + width, top: label.textY - 5, bottom: label.textY + 5 };
  });
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 ||
        b.bottom <= a.top + 1;
      assert(apart, `labels overlap: ${JSON.stringify([a, b])}`);
    }
  }
});

/** The places around a point at (100, 100) in the order in which they are tried, by hand. */
const tried = (near: number, size = 11) => [
  [100 + near, 100, "start"],
  [100 - near, 100, "end"],
  [100, 100 - near - 0.4 * size, "middle"],
  [100, 100 + near + 0.4 * size, "middle"],
  [100 + 0.7 * near, 100 - 0.7 * near - 0.3 * size, "start"],
  [100 + 0.7 * near, 100 + 0.7 * near + 0.3 * size, "start"],
  [100 - 0.7 * near, 100 - 0.7 * near - 0.3 * size, "end"],
  [100 - 0.7 * near, 100 + 0.7 * near + 0.3 * size, "end"],
];

Deno.test("placeLabels() tries eight places near, then farther out, and takes the first that covers nothing", () => {
  const all = [7, 16, 26].flatMap((near) => tried(near));
  const boxOf = ([x, y, anchor]: (string | number)[]) => {
    const width = measureText("Dane", 11);
    const left = (x as number) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    return { left, right: left + width, top: (y as number) - 6.05, bottom: (y as number) + 6.05 };
  };
  const same = (label: ReturnType<typeof placeLabels>[number]) => [
    Math.round(1e6 * label.textX),
    Math.round(1e6 * label.textY),
    label.anchor,
  ];
  const point = { x: 100, y: 100, label: "Dane" };
  const marks: { x: number; y: number; radius: number }[] = [];
  const seen: number[] = [];
  for (let round = 0; round < 12; round++) {
    // The place of least cost by its definition: rank, and the area of marks that it covers.
    const costs = all.map((place, rank) => {
      const box = boxOf(place);
      return [{ x: 100, y: 100, radius: 4 }, ...marks].reduce(
        (sum, { x, y, radius }) =>
          sum + Math.max(0, Math.min(box.right, x + radius) - Math.max(box.left, x - radius)) *
            Math.max(0, Math.min(box.bottom, y + radius) - Math.max(box.top, y - radius)),
        rank,
      );
    });
    const best = costs.indexOf(Math.min(...costs));
    seen.push(best);
    const [x, y, anchor] = all[best]! as [number, number, string];
    const [label] = placeLabels([point], room, marks);
    assertEquals(
      same(label!),
      [Math.round(1e6 * x), Math.round(1e6 * y), anchor],
      `round ${round}`,
    );
    // The next round finds a large mark over the middle of this place.
    const box = boxOf(all[best]!);
    marks.push({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, radius: 5 });
  }
  assert(new Set(seen).size > 8, `${seen}`);
});

Deno.test("placeLabels() would rather cover a point than another label, and either than leave the room", () => {
  // Room for one place only, at the right; a mark lies there.
  const width = measureText("Dane", 11);
  const narrow = { left: 90, right: 107 + width, top: 93.9, bottom: 106.1 };
  const [label] = placeLabels([{ x: 100, y: 100, label: "Dane" }], narrow, [{ x: 112, y: 100 }]);
  assertEquals([label!.textX, label!.anchor], [107, "start"]);
  // To each side the same: a place a pixel outside costs more than a mark covered.
  for (
    const box of [
      { left: -500, right: 600, top: 93.9, bottom: 106.1 },
      { left: 94, right: 600, top: 93.9, bottom: 400 },
    ]
  ) {
    const [placed] = placeLabels([{ x: 100, y: 100, label: "Dane" }], box);
    assertEquals([placed!.textX, placed!.textY, placed!.anchor], [107, 100, "start"]);
  }
  // Labels of two points at one place go to the two sides.
  const both = placeLabels(
    [{ x: 100, y: 100, label: "Dane" }, { x: 100, y: 100, label: "Dane" }],
    room,
  );
  assertEquals(both.map(({ anchor }) => anchor), ["start", "end"]);
});

Deno.test("placeLabels() keeps clear of larger points by their radius", () => {
  const [label] = placeLabels([{ x: 100, y: 100, label: "Dane", radius: 20 }], room);
  assertEquals([label!.textX, label!.textY], [123, 100]);
  const [small] = placeLabels([{ x: 100, y: 100, label: "Dane", radius: 0 }], room, [], 20);
  assertEquals([small!.textX, small!.textY], [103, 100]);
});
