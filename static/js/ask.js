// Answers a question in place, and keeps the answer on the device until the city has it.
// Without this file the same forms post and lead to the thank-you page.
const SHELF = "asks";
const kept = () => { try { return JSON.parse(localStorage[SHELF]) } catch { return [] } };
const keep = (answers) => { localStorage[SHELF] = JSON.stringify(answers) };

// Not crypto.randomUUID: it is missing on plain http.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, 0)).join("");

const send = ([url, body]) => fetch(url, {
  method: "POST", body: new URLSearchParams(body), headers: { "X-Fragment": 1 },
  keepalive: true, signal: AbortSignal.timeout?.(2e4),
});
const later = ({ status }) => status > 499 || status == 429;

const show = (card, html) => {
  card.innerHTML = html;
  const heading = card.querySelector("h2");
  if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }) }
  card.scrollIntoView({ block: "nearest" });
};

// The plain way, with the same key: the server or the browser then says what is wrong.
const post = (form, data) => {
  for (const [name, value] of data) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  HTMLFormElement.prototype.submit.call(form);
};

addEventListener("submit", async (event) => {
  const form = event.target, card = form.closest(".ask"), button = event.submitter;
  if (!card || !form.matches("[data-ask]")) return;
  event.preventDefault();
  if (card.ariaBusy) return;
  card.ariaBusy = true;
  button?.setAttribute("aria-pressed", true);

  const data = new FormData(form), added = [];
  if (button?.name) added.push([button.name, button.value]);
  if (!data.get("key")) added.push(["key", form.dataset.key ||= newKey()]);
  for (const pair of added) data.append(...pair);
  const answer = [form.action, new URLSearchParams(data).toString()];

  try {
    const response = await send(answer);
    if (response.status > 499) throw 0;
    const html = await response.text();
    if (/^\s*<!doctype/i.test(html)) return post(form, added);
    show(card, html);
  } catch {
    try {
      keep([...kept(), answer]);
      show(card, card.querySelector("template").innerHTML);
      setTimeout(flush, 3e4);
    } catch { post(form, added) }
  }
  card.ariaBusy = null;
});

let busy;
const flush = async () => {
  if (busy) return;
  busy = true;
  for (const answer of kept()) {
    try {
      if (!later(await send(answer))) keep(kept().filter((other) => other[1] != answer[1]));
    } catch { break }
  }
  busy = false;
  if (kept()[0]) setTimeout(flush, 6e4);
};
addEventListener("online", flush);
flush();
