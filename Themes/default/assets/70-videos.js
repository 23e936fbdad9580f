// Videos of other hosts: nothing is asked of the host before the reader presses play. Without this each is a link.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const words = document.querySelector("[data-words]")?.dataset;
  for (const link of words ? document.querySelectorAll("a[data-embed]") : []) {
    const figure = link.closest("figure");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "play";
    const label = document.createElement("span");
    label.lang = document.documentElement.lang;
    label.textContent = window.candorSay(words.play, { host: link.hostname });
    const poster = link.querySelector("img");
    button.append(...(poster ? [poster] : []), label);
    // Where the player does not work, the way to the host's own page is still there.
    const instead = document.createElement("p");
    instead.className = "play-instead";
    link.replaceWith(button);
    link.className = "";
    instead.append(link);
    figure.append(instead);

    button.addEventListener("click", () => {
      const player = document.createElement("iframe");
      player.src = link.dataset.embed;
      if (poster?.alt) player.lang = poster.lang;
      player.title = poster?.alt || figure.querySelector("figcaption")?.textContent.trim() || words.video;
      player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      player.allowFullscreen = true;
      player.referrerPolicy = "strict-origin-when-cross-origin";
      button.replaceWith(player);
      player.focus();
    });
  }
});
