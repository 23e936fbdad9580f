// The states of a video page. video.html?<n> shows state n:
//   data-at="3-7"         the element is there in states 3 to 7 ("3-" to the end)
//   data-on="4-"          it carries the class "on" in these states
//   data-text="a@1|ab@3"  its text from state 1, from state 3 …
const state = Number(location.search.slice(1) || 1);
function holds(span) {
  const [from, to] = span.split("-");
  return state >= Number(from) && state <= (to === undefined ? Number(from) : to === "" ? Infinity : Number(to));
}
function stage() {
  for (const node of document.querySelectorAll("[data-at]")) if (!holds(node.dataset.at)) node.remove();
  for (const node of document.querySelectorAll("[data-on]")) if (holds(node.dataset.on)) node.classList.add("on");
  for (const node of document.querySelectorAll("[data-text]")) for (const step of node.dataset.text.split("|")) {
    const [text, from] = step.split("@");
    if (state >= Number(from)) node.textContent = text;
  }
}
