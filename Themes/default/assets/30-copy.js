// A button on every block of code that copies it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const words = document.querySelector("[data-words]")?.dataset;
  if (!navigator.clipboard || !words) return;

  for (const block of document.querySelectorAll(".prose pre")) {
    const frame = document.createElement("div");
    frame.className = "code";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button copy";
    button.textContent = words.copy;
    button.lang = document.documentElement.lang;
    button.setAttribute("aria-live", "polite");
    const bar = document.createElement("div");
    bar.className = "code-bar";
    const language = block.querySelector("code")?.className.match(/language-(\S+)/)?.[1];
    if (language) bar.append(language);
    bar.append(button);
    block.tabIndex = 0;
    block.replaceWith(frame);
    frame.append(bar, block);

    // Of a session at a terminal, only what the reader is to type.
    const typed = () => {
      const copy = block.cloneNode(true);
      for (const element of copy.querySelectorAll(".c-prompt, .c-output")) element.remove();
      return copy.textContent || block.textContent;
    };
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(typed());
        button.textContent = words.copied;
      } catch {
        button.textContent = words.notCopied;
      }
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
  }
});
