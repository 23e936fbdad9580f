// Words for scripts: the templates put them into the page, in its language.
"use strict";
const plurals = (() => {
  // Not every tag that a site may have is one that the browser takes.
  try { return new Intl.PluralRules(document.documentElement.lang); } catch { return new Intl.PluralRules("en"); }
})();
// A text with values in its places; one for counts comes as JSON and has a form for each kind of number.
window.candorSay = (text, values) => {
  const forms = text.startsWith('{"') ? JSON.parse(text) : { other: text };
  const form = forms[plurals.select(values[forms.of] ?? 0)] ?? forms.other;
  return form.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
};
