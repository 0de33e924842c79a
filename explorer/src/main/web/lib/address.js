// What the page shows is in its address behind the #: `#/partner/LAO?scale=log`. A copy of the address shows the same.

/** { view, id, options } of the address; options are text. */
export function read() {
  const [path, search = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [view = "", id = ""] = path.split("/").map(decodeURIComponent);
  return { view: view || "map", id, options: Object.fromEntries(new URLSearchParams(search)) };
}

/** The part of an address behind the page's own, the # included. Options that are empty are left out. */
export function link(view, id = "", options = {}) {
  const search = new URLSearchParams(Object.entries(options).filter(([, value]) => value !== "" && value !== null && value !== undefined));
  const query = search.toString();
  return `#/${view === "map" && !id ? "" : view}${id ? `/${encodeURIComponent(id)}` : ""}${query ? `?${query}` : ""}`;
}

/** Changes options of the address without a new entry in the browser's history, and without drawing anew. */
export function remember(changes) {
  const { view, id, options } = read();
  history.replaceState(null, "", link(view, id, { ...options, ...changes }));
}

/** The address of a file beside the page or above it, wherever the module that names it lies. */
export const page = (path) => new URL(path, location.href.split("#")[0]).href;
