// The search. Its index comes as scripts that call candorData: a page from a folder can load nothing else.
"use strict";
const root = new URL(`../${document.documentElement.dataset.folder ?? ""}`, document.currentScript.src);
let loads = {};
const load = (name, hashes = "", number = 0) => {
  const file = hashes ? `${name}${number}.${hashes.slice(number * 8, number * 8 + 8)}` : name;
  return loads[file] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.take = resolve;
    script.src = new URL(`data/${file}.js`, root);
    script.onerror = () => {
      // The site may have been published anew: next time everything is asked for again.
      loads = {};
      reject(new Error(file));
    };
    document.head.append(script);
  });
};
// What templates made for any page: their links begin with //, which stands for the root of the language.
const markup = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html.replaceAll('="//', `="${root}`);
  return template.content.children;
};
// Numbers to the base of 28, the lowest digit first; only the last digit of a number stands before the question mark.
const numbers = (text) => (text.match(/[?-Z]*[#->]/g) ?? []).map((digits) =>
  [...digits].reduceRight((number, digit) => number * 28 + (digit.charCodeAt() - 35) % 28, 0));

let index;
// The lines of the index from one key to another; each begins with how much it shares with the one before.
const lines = async (kind, from, to) => {
  const { hashes, firsts } = index[kind];
  const start = Math.max(0, firsts.findLastIndex((key) => key <= from));
  const chunks = firsts.slice(start, start + 3).filter((key) => key < to)
    .map((_, offset) => load(`search/${kind}`, hashes, start + offset));
  let last = "";
  return (await Promise.all(chunks)).flatMap((text) => text.split("\n").map((line) => {
    const [rest, data] = line.slice(1).split(" ");
    last = last.slice(0, parseInt(line[0], 36)) + rest;
    return [last, data];
  })).filter(([key]) => key >= from && key < to);
};

// The pages that say a word, one that begins with it or, if there is none, one that is a single mistake away.
const lookUp = async (word, exact) => {
  const found = new Map();
  const take = (data, quality) => {
    const all = numbers(data);
    for (let at = 0, owner = 0; at < all.length; at += 3) {
      owner += all[at];
      const page = all[at + 1] >> 2;
      const id = `${owner}/${page}`;
      const score = [1, 2, 6, 24][all[at + 1] & 3] * quality / Math.log2(all.length);
      if (!(found.get(id)?.score >= score)) found.set(id, { owner, page, section: all[at + 2], score, words: 1 });
    }
  };
  // The best pages of all that begins with a few letters stand under these and a star.
  const isShort = word.length < 4;
  for (const [term, data] of await lines("t", word, word + (isShort ? "+" : "\uffff"))) {
    if (term === word) take(data, exact);
    else if (!isShort || term === word + "*") take(data, 1);
  }
  if (found.size || isShort) return found;
  const near = new RegExp(`^(${[...word].map((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    return `${before}.?${letter}?${after}|${before}${after[0]}${letter}${after.slice(1)}`;
  }).join("|")}|${word}.)$`);
  const key = (length) => word[0] + String.fromCharCode(64 + length);
  for (const [line] of await lines("w", key(word.length - 1), key(word.length + 2))) {
    const other = line.slice(2);
    if (near.test(other)) for (const [, data] of await lines("t", other, other + " ")) take(data, 0.5);
  }
  return found;
};

// As LetterFolding does it for the index.
const fold = (text) => text.normalize("NFC").toLowerCase().replace(/ς/g, "σ")
  .replace(/[À-ſ]/g, (letter) => letter.normalize("NFD")[0]).replace(/[\u0300-\u036f]/g, "");

const find = async (query) => {
  index = await load("search");
  const sets = [];
  for (const piece of fold(query).split(/\s+/)) {
    const words = piece.replace(/[\u3040-\u30ff\u3400-\u9fff]/g, " $& ").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    // Names such as users:read are looked for as they are written before their parts are.
    const named = words[0] === piece ? new Map() : await lookUp(piece, 8);
    if (named.size) sets.push(named);
    // Of l'équipe and don't, what stands alone before or behind the mark says nothing.
    else for (const word of words) if (word.length > 1 || words.length < 2) if (!index.common.includes(word)) sets.push(await lookUp(word, 2));
  }
  const all = new Map();
  for (const [id, hit] of sets.slice(0, 8).flatMap((set) => [...set])) {
    const known = all.get(id);
    if (!known) all.set(id, hit);
    else {
      known.score += hit.score;
      known.section ||= hit.section;
      known.words++;
    }
  }
  return [...all.values()].sort((a, b) =>
    b.words - a.words || b.score - a.score || a.owner - b.owner || a.page - b.page);
};
window.candorData = Object.assign((data) => document.currentScript.take(data), { load, markup, numbers });

const option = async ({ owner, page, section }, number) => {
  const [name, ...pages] = (await load("search/d", index.d, owner >> 2))[owner & 3];
  const [title, path, ...sections] = pages[page];
  // Of a page that is not translated; all else comes in pairs.
  const lang = sections.length % 2 ? sections.at(-1) : "";
  const said = (textContent) => Object.assign(document.createElement("span"), { textContent, ...(lang && { lang, dir: "auto" }) });
  const [heading = title, anchor] = section ? sections.slice(section * 2 - 2) : [];
  const link = document.createElement("a");
  const small = document.createElement("small");
  const parts = [...new Set([name, title])].filter((part) => part && part !== heading);
  small.append(...parts.flatMap((part, at) => [at ? " › " : "", part === title ? said(part) : part]));
  link.append(said(heading), small);
  const plain = heading.toLowerCase().replace(/[^a-z0-9 _-]/g, "").replaceAll(" ", "-");
  link.href = new URL(section ? `${path}#${anchor || plain}` : path, root);
  return Object.assign(link, { id: `search.${number}`, role: "option", tabIndex: -1 });
};

document.addEventListener("DOMContentLoaded", () => {
  const opener = document.querySelector("[data-search]");
  if (!opener) return;
  let dialog, input, status, list;
  let active = 0;
  // Home and End move in the text until somebody goes down into the list.
  let isInList = false;

  const activate = (number) => {
    const options = [...list.children];
    active = (number + options.length) % options.length;
    options.forEach((option, at) => { option.ariaSelected = at === active; });
    input.setAttribute("aria-activedescendant", options[active]?.id ?? "");
    options[active]?.scrollIntoView({ block: "nearest" });
  };
  const update = async () => {
    const query = input.value;
    let text = "";
    let options = [];
    try {
      const hits = await find(query);
      options = await Promise.all(hits.slice(0, 10).map(option));
      if (query.trim()) {
        const { found, foundMany } = status.dataset;
        text = window.candorSay(hits.length > 10 ? foundMany : found, { count: hits.length, shown: 10 });
      }
    } catch {
      text = status.dataset.failed;
    }
    // The next letter may have been typed by now.
    if (query !== input.value) return;
    list.replaceChildren(...options);
    input.ariaExpanded = options.length > 0;
    status.textContent = text;
    isInList = false;
    activate(0);
  };
  const build = (html) => {
    [dialog] = markup(html);
    [input, status, list] = ["input", "[role=status]", "[role=listbox]"].map((name) => dialog.querySelector(name));
    document.body.append(dialog);
    input.addEventListener("input", update);
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog || target.closest("a, button")) dialog.close();
    });
    input.addEventListener("keydown", (event) => {
      const steps = { ArrowDown: active + 1, ArrowUp: active - 1, ...(isInList && { Home: 0, End: -1 }) };
      if (!list.firstChild || event.isComposing) return;
      if (event.key === "Enter") list.children[active].click();
      else if (event.key in steps) {
        activate(steps[event.key]);
        isInList = true;
      } else return;
      event.preventDefault();
    });
  };
  const open = async (event) => {
    event.preventDefault();
    try {
      if (!dialog) build((await load("search")).dialog);
      // The browser gives the focus back when the dialog closes.
      dialog.showModal();
      input.select();
    } catch {
      location = opener.href;
    }
  };
  opener.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  document.addEventListener("keydown", (event) => {
    const isAsked = event.ctrlKey || event.metaKey ? event.key.toLowerCase() === "k" : event.key === "/";
    if (isAsked && !event.target.closest("input, textarea, select, [contenteditable], dialog")) open(event);
  });
});
