// Filters the cards on the page by every word that is typed.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("[data-filter]");
  const cards = [...document.querySelectorAll("[data-filter-item]")];
  if (!form || cards.length < 2) return;

  const input = form.querySelector("input");
  const count = form.querySelector("[data-filter-count]");
  const nothing = document.querySelector("[data-filter-empty]");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = cards.map((card) => fold(card.textContent));

  const update = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    cards.forEach((card, index) => {
      const matches = words.every((word) => texts[index].includes(word));
      card.hidden = !matches;
      if (matches) shown += 1;
    });
    count.textContent = words.length > 0 ? `${shown} of ${cards.length}` : "";
    nothing.hidden = shown > 0;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", update);
  // A browser that restores the page restores the text too.
  update();
});
