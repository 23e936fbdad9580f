// The colour scheme: the reader's choice is kept, and set on the root before anything is painted. So is that scripts
// run: what only works with them has its room from the start.
"use strict";
(() => {
  const root = document.documentElement;
  const key = "candor-theme";

  // Storage can be forbidden, and then the choice lasts as long as the page.
  const stored = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const store = (theme) => {
    try {
      if (theme === "auto") localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch { /* not kept */ }
  };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  apply(stored());
  root.classList.add("scripted");
  // The header is painted as a whole or not at all: parts that come late would move those that are there.
  const whole = { rel: "expect", href: "#page.main", blocking: "render" };
  document.head.append(Object.assign(document.createElement("link"), whole));

  document.addEventListener("DOMContentLoaded", () => {
    const control = document.querySelector("[data-theme-switch]");
    if (!control) return;
    const check = () => {
      const current = root.dataset.theme ?? "auto";
      for (const input of control.querySelectorAll("input")) input.checked = input.value === current;
    };
    check();
    control.addEventListener("change", (event) => {
      apply(event.target.value);
      store(event.target.value);
    });
    addEventListener("storage", (event) => {
      if (event.key !== key) return;
      apply(event.newValue);
      check();
    });
  });
})();
