// Answers a question in place, and keeps the answer on the device until the city has it.
// Without this file the same forms post and lead to the thank-you page.
const kept = () => { try { return JSON.parse(localStorage.asks) } catch { return [] } };
const keep = (answers) => { localStorage.asks = JSON.stringify(answers) };

// Not crypto.randomUUID: it is missing on plain http.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, 0)).join("");

const add = (form, name, value) =>
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));

// Rejects while the city cannot take the answer: no network, an error of the server, too many at once.
const send = async ([url, body]) => {
  const response = await fetch(url, {
    method: "POST", body: new URLSearchParams(body), headers: { "X-Fragment": 1 },
    keepalive: true, signal: AbortSignal.timeout?.(2e4),
  });
  if (response.status > 499) throw 0;
  return response.text();
};

const show = (card, html) => {
  if (html.includes("<html")) throw 0;
  card.innerHTML = html;
  const heading = card.querySelector("h2");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
};

addEventListener("submit", async (event) => {
  const form = event.target, card = form.closest(".ask"), button = event.submitter;
  if (!card || !form.matches("[data-ask]")) return;
  event.preventDefault();
  if (card.ariaBusy) return;
  card.ariaBusy = true;
  if (!form.elements.key) add(form, "key", newKey());
  if (button?.name) {
    button.setAttribute("aria-pressed", true);
    add(form, button.name, button.value);
  }
  const answer = [form.action, `${new URLSearchParams(new FormData(form))}`];
  try {
    let html;
    try {
      html = await send(answer);
    } catch {
      keep([...kept(), answer]);
      setTimeout(flush, 3e4);
      html = card.querySelector("template").innerHTML;
    }
    show(card, html);
  } catch {
    // Storage refused, or no fragment came: post the plain way, with the same key.
    HTMLFormElement.prototype.submit.call(form);
  }
  card.ariaBusy = null;
});

let busy;
const flush = async () => {
  if (busy) return;
  busy = true;
  for (const answer of kept()) {
    try {
      await send(answer);
      keep(kept().filter((other) => other[1] != answer[1]));
    } catch { /* stays for the next round */ }
  }
  busy = false;
  if (kept()[0]) setTimeout(flush, 6e4);
};
addEventListener("online", flush);
flush();
