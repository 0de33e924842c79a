// What the map asks, and how a corridor stood in a year.

export const NETWORK = `query Network {
  corridors(first: 500) {
    nodes {
      id
      name
      zh: name(language: ZH)
      kind
      status
      statusNote
      openedYear
      opened { text earliest target }
      lengthKm { km basis }
      modes
      partners { code name zh: name(language: ZH) }
      borderCrossings { id }
      note
      findings { kind detail }
      geometry(tolerance: 500)
      segments {
        id
        name
        mode
        status
        lengthKm
        gaugesMm
        opened { text earliest target }
        from { id }
        to { id }
      }
      sources { id title licence }
    }
  }
  locations(first: 500) {
    nodes {
      id
      name
      zh: name(language: ZH)
      kind
      partner { code }
      unlocode
      coordinates { longitude latitude precision }
    }
  }
}`;

export const TODAY = new Date().getFullYear();
export const KINDS = ["TRANSPORT", "LOGISTICS", "ENERGY", "DIGITAL"];
export const STATUSES = ["OPERATIONAL", "PARTLY_OPERATIONAL", "LIMITED", "CLOSED", "UNDER_CONSTRUCTION", "APPROVED", "PLANNED", "PROPOSED", "STUDIED", "MISSING", "FRAMEWORK"];
const IN_SERVICE = new Set(["OPERATIONAL", "PARTLY_OPERATIONAL", "LIMITED"]);

const yearOf = (date) => (date ? Number(date.earliest.slice(0, 4)) : null);

/**
 * How a segment stood at the end of a year, as far as today's facts say:
 * { drawn: a status, "NOT_YET" or "PLANNED_OPEN", unknown: whether no date of its opening is on record }.
 * A segment without a date takes its corridor's.
 */
export function stateIn(year, today, corridor, segment) {
  const date = segment.opened ?? (IN_SERVICE.has(segment.status) ? corridor.opened : null);
  const opens = yearOf(date);
  if (IN_SERVICE.has(segment.status)) {
    if (opens === null) return { drawn: segment.status, unknown: true };
    return opens > year ? { drawn: "NOT_YET", unknown: false } : { drawn: segment.status, unknown: false };
  }
  // Since when it is closed is not asked for, so every year after its opening shows it as it is today.
  if (segment.status === "CLOSED") {
    return opens !== null && opens > year ? { drawn: "NOT_YET", unknown: false } : { drawn: "CLOSED", unknown: year < today || opens === null };
  }
  if (year > today && date?.target && opens <= year) return { drawn: "PLANNED_OPEN", unknown: false };
  // What is being built today was not yet there in a year that has passed; since when is not on record.
  return { drawn: year < today ? "NOT_YET" : segment.status, unknown: opens === null };
}

/**
 * The line of each segment that is drawn, by id: that of a file where one has it, else a straight one. A whole is left out where its
 * parts are drawn: both would lie one upon the other.
 */
export function linesOf(corridor) {
  const { geometry, properties } = corridor.geometry ?? {};
  return new Map(geometry ? properties.segments.map(({ id }, i) => [id, geometry.coordinates[i]]) : []);
}

/** A line of [longitude, latitude] as the path of a picture, in which `at` says where they lie. */
export function pathOf(line, at) {
  return `M${line.map(([longitude, latitude]) => at(longitude, latitude).map((v) => v.toFixed(1))).join("L")}`;
}

/** Years that the slider goes through: from the first opening on record since 1950 to the last that is planned. */
export function yearsOf(corridors, today) {
  const years = corridors.flatMap((corridor) => [corridor, ...corridor.segments]).map((thing) => yearOf(thing.opened)).filter((year) => year !== null && year >= 1950);
  return { first: Math.min(...years, today), last: Math.max(...years, today + 5) };
}
