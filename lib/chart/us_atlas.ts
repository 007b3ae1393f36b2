import { refusal } from "../check/mod.ts";
import { createRequire } from "node:module";
import * as topojson from "topojson-client";
// Naming the package in an import is what makes Deno download it; its maps are read on demand.
import atlas from "us-atlas/package.json" with { type: "json" };

type Position = readonly [number, number];

/** A state or county: its FIPS code, its name, and its rings on the integer grid of its map. */
export interface MapShape {
  readonly fips: string;
  readonly name: string;
  readonly rings: readonly (readonly Position[])[];
}

/** Shapes on a common integer grid, and how the grid maps to pixels. */
export interface UsMap {
  readonly shapes: readonly MapShape[];
  /** Lines between states, or the outline of the one state shown. */
  readonly borders: readonly (readonly Position[])[];
  /** Pixels per step of the grid. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  /** Longitude and latitude to pixels; only where one state is shown. */
  readonly place?: ((longitude: number, latitude: number) => Position) | undefined;
}

interface Geometry {
  readonly id: string;
  readonly properties: { readonly name: string };
}

interface Topology {
  bbox?: readonly number[];
  transform: { scale: readonly number[]; translate: readonly number[] };
  readonly objects: Record<string, { readonly type: string; geometries: Geometry[] }>;
  readonly arcs: Position[][];
}

/** topojson-client, as far as it is used here. */
interface TopojsonClient {
  feature(topology: Topology, object: object): {
    features: {
      id: string;
      properties: { name: string };
      geometry: { type: string; coordinates: Position[][] | Position[][][] };
    }[];
  };
  mesh(topology: Topology, object: object, filter: (a: Geometry, b: Geometry) => boolean): {
    coordinates: Position[][];
  };
  quantize(topology: Topology, transform: object): Topology;
}
const client = topojson as unknown as TopojsonClient;

const require = createRequire(import.meta.url);
const read = (file: string): Topology =>
  JSON.parse(Deno.readTextFileSync(require.resolve(`${atlas.name}/${file}`)));

/** Half a pixel: finer than a border's width, and small in the file. */
const STEP = 0.5;

const built = new Map<string, UsMap>();

/** The nation's counties or states in the Albers projection, with Alaska and Hawaii set in. */
export function nationMap(level: "counties" | "states", width: number): UsMap {
  return remembered(`${level} ${width}`, () => {
    const topology = read(`${level}-albers-10m.json`);
    unquantize(topology, (point) => point);
    // us-atlas draws its Albers maps into 975 by 610 pixels.
    const scale = width / 975;
    const grid = client.quantize(topology, {
      scale: [STEP / scale, STEP / scale],
      translate: [0, 0],
    });
    return onGrid(grid, level, width, Math.ceil(610 * scale), (a, b) => a !== b, undefined);
  });
}

const radians = Math.PI / 180;
/** Mercator's projection: it keeps shapes, and over one state its change of scale is small. */
const mercator = ([longitude, latitude]: Position): Position => [
  // The Aleutians cross the date line; the map goes on to the west there.
  (longitude > 0 ? longitude - 360 : longitude) * radians,
  -Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
];

/** The counties of one state. Throws a RangeError when there is no such state. */
export function mapOfState(stateFips: string, width: number, mostHeight: number): UsMap {
  return remembered(`${stateFips} ${width} ${mostHeight}`, () => {
    const topology = read("counties-10m.json");
    const counties = topology.objects.counties!;
    counties.geometries = counties.geometries.filter((each) => each.id.startsWith(stateFips));
    if (counties.geometries.length === 0) {
      throw new RangeError(refusal({
        task: "draw a map",
        where: "state",
        found: stateFips,
        expected: "the FIPS code of a state",
      }));
    }
    unquantize(topology, mercator);
    const points = client.feature(topology, counties).features
      .flatMap((each) => rings(each.geometry)).flat();
    const xs = points.map((point) => point[0]);
    const ys = points.map((point) => point[1]);
    const [left, right, top, bottom] = [
      least(xs),
      -least(xs.map((x) => -x)),
      least(ys),
      -least(ys.map((y) => -y)),
    ];
    const scale = Math.min((width - 2) / (right - left), (mostHeight - 2) / (bottom - top));
    const offset = (width - (right - left) * scale) / 2;
    const translate = [left - offset / scale, top - 1 / scale] as const;
    const grid = client.quantize(topology, { scale: [STEP / scale, STEP / scale], translate });
    const height = Math.ceil((bottom - top) * scale + 2);
    const place = (longitude: number, latitude: number): Position => {
      const [x, y] = mercator([longitude, latitude]);
      return [(x - translate[0]) * scale, (y - translate[1]) * scale];
    };
    return onGrid(grid, "counties", width, height, (a, b) => a === b, place);
  });
}

function remembered(key: string, make: () => UsMap): UsMap {
  let map = built.get(key);
  if (map === undefined) built.set(key, map = make());
  return map;
}

const least = (values: readonly number[]) =>
  values.reduce((low, value) => value < low ? value : low);

/** Undoes a topology's quantization in place, and projects its points. */
function unquantize(topology: Topology, projection: (point: Position) => Position): void {
  const { scale, translate } = topology.transform;
  for (const arc of topology.arcs) {
    let [x, y] = [0, 0];
    for (const [index, [dx, dy]] of arc.entries()) {
      x += dx;
      y += dy;
      arc[index] = projection([x * scale[0]! + translate[0]!, y * scale[1]! + translate[1]!]);
    }
  }
  delete (topology as Partial<Topology>).transform;
  delete topology.bbox;
}

function rings(
  geometry: { type: string; coordinates: Position[][] | Position[][][] },
): Position[][] {
  return geometry.type === "Polygon"
    ? geometry.coordinates as Position[][]
    : (geometry.coordinates as Position[][][]).flat();
}

function onGrid(
  grid: Topology,
  level: string,
  width: number,
  height: number,
  isBorder: (a: Geometry, b: Geometry) => boolean,
  place: UsMap["place"],
): UsMap {
  // Without its transform the quantized topology gives integers: what the paths are written in.
  grid.transform = { scale: [1, 1], translate: [0, 0] };
  const object = grid.objects[level]!;
  const shapes = client.feature(grid, object).features.map((each) => ({
    fips: each.id,
    name: each.properties.name,
    rings: rings(each.geometry),
  }));
  const borders = level === "counties" && grid.objects.states !== undefined && place === undefined
    ? client.mesh(grid, grid.objects.states, isBorder)
    : client.mesh(grid, object, isBorder);
  return { shapes, borders: borders.coordinates, step: STEP, width, height, place };
}
