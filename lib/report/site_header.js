// The link to the search becomes a field; the key / leads to it from anywhere on the page.

const link = document.querySelector("header.site .seek");
if (link) {
  const field = document.createElement("input");
  field.type = "search";
  field.className = "seek";
  field.placeholder = "Search";
  field.title = "Words or a number; the key / leads here";
  field.autocomplete = "off";
  field.setAttribute("aria-label", "Search the report");
  field.setAttribute("aria-keyshortcuts", "/");
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      location.href = `${link.href}#${encodeURIComponent(field.value.trim())}`;
    }
    if (event.key === "Escape") field.blur();
  });
  link.replaceWith(field);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
}
