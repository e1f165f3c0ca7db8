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
