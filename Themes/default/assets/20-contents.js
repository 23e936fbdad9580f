// Marks in the contents of the page the section that is being read.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const contents = document.querySelector("[data-contents]");
  if (!contents) return;

  const sections = [];
  for (const link of contents.querySelectorAll("a[href*='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) sections.push({ link, heading });
  }
  if (sections.length === 0) return;

  let current = null;
  const mark = (section) => {
    if (section === current) return;
    current?.link.removeAttribute("aria-current");
    section?.link.setAttribute("aria-current", "true");
    current = section;
    const box = contents.parentElement;
    // Only the column scrolls, never the page under the reader.
    if (section && box.scrollHeight > box.clientHeight) {
      const link = section.link.getBoundingClientRect();
      const frame = box.getBoundingClientRect();
      if (link.top < frame.top) box.scrollTop -= frame.top - link.top;
      else if (link.bottom > frame.bottom) box.scrollTop += link.bottom - frame.bottom;
    }
  };

  const update = () => {
    const edge = innerHeight / 4;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const reached = atEnd ? innerHeight : edge;
    const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top <= reached);
    mark(passed.at(-1) ?? null);
  };

  let waiting = false;
  const schedule = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  addEventListener("scroll", schedule, { passive: true });
  addEventListener("resize", schedule);
  update();
});
