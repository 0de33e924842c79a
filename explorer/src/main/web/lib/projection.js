// Lambert's conformal conic projection on a sphere (Snyder 1987, Map Projections: A Working Manual, pp. 106-107), with standard
// parallels that suit the region from Yunnan to Singapore. Angles and small areas keep their shape.

const RADIANS = Math.PI / 180;
const SOUTH = 6 * RADIANS;
const NORTH = 26 * RADIANS;
const MERIDIAN = 101 * RADIANS;

const steep = (latitude) => Math.tan(Math.PI / 4 + latitude / 2);
const N = Math.log(Math.cos(SOUTH) / Math.cos(NORTH)) / Math.log(steep(NORTH) / steep(SOUTH));
const F = (Math.cos(SOUTH) * steep(SOUTH) ** N) / N;

/** Longitude and latitude in degrees to the plane, y downwards. */
export function project(longitude, latitude) {
  const radius = F / steep(latitude * RADIANS) ** N;
  const angle = N * (longitude * RADIANS - MERIDIAN);
  return [radius * Math.sin(angle), radius * Math.cos(angle)];
}

/** A function from degrees to pixels that fits a box of degrees [west, south, east, north] into width and height. */
export function fitted([west, south, east, north], width, height, margin) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i <= 8; i++) {
    const longitude = west + ((east - west) * i) / 8;
    const latitude = south + ((north - south) * i) / 8;
    for (const [x, y] of [project(longitude, south), project(longitude, north), project(west, latitude), project(east, latitude)]) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top));
  const x0 = width / 2 - (scale * (left + right)) / 2;
  const y0 = height / 2 - (scale * (top + bottom)) / 2;
  return (longitude, latitude) => {
    const [x, y] = project(longitude, latitude);
    return [x0 + scale * x, y0 + scale * y];
  };
}
