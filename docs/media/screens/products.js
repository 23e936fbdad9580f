// Drawings of a few products, so that no photograph is needed.
const drawings = {
  boot: ["#d9c3a3", `<path d="M16 12h14v17c6 2 14 4 17 8 2 3 2 7 2 9H16z" fill="#8a5a33"/><path d="M14 46h37v5H14z" fill="#4b3320"/><path d="M22 18h8M22 23h8M23 28h9" stroke="#f0dcb8" stroke-width="2"/>`],
  jacket: ["#cfe0d0", `<path d="M22 14h20l10 8-4 12-5-3v21H21V31l-5 3-4-12z" fill="#3f7d58"/><path d="M32 14v38" stroke="#dfeee3" stroke-width="1.6"/><path d="M25 14q7 7 14 0" fill="none" stroke="#24513a" stroke-width="2"/>`],
  flask: ["#f1d9cf", `<rect x="24" y="20" width="16" height="34" rx="5" fill="#b5502f"/><rect x="26" y="11" width="12" height="8" rx="2" fill="#5c3022"/><path d="M28 25v22" stroke="#f4c9b7" stroke-width="2.5" stroke-linecap="round"/>`],
  hat: ["#e6dff0", `<path d="M14 42c0-14 8-24 18-24s18 10 18 24z" fill="#6d5a9c"/><rect x="11" y="40" width="42" height="9" rx="4" fill="#4f3f78"/><circle cx="32" cy="16" r="5" fill="#cdbfe6"/>`],
  pack: ["#d5e3ee", `<rect x="17" y="17" width="30" height="37" rx="9" fill="#34658a"/><path d="M24 17v-3a8 6 0 0 1 16 0v3" fill="none" stroke="#234861" stroke-width="3"/><rect x="22" y="35" width="20" height="13" rx="3" fill="#4f88b2"/>`],
};
function product(name, size = 40) {
  const [ground, drawing] = drawings[name];
  return `<svg viewBox="0 0 64 64" width="${size}" height="${size}" style="border-radius:6px;background:${ground};vertical-align:middle;flex:none">${drawing}</svg>`;
}
function drawProducts() {
  for (const node of document.querySelectorAll("[data-product]")) node.innerHTML = product(node.dataset.product, node.dataset.size);
}
