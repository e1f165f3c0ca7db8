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

/** The totals follow the country. */
function followCountry(form) {
  const country = form.elements.country;
  country.addEventListener("change", async () => {
    const answer = await fetch(`${form.dataset.totals}?country=${encodeURIComponent(country.value)}`).catch(() => null);
    if (!answer?.ok) {
      form.querySelector("[name=update]").click();
      return;
    }
    const totals = await answer.json();
    document.querySelectorAll("[data-total]").forEach((place) => {
      const value = totals[place.dataset.total];
      if (place instanceof HTMLInputElement) {
        place.value = value;
      } else {
        place.textContent = value;
      }
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
  root.querySelectorAll("[data-totals]").forEach(followCountry);
}

start(document);
document.addEventListener("click", swap);
document.querySelector("[role=alert][tabindex]")?.focus();
