// Makes the pages quicker to use. Everything works without it.

document.documentElement.classList.add("scripted");

/** A form that costs money or adds an article is sent once per page. */
function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-disabled", "true"));
  });
}

function maySendAgain(form) {
  delete form.dataset.sent;
  form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-disabled"));
}

/** The browser may show a page again as it was left. */
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    document.querySelectorAll("[data-sent]").forEach(maySendAgain);
    document.querySelectorAll("dialog").forEach((dialog) => dialog.close());
  }
});

/** What the server says, and the page in it if all went well; nothing of both if there was no answer. */
async function ask(address, options) {
  try {
    const answer = await fetch(address, options);
    const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    return { answer, page };
  } catch {
    return {};
  }
}

/** Takes the parts that a newer page shows otherwise. */
function renew(page) {
  document.querySelectorAll("[data-fresh]").forEach((place) => {
    const fresh = page.querySelector(`[data-fresh="${place.dataset.fresh}"]`);
    fresh && place.replaceChildren(...fresh.childNodes);
  });
}

/** A dialog over the page. Escape or a click beside it closes it, and the focus is where it was. */
function openOver(dialog, opener) {
  const pause = 500;
  const opened = performance.now();
  dialog.addEventListener("click", ({ target }) => {
    // The second click of a double one was meant for what is below.
    if (target === dialog && performance.now() - opened > pause) {
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** What became of an article, below the cart's link, or on a phone at the lower edge. */
function tell(part, opener) {
  const dialog = document.createElement("dialog");
  const { bottom } = document.getElementById("basket").getBoundingClientRect();
  dialog.className = "over";
  dialog.setAttribute("aria-labelledby", "over-title");
  dialog.setAttribute("aria-describedby", "over-what");
  dialog.style.setProperty("--below", `${Math.max(0, bottom)}px`);
  dialog.append(part);
  openOver(dialog, opener);
}

/** An article is added and the page stays: the cart in short is shown over it. */
function addBeside(form) {
  const patience = 15_000;
  sendOnce(form);
  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented || !window.HTMLDialogElement) {
      return;
    }
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    body.set("beside", "1");
    const signal = AbortSignal.timeout?.(patience);
    const { answer, page } = await ask(form.action, { method: "POST", body, signal });
    const part = page && page.querySelector("[data-part=cart]");
    if (part) {
      renew(page);
      maySendAgain(form);
      tell(part, form.querySelector("button"));
    } else if (answer?.redirected) {
      // It was done, but a node of another release had nothing to show here.
      location.assign("/cart");
    } else if (answer && answer.status < 500) {
      // It was refused; sent as without a script, the page says why.
      form.submit();
    } else {
      maySendAgain(form);
      tell(document.getElementById("unsure").content.cloneNode(true), form.querySelector("button"));
    }
  });
}

/** A typed quantity counts without pressing a button. */
function sendOnChange(input) {
  input.addEventListener("change", () => input.form.reportValidity() && input.form.requestSubmit());
}

/** The totals follow the country: the same form, answered by the same page, of which only the sums are shown. */
function followCountry(form) {
  form.elements.country.addEventListener("change", async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("update", "1");
    const { page } = await ask(form.action, { method: "POST", body });
    if (page && page.getElementById(form.id)) {
      renew(page);
    } else {
      form.querySelector("[name=update]").click();
    }
  });
}

/** Shows another state of the page without leaving it; its address is the same as without a script. */
async function exchange(address, afterwards) {
  const { page } = await ask(address);
  const fresh = page && page.querySelector("[data-swap]");
  if (!fresh) {
    location.assign(address);
    return;
  }
  if (afterwards(fresh)) {
    document.querySelector("[data-swap]").replaceWith(fresh);
    history.replaceState(null, "", address);
    start(fresh);
  }
}

/** Another variant. */
async function swap(event) {
  const link = event.target.closest("[data-swap-link]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  if (!new URL(link.href).pathname.startsWith("/p/")) {
    return;
  }
  event.preventDefault();
  const label = link.textContent;
  const href = link.getAttribute("href");
  await exchange(link.href, () => true);
  [...document.querySelectorAll("[data-swap-link]")]
    .find((other) => other.getAttribute("href") === href && other.textContent === label)
    ?.focus({ preventScroll: true });
}

