// Menus open by themselves; this closes them on Escape, on a press outside, and on choosing a link.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const openMenus = () => document.querySelectorAll("details[data-menu][open]");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) {
      if (!menu.contains(event.target) || event.target.closest("a")) menu.open = false;
    }
  });
});
