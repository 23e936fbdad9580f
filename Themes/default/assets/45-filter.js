// The filter of the directory: over all integrations, not only those whose cards stand on the page.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-filter]");
  if (!box) return;
  const { load, markup, numbers } = window.candorData;
  const form = box.querySelector("form");
  const fields = [...form.elements].filter((field) => field.name);
  const [count, results, more] = ["count", "results", "more"].map((name) => document.querySelector(`[data-filter-${name}]`));
  // On the page of a category its own integrations are those that stand there anyhow.
  const unset = (name) => name === "category" ? box.dataset.filter : "";
  let data;
  let found = [];
  let turn = 0;

  const prepare = async () => {
    const index = await load("filter");
    for (const field of data ? [] : fields) {
      for (const [value, label, , lang] of index[field.name] ?? []) {
        field.append(Object.assign(new Option(label, value), lang && { lang }));
      }
    }
    data = index;
  };
  const members = async (list) => {
    const chunk = data.firsts.findLastIndex((first) => first <= list);
    const lists = chunk < 0 ? [] : await load("filter/f", data.f, chunk);
    let last = 0;
    return numbers(lists[list - data.firsts[chunk]] ?? "").map((step) => last += step);
  };
  const matches = async (state) => {
    const lists = ["category", "product", "scope", "action", "resource"].filter((name) => state[name])
      .map((name) => data[name].find(([value]) => value === state[name])?.[2]);
    if (state.action && state.resource) lists.splice(-2, 2, data.pairs[`${state.resource}:${state.action}`]);
    const sets = (await Promise.all(lists.map(members))).map((list) => new Set(list));
    return [...Array(data.count).keys()].filter((number) => sets.every((set) => set.has(number)));
  };
  const addCards = async () => {
    const mine = turn;
    const shown = results.children.length;
    const cards = await Promise.all(found.slice(shown, shown + 24).map(async (number) =>
      markup(await load("filter/c", data.c, number >> 2))[number & 3]));
    if (mine !== turn) return;
    results.append(...cards);
    more.hidden = results.children.length >= found.length;
    return cards[0];
  };
  const show = async () => {
    const mine = ++turn;
    try {
      await prepare();
      const state = Object.fromEntries(new FormData(form));
      const isSet = fields.some(({ name }) => state[name] !== unset(name));
      const all = isSet ? await matches(state) : [];
      if (mine !== turn) return;
      found = all;
      results.replaceChildren();
      await addCards();
      for (const part of document.querySelectorAll("[data-filter-list], .pagination")) part.hidden = isSet;
      results.hidden = !isSet;
      count.textContent = isSet ? window.candorSay(count.dataset.found, { count: found.length, total: data.count }) : "";
    } catch {
      count.textContent = count.dataset.failed;
    }
  };
  const restore = async () => {
    const asked = new URLSearchParams(location.search);
    const isAsked = fields.some(({ name }) => asked.has(name));
    box.open ||= isAsked;
    if (!box.open) return;
    await prepare().catch(() => {});
    for (const field of fields) {
      const value = asked.get(field.name) ?? unset(field.name);
      field.value = value;
      // What no integration has is asked for all the same: the answer is none, not all.
      if (field.value !== value) field.append(new Option(value, value, false, true));
    }
    show();
  };
  const change = () => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value !== unset(name)));
    history.pushState("", "", `${location.pathname}?${asked}`);
    show();
  };

  box.addEventListener("toggle", restore);
  form.addEventListener("input", change);
  more.addEventListener("click", async () => (await addCards()).querySelector("a").focus());
  addEventListener("popstate", restore);
  restore();
});