/** A picture as large as the window; pressed, it is larger than that and moved like a page. Escape closes it. */
function zoom(link) {
  link.addEventListener("click", (event) => {
    const small = link.querySelector("img");
    if (!window.HTMLDialogElement || event.button || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const dialog = document.createElement("dialog");
    const close = document.createElement("button");
    const nearer = document.createElement("button");
    const large = document.createElement("img");
    dialog.className = "large";
    dialog.setAttribute("aria-label", small.alt || link.dataset.zoom);
    close.textContent = link.dataset.zoomClose;
    close.className = "button";
    nearer.setAttribute("aria-label", link.dataset.zoom);
    nearer.setAttribute("aria-pressed", "false");
    large.alt = small.alt;
    large.width = small.getAttribute("width");
    large.height = small.getAttribute("height");
    large.sizes = small.srcset && "200vmax";
    large.srcset = small.srcset;
    large.src = link.href;
    nearer.append(large);
    dialog.append(close, nearer);
    close.addEventListener("click", () => dialog.close());
    nearer.addEventListener("click", () =>
      nearer.setAttribute("aria-pressed", String(dialog.classList.toggle("near"))),
    );
    openOver(dialog, link);
  });
}

let narrowings = 0;

/** A ticked box counts without pressing the button; of several in a row the last one does. */
function narrowOnChange(form) {
  form.addEventListener("change", async (event) => {
    const { name, value } = event.target;
    const query = new URLSearchParams(new FormData(form)).toString();
    const mine = ++narrowings;
    await exchange(form.getAttribute("action") + (query && `?${query}`), (fresh) => {
      const box = fresh.querySelector(".filters-open");
      if (box) {
        box.checked = document.querySelector(".filters-open").checked;
      }
      return mine === narrowings;
    });
    [...document.querySelectorAll("[data-narrow] input")]
      .find((box) => mine === narrowings && box.name === name && box.value === value)
      ?.focus({ preventScroll: true });
  });
}

/** Suggestions while a search is typed, as a combobox. Enter without a choice searches for what is typed. */
function suggest(form) {
  const pause = 120;
  const field = form.elements.q;
  const list = document.createElement("ul");
  const known = new Map();
  let timer;
  let at = -1;

  function point(to) {
    at = to;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === to)));
    if (to < 0) {
      field.removeAttribute("aria-activedescendant");
    } else {
      field.setAttribute("aria-activedescendant", list.children[to].id);
      list.children[to].scrollIntoView({ block: "nearest" });
    }
  }

  function show(found) {
    list.replaceChildren(
      ...found.map(({ title, href }, place) => {
        const option = document.createElement("li");
        option.id = `suggestion-${place}`;
        option.setAttribute("role", "option");
        option.dataset.href = href;
        option.textContent = title;
        return option;
      }),
    );
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    point(-1);
  }

  async function look() {
    const typed = field.value.trim();
    if (typed.length > 1 && !known.has(typed)) {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
      known.set(typed, answer?.ok ? (await answer.json()).suggestions : []);
    }
    if (typed === field.value.trim() && document.activeElement === field) {
      show(known.get(typed) ?? []);
    }
  }

  function press(event) {
    const last = list.children.length - 1;
    if (list.hidden) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const down = event.key === "ArrowDown";
      point(down ? (at === last ? -1 : at + 1) : at < 0 ? last : at - 1);
    } else if (event.key === "Enter" && at >= 0) {
      location.assign(list.children[at].dataset.href);
    } else if (event.key === "Escape") {
      show([]);
    } else {
      return;
    }
    event.preventDefault();
  }

  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestLabel);
  form.append(list);
  // A field of type search may not be a combobox.
  field.type = "text";
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  field.addEventListener("keydown", press);
  field.addEventListener("blur", () => show([]));
  // The field keeps the focus, so the list stays until it is clicked.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      location.assign(option.dataset.href);
    }
  });
}

function start(root) {
  root.querySelectorAll("[data-once]").forEach(sendOnce);
  root.querySelectorAll("[data-beside]").forEach(addBeside);
  root.querySelectorAll("[data-send]").forEach(sendOnChange);
  root.querySelectorAll("[data-follow]").forEach(followCountry);
  root.querySelectorAll("[data-narrow]").forEach(narrowOnChange);
  root.querySelectorAll("[data-zoom]").forEach(zoom);
  root.querySelectorAll("[data-suggest]").forEach(suggest);
}

start(document);
document.addEventListener("click", swap);
document.querySelector("[role=alert][tabindex]")?.focus();
