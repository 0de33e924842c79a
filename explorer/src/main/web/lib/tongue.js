// The language of a text that the graph gives. It has some in one language only; a reader's screen reader must know which.

import { h } from "./dom.js";
import { language, named } from "./words.js";

const HAN = /\p{Script=Han}/u;

/** What a `lang` attribute says of a text that is not in the language of the page; null if it is. */
export function langOf(text) {
  if (language() === "en") return HAN.test(text) ? "zh-Hans" : null;
  return HAN.test(text) || !/[a-z]{3}/i.test(text) ? null : "en";
}

/** The text, in an element that names its language where that is not the page's. */
export function said(text) {
  const lang = langOf(text);
  return lang ? h("span", { lang }, text) : text;
}

/** The name of a thing, as `named` has it. */
export const nameOf = (thing) => said(named(thing));
