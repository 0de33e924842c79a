// What a reader has in hand while the page is drawn anew under it: focus, what is unfolded, what is chosen in a form, and the place on the page.

/** Notes all that of an element; returns a function that puts it back as far as the new content has the same things. */
export function keep(root) {
  const active = document.activeElement;
  const focused = root.contains(active) && active !== root ? { way: wayTo(root, active), text: nameOf(active) } : null;
  const unfolded = [...root.querySelectorAll("details[open]")].map((details) => wayTo(root, details));
  const chosen = [...root.querySelectorAll("form [name]")].map((field) => ({ way: wayTo(root, field), value: field.value, checked: field.checked }));
  const [left, top] = [scrollX, scrollY];
  return () => {
    for (const way of unfolded) {
      const details = follow(root, way);
      if (details?.matches("details")) details.open = true;
    }
    for (const { way, value, checked } of chosen) {
      const field = follow(root, way);
      if (!field?.matches("form [name]")) continue;
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = checked;
      else if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
    }
    if (focused) refocus(root, focused);
    scrollTo(left, top);
  };
}

/** What comes before it may have become more or less: then the same tag with the same name is looked for. */
function refocus(root, { way, text }) {
  const there = follow(root, way);
  const same = there && nameOf(there) === text ? there : [...root.querySelectorAll(way.at(-1)?.tag ?? "*")].find((element) => nameOf(element) === text) ?? there;
  same?.focus({ preventScroll: true });
}

const nameOf = (element) => element.getAttribute("aria-label") ?? (element.matches("select, input") ? element.name || element.id : element.textContent);

function wayTo(root, element) {
  const way = [];
  for (let at = element; at !== root; at = at.parentElement) way.unshift({ tag: at.tagName, index: [...at.parentElement.children].indexOf(at) });
  return way;
}

function follow(root, way) {
  let at = root;
  for (const { tag, index } of way) {
    at = at.children[index];
    if (at?.tagName !== tag) return null;
  }
  return at;
}
