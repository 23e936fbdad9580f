// Screenshots enlarged in a dialog. Without it each screenshot is a link to its file.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const figures = [...document.querySelectorAll("figure.screenshot:has(a img)")];
  const words = document.querySelector("[data-words]")?.dataset;
  if (figures.length === 0 || !words || typeof HTMLDialogElement === "undefined") return;

  let dialog = null;
  let group = [];
  let current = 0;
  let opener = null;

  const make = (name, className, properties = {}) => {
    const element = document.createElement(name);
    element.className = className;
    return Object.assign(element, properties);
  };
  const counter = make("output", "");
  const image = make("img", "");
  const caption = make("p", "lightbox-caption");
  const previous = make("button", "round", { type: "button", textContent: "←", ariaLabel: words.previousPicture });
  const next = make("button", "round", { type: "button", textContent: "→", ariaLabel: words.nextPicture });
  const size = make("button", "button", { type: "button", textContent: words.size });
  const close = make("button", "button", { type: "button", textContent: words.close });

  const setActualSize = (actual) => {
    dialog.classList.toggle("is-actual-size", actual);
    size.setAttribute("aria-pressed", String(actual));
  };
  const show = (index) => {
    if (index < 0 || index >= group.length) return;
    current = index;
    const figure = group[index];
    image.src = figure.querySelector("a").href;
    const picture = figure.querySelector("img");
    image.alt = picture.alt;
    image.lang = picture.closest("[lang]").lang;
    caption.textContent = figure.querySelector("figcaption")?.textContent ?? "";
    caption.lang = (figure.querySelector("figcaption [lang]") ?? figure).closest("[lang]").lang;
    counter.textContent = window.candorSay(words.counter, { number: index + 1, count: group.length });
    previous.disabled = index === 0;
    next.disabled = index === group.length - 1;
    setActualSize(false);
  };

  const build = () => {
    dialog = make("dialog", "lightbox", { ariaLabel: words.picture });
    const bar = make("div", "lightbox-bar");
    const stage = make("div", "lightbox-stage");
    bar.append(counter, previous, next, size, close);
    stage.append(image);
    dialog.append(bar, stage, caption);
    document.body.append(dialog);

    const toggleSize = () => setActualSize(!dialog.classList.contains("is-actual-size"));
    previous.addEventListener("click", () => show(current - 1));
    next.addEventListener("click", () => show(current + 1));
    size.addEventListener("click", toggleSize);
    image.addEventListener("click", toggleSize);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => opener.focus());
    stage.addEventListener("click", (event) => {
      if (event.target === stage) dialog.close();
    });
    const isMirrored = getComputedStyle(document.body).direction === "rtl";
    dialog.addEventListener("keydown", (event) => {
      const arrows = ["ArrowLeft", "ArrowRight"];
      const [back, forward] = isMirrored ? arrows.reverse() : arrows;
      if (event.key === forward) show(current + 1);
      else if (event.key === back) show(current - 1);
      else if (event.key === "Home") show(0);
      else if (event.key === "End") show(group.length - 1);
      else return;
      event.preventDefault();
    });

    let start = null;
    stage.addEventListener("touchstart", (event) => {
      start = event.touches.length === 1 ? event.touches[0].clientX : null;
    }, { passive: true });
    stage.addEventListener("touchend", (event) => {
      if (start === null || dialog.classList.contains("is-actual-size")) return;
      const moved = event.changedTouches[0].clientX - start;
      if (Math.abs(moved) > 60) show(current + ((moved < 0) === isMirrored ? -1 : 1));
    });
  };

  for (const figure of figures) {
    figure.querySelector("a").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!dialog) build();
      // The strip and the text show the same pictures: each is turned over by itself.
      const strip = figure.closest("[data-gallery]");
      group = figures.filter((other) => other.closest("[data-gallery]") === strip);
      previous.hidden = next.hidden = group.length < 2;
      show(group.indexOf(figure));
      // Not every browser gives the focus to a link that is pressed, and so cannot give it back.
      opener = event.currentTarget;
      dialog.showModal();
    });
  }
});
