// A part of a page that keeps itself fresh. Without this file the page is as it was when it came.
//
//   <section data-live="/console/county/now/board" data-every="5" data-said="#said"> ... </section>
//
// Every so many seconds the part is asked for again and put in its place, but only while somebody
// can see the page, and never while a control in it has the focus. What a screen reader is told
// stands in the part's own data-say, and is said only when it has changed.
"use strict";

function keep(part) {
  const said = document.querySelector(part.dataset.said);
  const away = document.querySelector(part.dataset.away);
  let asking = false;

  async function look() {
    if (asking || document.hidden || part.contains(document.activeElement)) return;
    asking = true;
    try {
      const answer = await fetch(part.dataset.live, { redirect: "manual", headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
      part.replaceChildren(...fresh.childNodes);
      const news = part.querySelector("[data-say]");
      if (said && news && said.textContent !== news.dataset.say) said.textContent = news.dataset.say;
      if (away) away.hidden = true;
    } catch {
      if (away) away.hidden = false; // what is shown is old, and says so
    } finally {
      asking = false;
    }
  }

  setInterval(look, Number(part.dataset.every) * 1000);
  document.addEventListener("visibilitychange", look);
}

document.querySelectorAll("[data-live]").forEach(keep);
