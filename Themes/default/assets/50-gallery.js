// The strip of screenshots: a counter and buttons for those who do not swipe.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const words = document.querySelector("[data-words]")?.dataset;
  for (const gallery of words ? document.querySelectorAll("[data-gallery]") : []) {
    const track = gallery.querySelector("[data-gallery-track]");
    const slides = [...track.children];
    if (slides.length < 2) continue;

    const bar = document.createElement("div");
    bar.className = "gallery-bar";
    const counter = document.createElement("output");
    const button = (label, text, step) => {
      const element = document.createElement("button");
      element.type = "button";
      element.className = "round";
      element.textContent = text;
      element.setAttribute("aria-label", label);
      element.addEventListener("click", () => show(current + step));
      return element;
    };
    const previous = button(words.previous, "←", -1);
    const next = button(words.next, "→", 1);
    bar.append(counter, previous, next);
    gallery.prepend(bar);

    let current = 0;
    const note = (index) => {
      current = index;
      counter.textContent = window.candorSay(words.counter, { number: index + 1, count: slides.length });
      previous.disabled = index === 0;
      next.disabled = index === slides.length - 1;
    };
    const show = (index) => {
      const slide = slides[Math.max(0, Math.min(index, slides.length - 1))];
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const distance = slide.getBoundingClientRect().left - track.getBoundingClientRect().left;
      const fromEnd = slide.getBoundingClientRect().right - track.getBoundingClientRect().right;
      const left = getComputedStyle(track).direction === "rtl" ? fromEnd : distance;
      track.scrollBy({ left, behavior: calm ? "auto" : "smooth" });
      note(slides.indexOf(slide));
    };

    gallery.addEventListener("keydown", (event) => {
      // In a video, the arrows are the player's.
      if (event.target.closest("video") || event.ctrlKey || event.metaKey || event.altKey) return;
      const arrows = ["ArrowLeft", "ArrowRight"];
      const [back, forward] = getComputedStyle(track).direction === "rtl" ? arrows.reverse() : arrows;
      if (event.key !== back && event.key !== forward) return;
      event.preventDefault();
      show(current + (event.key === forward ? 1 : -1));
      if (track.contains(event.target)) slides[current].querySelector("a, button, video")?.focus({ preventScroll: true });
    });

    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) note(slides.indexOf(entry.target));
      }
    }, { root: track, threshold: 0.7 });
    slides.forEach((slide) => observer.observe(slide));
    note(0);
  }
});
