// Menus open by themselves; this closes them on Escape, on a press outside, and on choosing a link.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const openMenus = () => document.querySelectorAll("details[data-menu][open]");

  // While a menu is open the keyboard stays in it.
  for (const menu of document.querySelectorAll("details[data-menu]")) {
    menu.addEventListener("toggle", () => {
      for (let part = menu; part !== document.body; part = part.parentElement) {
        for (const other of part.parentElement.children) if (other !== part && !other.matches("dialog")) other.inert = menu.open;
      }
    });
  }

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

// The menu has what finds no room in the header, and is not needed where everything does. It takes its room from the
// links alone, so that nothing else moves. This is found out before the first paint where the header is there by then.
{
  let list;
  const watch = () => {
    if (list || !(list = document.querySelector(".site-nav ul"))) return;
    const header = list.closest(".site-header");
    const measure = () => header.toggleAttribute("data-crowded", list.lastElementChild.offsetTop > list.firstElementChild.offsetTop);
    measure();
    new ResizeObserver(measure).observe(list);
    // The keyboard may have brought a later line into view.
    list.addEventListener("focusout", () => { list.scrollTop = 0; });
  };
  if (document.readyState === "loading") requestAnimationFrame(watch);
  document.addEventListener("DOMContentLoaded", watch);
}
