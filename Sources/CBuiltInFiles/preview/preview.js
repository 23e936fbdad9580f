// The preview's part of a page: it hears what the author changes, and shows what Candor found.
"use strict";

(() => {
  const own = document.currentScript;
  const tools = own.dataset.tools;
  const page = own.dataset.page;
  // From the page's own address to the root of the site, however deep the page stands.
  const root = new URL("../".repeat(page.split("/").length - 1) || "./", document.baseURI.replace(/\/$/, "/index.html"));
  let build = null;

  // What the page shows of its own state.

  const style = `
    :host { all: initial; --ink: #1d1f23; --paper: #fff; --line: #c9ccd3; --error: #b3261e; --warning: #8a5a00;
      --quiet: #5d6470; --code: #f4f5f7; color-scheme: light dark; }
    @media (prefers-color-scheme: dark) { :host { --ink: #e8eaee; --paper: #1b1d21; --line: #474c56;
      --error: #ff8a80; --warning: #ffc46b; --quiet: #a4abb8; --code: #26292f; } }
    * { box-sizing: border-box; }
    .bar, .panel { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      border: 1px solid var(--line); box-shadow: 0 2px 16px #0003; position: fixed; z-index: 2147483647; }
    .bar { right: 16px; bottom: 16px; display: flex; align-items: center; gap: 4px; padding: 4px; border-radius: 10px; }
    button, a.place { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 6px;
      padding: 4px 10px; min-height: 28px; cursor: pointer; }
    button:hover, a.place:hover { border-color: var(--line); }
    button:focus-visible, a:focus-visible, .panel:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
    button[aria-pressed="true"], button[aria-expanded="true"] { background: var(--code); }
    .error { color: var(--error); font-weight: 600; } .warning { color: var(--warning); font-weight: 600; }
    .quiet { color: var(--quiet); } .bar .quiet:not(:empty) { padding-inline: 8px; }
    .panel { left: 16px; right: 16px; bottom: 64px; max-height: min(70vh, 720px); overflow: auto; border-radius: 12px;
      padding: 16px 20px; }
    .panel[hidden] { display: none; }
    .head { display: flex; justify-content: space-between; align-items: center; gap: 16px; }
    h2 { font-size: 16px; margin: 0; } h3 { font-size: 14px; margin: 20px 0 4px; overflow-wrap: anywhere; }
    article { border-top: 1px solid var(--line); padding: 10px 0 4px; }
    article .what { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
    a.place { display: inline-block; text-decoration: underline; padding: 2px 6px; }
    .place { overflow-wrap: anywhere; text-align: start; }
    pre { background: var(--code); border-radius: 8px; padding: 10px 12px; margin: 6px 0; overflow: auto;
      font: 12.5px/1.45 ui-monospace, monospace; }
    @media (prefers-reduced-motion: no-preference) { .panel { animation: rise 120ms ease-out; } }
    @keyframes rise { from { transform: translateY(8px); opacity: 0; } }
    @media print { .bar, .panel { display: none; } }
  `;

  const marks = `
    .candor-mark { font: 600 11px/1.4 system-ui, sans-serif; border-radius: 6px; padding: 1px 6px; margin-inline-start: 4px;
      border: 1px solid; white-space: nowrap; background: #fff; }
    .candor-mark-yes { color: #0b6b3a; } .candor-mark-no { color: #b3261e; border-style: dashed; border-width: 2px; }
    @media print { .candor-mark { display: none; } }
  `;

  const sheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const host = element("candor-preview");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet(style)];
  const counts = element("button", { type: "button" });
  counts.setAttribute("aria-expanded", "false");
  const inspect = element("button", { type: "button", textContent: "Inspect", title: "Mark scopes and features" });
  inspect.setAttribute("aria-pressed", "false");
  const status = element("span", { className: "quiet" });
  status.setAttribute("role", "status");
  const bar = element("div", { className: "bar" }, status, counts, inspect);
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "Preview");
  const list = element("div");
  const title = element("h2", { id: "title" });
  const close = element("button", { type: "button", textContent: "Close", title: "Escape" });
  const panel = element("section", { className: "panel", hidden: true, tabIndex: -1 },
    element("div", { className: "head" }, title, close), list);
  panel.setAttribute("aria-labelledby", "title");
  shadow.append(panel, bar);
  document.documentElement.append(host);

  if (own.dataset.nearest) {
    const name = own.dataset.nearest;
    status.append("Did you mean ", element("a", { className: "place", href: new URL(name, root).href, textContent: name }), "?");
  }

  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

  const open = (isOpen) => {
    panel.hidden = !isOpen;
    counts.setAttribute("aria-expanded", String(isOpen));
  };
  counts.addEventListener("click", () => {
    if (panel.hidden && !list.childElementCount) return;
    open(panel.hidden);
    if (!panel.hidden) panel.focus();
  });
  close.addEventListener("click", () => {
    open(false);
    counts.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    remembered.isClosed = true;
  });

  // What was found.

  const remembered = {
    get isClosed() { return sessionStorage.getItem("candor-closed") === "yes"; },
    set isClosed(value) { sessionStorage.setItem("candor-closed", value ? "yes" : "no"); },
  };
  close.addEventListener("click", () => { remembered.isClosed = true; });

  const placeOf = (finding) => {
    const text = finding.path ? `${finding.path}:${finding.line}:${finding.column}` : "";
    if (!text) return element("span", { className: "quiet", textContent: "no place" });
    if (finding.editor) return element("a", { className: "place", href: finding.editor, textContent: text });
    const button = element("button",
      { type: "button", className: "place", textContent: text, title: "Open in the editor" });
    button.addEventListener("click", () => fetch(`${tools}open?finding=${finding.number}`));
    return button;
  };

  const article = (finding) => element("article", {},
    element("div", { className: "what" },
      element("span", { className: finding.severity, textContent: finding.severity }),
      element("code", { className: "quiet", textContent: finding.rule }), placeOf(finding)),
    element("pre", { textContent: finding.text }));

  const show = async (errors, warnings, isNew) => {
    counts.replaceChildren();
    if (errors) counts.append(element("span", { className: "error", textContent: plural(errors, "error") }));
    if (errors && warnings) counts.append(", ");
    if (warnings) counts.append(element("span", { className: "warning", textContent: plural(warnings, "warning") }));
    if (!errors && !warnings) counts.append(element("span", { className: "quiet", textContent: "No problems" }));
    const found = await (await fetch(`${tools}findings.json`)).json();
    list.replaceChildren();
    if (found.failure) list.append(element("p", { className: "error", textContent: found.failure }));
    let path = null;
    for (const finding of found.findings) {
      const own = finding.path ?? "";
      if (own !== path) list.append(element("h3", { textContent: own || "The site" }));
      path = own;
      list.append(article(finding));
    }
    if (found.omitted) list.append(element("p", { textContent: `and ${found.omitted} more, in the terminal` }));
    title.textContent = errors ? "The last good page is shown" : warnings ? "Warnings" : "No problems found";
    if (!errors) remembered.isClosed = false;
    // Errors come up by themselves, and go by themselves when they are mended.
    if (errors && isNew && !remembered.isClosed) open(true);
    if (!errors && !warnings) open(false);
    if (!errors && panel.dataset.errors !== "0") open(false);
    panel.dataset.errors = String(errors);
  };

  // The map behind the page: every scope and feature that it speaks of, and whether it is documented.

  const unmark = () => { for (const mark of document.querySelectorAll(".candor-mark")) mark.remove(); };

  const mark = (target, isDocumented, text) => {
    const made = element("span", {
      className: `candor-mark candor-mark-${isDocumented ? "yes" : "no"}`,
      textContent: isDocumented ? "✓ documented" : "✗ not documented",
      title: text,
    });
    if (target.matches("tr")) target.cells[0]?.append(made);
    else if (/^H[1-6]$/.test(target.tagName)) target.append(made);
    else target.after(made);
  };

  const targets = (anchor) => {
    const own = document.getElementById(anchor);
    const links = [...document.querySelectorAll("a[href*='#']")]
      .filter((link) => link.closest("main") && decodeURIComponent(link.hash.slice(1)) === anchor
        && link.matches(".scope-reference, .feature-reference, .scope-chip"));
    return own ? [own, ...links] : links;
  };

  const showMap = async () => {
    unmark();
    const map = await (await fetch(`${tools}inspection.json?page=${encodeURIComponent(page)}`)).json();
    if (!map) {
      status.textContent = "No scopes or features here";
      return;
    }
    for (const scope of map.scopes) {
      const used = scope.features.length ? `needed by ${scope.features.join(", ")}` : "needed by no feature";
      for (const target of targets(scope.anchor)) mark(target, scope.isDocumented, `${scope.id}: ${used}`);
    }
    for (const feature of map.features) {
      const missing = feature.missing.length ? `; its section does not name ${feature.missing.join(", ")}` : "";
      const needs = feature.scopes.length ? `needs ${feature.scopes.join(", ")}` : "needs no scope";
      for (const target of feature.anchor ? targets(feature.anchor) : []) {
        mark(target, feature.isDocumented, `${feature.id}: ${needs}${missing}`);
      }
    }
    const scopes = map.scopes.filter((scope) => scope.isDocumented).length;
    const features = map.features.filter((feature) => feature.isDocumented).length;
    status.textContent = `scopes ${scopes}/${map.scopes.length}, features ${features}/${map.features.length}`;
  };

  const setInspecting = (isOn) => {
    inspect.setAttribute("aria-pressed", String(isOn));
    sessionStorage.setItem("candor-inspect", isOn ? "yes" : "no");
    if (isOn) {
      if (!document.adoptedStyleSheets.includes(markSheet)) document.adoptedStyleSheets.push(markSheet);
      showMap();
    } else {
      unmark();
      status.textContent = "";
    }
  };
  const markSheet = sheet(marks);
  inspect.addEventListener("click", () => setInspecting(inspect.getAttribute("aria-pressed") !== "true"));

  // What changes in place.

  const at = (address) => {
    const url = new URL(address, document.baseURI);
    url.search = "";
    url.hash = "";
    return url.href;
  };

  const restyle = (styles) => {
    for (const [earlier, now] of Object.entries(styles)) {
      for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
        if (at(link.href) !== at(new URL(earlier, root))) continue;
        // The old sheet goes when the new one is there, so that the page is never without.
        const next = link.cloneNode();
        next.href = new URL(now, root).href;
        next.addEventListener("load", () => link.remove());
        next.addEventListener("error", () => link.remove());
        link.after(next);
      }
    }
  };

  const refresh = (files) => {
    const now = new Map(Object.entries(files).map(([from, to]) => [at(new URL(from, root)), at(new URL(to, root))]));
    if (!now.size) return;
    for (const media of document.querySelectorAll("img, video, source, track, a[href]")) {
      for (const name of ["src", "poster", "href"]) {
        const next = now.get(at(media.getAttribute(name) ?? "#"));
        if (!next) continue;
        media.setAttribute(name, next);
        if (media.tagName === "SOURCE") media.parentElement.load?.();
      }
    }
  };

  const reload = () => {
    sessionStorage.setItem("candor-scroll", JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  };

  const restoreScroll = () => {
    const saved = sessionStorage.getItem("candor-scroll");
    if (!saved) return;
    sessionStorage.removeItem("candor-scroll");
    const [href, x, y] = JSON.parse(saved);
    if (href === location.href) scrollTo({ left: x, top: y, behavior: "instant" });
  };

  // What is heard.

  const hear = (event) => {
    const told = JSON.parse(event.data);
    if (told.changed.includes(page)) return reload();
    const isNew = build !== null && build !== told.build;
    const isFirst = build === null;
    build = told.build;
    restyle(told.styles);
    refresh(told.files);
    // A page that was opened while the site was being read again is in nobody's list; a new style is no new page, and
    // neither is a new picture.
    if (isNew) Object.keys({ ...told.styles, ...told.files }).length ? adopt() : check();
    show(told.errors, told.warnings, isNew || isFirst);
    if (inspect.getAttribute("aria-pressed") === "true") showMap();
  };

  // What was told while nobody listened is found out by what the page would be now.
  const stateNow = async () => {
    const fields = new URLSearchParams({ page, hash: own.dataset.hash });
    return (await fetch(`${tools}state.json?${fields}`)).json();
  };
  const check = async () => { if ((await stateNow()).isChanged) reload(); };
  const adopt = async () => { own.dataset.hash = (await stateNow()).hash; };

  let events = null;
  const listen = () => {
    if (events) return;
    events = new EventSource(`${tools}events`);
    events.addEventListener("build", hear);
    events.addEventListener("open", check);
    events.addEventListener("error", () => { if (build !== null) status.textContent = "Waiting for the preview…"; });
    events.addEventListener("open", () => { if (status.textContent.startsWith("Waiting")) status.textContent = ""; });
  };

  // A browser has few connections for one host: a page that is left must give its own back.
  addEventListener("pagehide", () => {
    events?.close();
    events = null;
  });
  addEventListener("pageshow", listen);

  restoreScroll();
  if (sessionStorage.getItem("candor-inspect") === "yes") setInspecting(true);
  listen();
})();
