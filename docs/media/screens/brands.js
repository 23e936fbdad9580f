// Colors, fonts, logo and menu of each made-up product. A page names its brand in <body data-brand data-on data-crumb>.
const brands = {
  "larkspur-loyalty": {
    name: "Larkspur", who: "IV", org: "Corner & Quill Books",
    menu: ["Overview", "Members", "Rewards", "Rules", "-Channels", "Mapping", "Event log", "Backfill", "Connection"],
    vars: { accent: "#5f3dc4", "on-accent": "#fff", nav: "#2b1d5c", "nav-ink": "#e7e1fb", "nav-on": "#5f3dc4", "nav-on-ink": "#fff",
      ground: "#f7f5fd", bar: "#fff", card: "#fff", line: "#e6e1f4", "line-strong": "#c9c0e6", ink: "#221a3d", soft: "#6d6589",
      tint: "#f0ecfc", radius: "9px", display: "'URW Gothic', 'Nimbus Sans', sans-serif" },
    logo: `<rect width="34" height="34" rx="8" fill="#5f3dc4"/><g fill="#fff">${[0, 72, 144, 216, 288].map(a =>
      `<ellipse cx="17" cy="10.2" rx="3.9" ry="5.8" transform="rotate(${a} 17 17)"/>`).join("")}</g><circle cx="17" cy="17" r="3" fill="#ffc94d"/>`,
  },
  "quarrystone": {
    name: "Quarrystone", who: "TB", org: "analytics_prod",
    menu: ["Pipelines", "Runs", "Tables", "Alerts", "-MoEngage", "Statistics", "Campaigns", "Dashboards", "Connection"],
    vars: { accent: "#f08a3c", "on-accent": "#20140a", nav: "#12161d", "nav-ink": "#b9c2d0", "nav-on": "#262e3b", "nav-on-ink": "#fff",
      ground: "#171c25", bar: "#12161d", card: "#1f2631", line: "#2e3746", "line-strong": "#465267", ink: "#e8ecf3", soft: "#94a0b3",
      tint: "#2a2722", radius: "4px", display: "'Nimbus Sans', 'Liberation Sans', sans-serif" },
    logo: `<rect width="34" height="34" rx="5" fill="#20140a"/><path d="M6 25h22l-3-8H9z" fill="#f08a3c"/><path d="M10 15.5h14l-2.2-6.5h-9.6z" fill="#ffc08a"/>`,
  },
  "tidewire-parcels": {
    name: "Tidewire", who: "NO", org: "Harbour Lane Home",
    menu: ["Parcels", "Carriers", "Delays", "-Messages", "Alerts", "Live tracking", "Delivery events", "Connection"],
    vars: { accent: "#0b7a8a", "on-accent": "#fff", nav: "#ffffff", "nav-ink": "#24404a", "nav-on": "#dff3f4", "nav-on-ink": "#07525d",
      ground: "#f1f6f7", bar: "#fff", card: "#fff", line: "#dbe6e9", "line-strong": "#b4c9cf", ink: "#12303a", soft: "#5c7681",
      tint: "#e6f4f5", radius: "7px", display: "'Liberation Sans', 'Nimbus Sans', sans-serif" },
    logo: `<rect width="34" height="34" rx="17" fill="#0b7a8a"/><g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"><path d="M7 14c3.3-3.4 6.7-3.4 10 0s6.7 3.4 10 0"/><path d="M7 21c3.3-3.4 6.7-3.4 10 0s6.7 3.4 10 0" opacity=".75"/></g>`,
  },
  "fernhollow-picks": {
    name: "Fernhollow", who: "AM", org: "Meadow & Loom",
    menu: ["Today", "Shelves", "Rules", "-MoEngage", "Catalog", "Placements", "Offers", "Connection"],
    vars: { accent: "#2f6b3c", "on-accent": "#fff", nav: "#f4efe2", "nav-ink": "#463f2f", "nav-on": "#2f6b3c", "nav-on-ink": "#fff",
      ground: "#fbf9f3", bar: "#fbf9f3", card: "#fff", line: "#e6dfcd", "line-strong": "#cbc1a6", ink: "#2c2a20", soft: "#746d58",
      tint: "#edf3e7", radius: "6px", display: "P052, 'DejaVu Serif', serif" },
    logo: `<rect width="34" height="34" rx="7" fill="#2f6b3c"/><path d="M17 29V8" stroke="#f4efe2" stroke-width="2.2" stroke-linecap="round"/><g fill="#cfe3b6">${[11, 16, 21].map((y, i) =>
      `<ellipse cx="${12.2 - i}" cy="${y}" rx="${4.2 + i * .8}" ry="2" transform="rotate(24 12 ${y})"/><ellipse cx="${21.8 + i}" cy="${y}" rx="${4.2 + i * .8}" ry="2" transform="rotate(-24 22 ${y})"/>`).join("")}</g>`,
  },
  "waxseal-review": {
    name: "Waxseal", who: "RD", org: "Pennant Outdoor",
    menu: ["Inbox", "Rounds", "Reviewers", "-MoEngage", "Drafts", "Live campaigns", "Flows", "Connection"],
    vars: { accent: "#a3243b", "on-accent": "#fff", nav: "#3a2328", "nav-ink": "#ecdcd9", "nav-on": "#a3243b", "nav-on-ink": "#fff",
      ground: "#faf6f4", bar: "#fff", card: "#fff", line: "#ebdfdb", "line-strong": "#d3bfb9", ink: "#2f1f22", soft: "#7b6569",
      tint: "#fbecec", radius: "5px", display: "C059, 'DejaVu Serif', serif" },
    logo: `<circle cx="17" cy="17" r="16" fill="#a3243b"/><circle cx="17" cy="17" r="10.5" fill="none" stroke="#f6d5d2" stroke-width="1.6"/><path d="M12 17.5l3.7 3.7 6.8-7.8" fill="none" stroke="#fff" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round"/>`,
  },
};

function logo(brand) { return `<svg viewBox="0 0 34 34" xmlns="http://www.w3.org/2000/svg">${brands[brand].logo}</svg>`; }

function dress(brand) {
  for (const [key, value] of Object.entries(brands[brand].vars)) document.documentElement.style.setProperty(`--${key}`, value);
}

function frame() {
  const { brand, on, crumb } = document.body.dataset, it = brands[brand];
  dress(brand);
  const menu = it.menu.map(item => item.startsWith("-") ? `<small>${item.slice(1).toUpperCase()}</small>`
    : `<a${item === on ? ' class="on"' : ""}>${item}</a>`).join("");
  document.body.insertAdjacentHTML("afterbegin",
    `<nav class="nav"><div class="brand">${logo(brand)}${it.name}</div>${menu}</nav>
     <header class="top"><div class="crumb">${crumb} <span>/</span> <b>${on}</b></div>
     <div class="who">${it.org}<i>${it.who}</i></div></header>`);
}
