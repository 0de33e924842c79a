import { h, put } from "./lib/dom.js";
import { forget, listen } from "./lib/graph.js";
import { keep as keepInHand } from "./lib/keep.js";
import { link, read } from "./lib/address.js";
import { language, t } from "./lib/words.js";

/** Each view is a module of its own, which is loaded when somebody goes there. */
const VIEWS = {
  map: async () => (await import("./view/map.js")).mapView,
  partner: async () => (await import("./view/partner.js")).partnerView,
  routes: async () => (await import("./view/routes.js")).routesView,
  questions: async () => (await import("./view/questions.js")).questionsView,
  build: async () => (await import("./view/build.js")).buildView,
};

const main = document.getElementById("main");
let drawing = 0;
let open = false;

async function draw() {
  const mine = ++drawing;
  const address = location.hash;
  delete main.dataset.drawn;
  const { view } = read();
  const name = Object.hasOwn(VIEWS, view) ? view : "map";
  document.title = `${t(name)} · ${t("title")}`;
  main.dataset.view = name;
  masthead(name);
  const show = await VIEWS[name]();
  if (mine === drawing) await show(main);
  // For whoever waits until all of it is there, tests among them.
  if (mine === drawing) main.dataset.drawn = address;
}

function masthead(current) {
  put(
    document.getElementById("masthead"),
    h("div", { class: "name" }, h("h1", {}, h("a", { href: "#/" }, "Lancang ", h("span", { lang: "zh-Hans" }, "澜沧"))), h("p", {}, t("subtitle"))),
    h(
      "nav",
      { "aria-label": t("sections") },
      h("ul", {}, Object.keys(VIEWS).map((name) => h("li", {}, h("a", { href: link(name), "aria-current": name === current && "page" }, t(name))))),
    ),
    h(
      "div",
      { class: "switches" },
      h("span", { class: `live${open ? " on" : ""}`, id: "live", title: t("liveHelp") }, open ? t("live") : t("notLive")),
      h("button", { type: "button", class: "switch", lang: language() === "zh" ? "en" : "zh-Hans", onclick: otherLanguage }, t("otherLanguage")),
      h("button", { type: "button", class: "switch", onclick: otherTheme }, isDark() ? t("light") : t("dark")),
    ),
  );
  document.getElementById("skip").textContent = t("skip");
  put(
    document.getElementById("colophon"),
    h("a", { href: "./graphiql.html" }, "GraphiQL"),
    " · ",
    h("a", { href: "./docs/" }, t("docs")),
    " · ",
    h("a", { href: "./reference.html" }, t("referenceShort")),
    " · ",
    h("a", { href: "./api.html" }, t("apiShort")),
    " · ",
    h("a", { href: "../schema.graphql" }, "schema.graphql"),
    " · ",
    h("a", { href: "../health" }, t("health")),
    ` · ${t("colophon")}`,
  );
}

const isDark = () =>
  (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function otherTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  keep("lancang.theme", theme);
  masthead(main.dataset.view);
}

function otherLanguage() {
  const chosen = language() === "zh" ? "en" : "zh";
  document.documentElement.lang = chosen === "zh" ? "zh-Hans" : "en";
  keep("lancang.language", chosen);
  draw();
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for this visit only, where the browser keeps nothing.
  }
}

// What changes in the graph is drawn anew where the reader is. Several events of one release come together.
let pending;
function changed() {
  clearTimeout(pending);
  pending = setTimeout(async () => {
    forget();
    const [address, putBack] = [location.hash, keepInHand(main)];
    await draw();
    // Who has gone elsewhere meanwhile has nothing of it in hand.
    if (location.hash === address) putBack();
    announce(t("changed"));
  }, 400);
}

function announce(text) {
  const notice = document.getElementById("notice") ?? h("p", { id: "notice", role: "status", class: "notice" });
  if (!notice.isConnected) document.body.append(notice);
  notice.textContent = text;
  notice.classList.add("shown");
  setTimeout(() => notice.classList.remove("shown"), 6000);
}

// `?lang=zh` in a link chooses the language for whoever opens it.
const asked = read().options.lang;
if (asked) document.documentElement.lang = asked === "zh" ? "zh-Hans" : "en";

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", async () => {
  scrollTo(0, 0);
  main.focus({ preventScroll: true });
  await draw();
});
await draw();
listen(
  {
    corridor: "subscription { corridorChanged { corridorId release } }",
    trade: "subscription { releasePublished { datasetId release } }",
  },
  changed,
  (now) => {
    open = now;
    const state = document.getElementById("live");
    state.classList.toggle("on", now);
    state.textContent = now ? t("live") : t("notLive");
  },
);
