// The back office's few lines of its own. PrimeFaces does the rest.

const opens = (id) => document.getElementById(id)?.showModal();

for (const id of ["again", "failed"]) {
  document.getElementById(`${id}-close`)?.addEventListener("click", () => document.getElementById(id).close());
}

// A click that the server did not take leaves the page as it is: what was typed is not lost with a session.
window.jQuery?.(document).on("pfAjaxError", (event, xhr) => opens(xhr?.status === 401 ? "again" : "failed"));

// "/" goes to the search, as in a mail program.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.getElementById("q");
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  }
});

/** Pictures of a product, chosen or dropped: one request each, so that each has a progress and an answer of its own. */
function addPictures(form) {
  const rows = form.querySelector("ul");
  const address = form.getAttribute("action");
  let before = Promise.resolve();

  function send(file, bar) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.set("file", file);
      request.upload.addEventListener("progress", ({ loaded, total }) => (bar.value = total ? loaded / total : 0));
      request.addEventListener("loadend", () => resolve(request));
      request.open("POST", address);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.send(body);
    });
  }

  async function add(file) {
    const row = document.createElement("li");
    if (file.size > Number(form.dataset.most)) {
      row.className = "bad";
      row.textContent = `${file.name}: ${form.dataset.large}`;
      rows.append(row);
      return;
    }
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", file.name);
    row.append(file.name, bar);
    rows.append(row);
    const { status, response } = await send(file, bar);
    bar.remove();
    row.classList.toggle("bad", status !== 200);
    if (status === 200) {
      row.append(`: ${form.dataset.done}`);
    } else {
      row.textContent = response?.problems?.join(" ") || `${file.name}: ${form.dataset.failed}`;
      status === 401 && opens("again");
    }
  }

  // The list as it is now. Who has typed keeps it, with what was there when he began: the server tells if that changed.
  async function renew() {
    const answer = await fetch(address).catch(() => null);
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page && page.getElementById("pictures-list");
    const shown = document.getElementById("pictures-list");
    if (!fresh || !shown) {
      return;
    }
    for (const field of shown.querySelectorAll("input[name^='alt:']")) {
      const now = fresh.elements.namedItem(field.name);
      if (now && field.value !== field.defaultValue) {
        const was = field.name.replace("alt:", "was:");
        now.value = field.value;
        fresh.elements.namedItem(was).value = shown.elements.namedItem(was).value;
      }
    }
    shown.replaceWith(fresh);
  }

  async function all(files) {
    for (const file of files) {
      await add(file);
    }
    await renew();
  }

  function take(files) {
    const taken = [...files];
    // What goes wrong with these must not keep the next from being sent.
    before = before.then(() => all(taken)).catch(() => opens("failed"));
  }

  form.addEventListener("submit", (event) => {
    if (form.elements.file.files.length) {
      event.preventDefault();
      take(form.elements.file.files);
      form.reset();
    }
  });
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    take(event.dataTransfer.files);
  });
}

document.querySelectorAll("#pictures-add").forEach(addPictures);
