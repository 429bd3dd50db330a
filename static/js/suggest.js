/* Suggestions while typing: a combobox with a list (ARIA APG), beside a form that works without it. */
const WAIT = 150;
const MOST_CACHED = 50;

for (const [number, form] of [...document.querySelectorAll("form.search")].entries()) {
  suggest(form, form.querySelector("input[type=search]"), `suggestions-${number}`);
}

function suggest(form, input, id) {
  if (!input) return;
  const list = document.createElement("ul");
  const known = new Map();
  let timer, asking, chosen = -1;

  list.id = id;
  list.className = "suggestions";
  list.role = "listbox";
  list.hidden = true;
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  form.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", id);
  close();

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });

  async function ask() {
    const text = input.value.trim();
    asking?.abort();
    if (!text) return close();
    if (known.has(text)) return show(known.get(text));
    asking = new AbortController();
    const address = new URL("suggestions/", form.action);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { signal: asking.signal });
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      if (known.size >= MOST_CACHED) known.clear();
      known.set(text, suggestions);
      show(suggestions);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(option));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    const open = suggestions.length > 0 && document.activeElement === input;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
  }

  function option(found, place) {
    const item = document.createElement("li");
    item.id = `${id}-${place}`;
    item.role = "option";
    item.dataset.url = found.url;
    item.lang = found.lang;
    item.setAttribute("aria-selected", "false");
    item.append(part("name", found.text), " ", part("kind", found.text === found.title ? found.kind : found.title));
    return item;
  }

  function part(name, text) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    return span;
  }

  function choose(place) {
    const options = [...list.children];
    // One place more than options: there the text field itself is chosen, with what was typed.
    const places = options.length + 1;
    chosen = ((place + 1 + places) % places) - 1;
    options.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}
