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

/** The browser may show a page again as it was left. */
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    document.querySelectorAll("[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-disabled"));
    });
  }
});

/** A typed quantity counts without pressing a button. */
function sendOnChange(input) {
  input.addEventListener("change", () => input.form.reportValidity() && input.form.requestSubmit());
}

/** The totals follow the country: the same form, answered by the same page, of which only the sums are shown. */
function followCountry(form) {
  form.elements.country.addEventListener("change", async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("update", "1");
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page?.getElementById(form.id)) {
      form.querySelector("[name=update]").click();
      return;
    }
    document.querySelectorAll("[data-fresh]").forEach((place) => {
      const fresh = page.querySelector(`[data-fresh="${place.dataset.fresh}"]`);
      fresh && place.replaceChildren(...fresh.childNodes);
    });
  });
}

/** Another variant is shown without leaving the page; its address is the same as without a script. */
async function swap(event) {
  const link = event.target.closest("[data-swap-link]");
  const place = document.querySelector("[data-swap]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  if (!new URL(link.href).pathname.startsWith("/p/")) {
    return;
  }
  event.preventDefault();
  const answer = await fetch(link.href).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page && page.querySelector("[data-swap]");
  if (!fresh) {
    location.assign(link.href);
    return;
  }
  const label = link.textContent;
  const href = link.getAttribute("href");
  place.replaceWith(fresh);
  history.replaceState(null, "", link.href);
  start(fresh);
  [...fresh.querySelectorAll("[data-swap-link]")]
    .find((other) => other.getAttribute("href") === href && other.textContent === label)
    ?.focus({ preventScroll: true });
}

function start(root) {
  root.querySelectorAll("[data-once]").forEach(sendOnce);
  root.querySelectorAll("[data-send]").forEach(sendOnChange);
  root.querySelectorAll("[data-follow]").forEach(followCountry);
}

start(document);
document.addEventListener("click", swap);
document.querySelector("[role=alert][tabindex]")?.focus();
