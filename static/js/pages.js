// A survey with pages: questions come and go with the answers they hang on, steps are taken in place, and what was
// filled in stays on the device until it is sent. Without this file the same forms post page after page.
import { read, reached } from "./logic.js";
import { send, wait } from "./queue.js";

const stored = (name) => { try { return JSON.parse(localStorage[name]) } catch { /* none, or refused */ } };
const drop = (name) => { try { delete localStorage[name] } catch { /* refused */ } };
const nameOf = (form) => `draft.${form.dataset.pages}`;
const bodyOf = (form, go) => {
  const data = new FormData(form);
  if (go) data.set("go", go);
  return `${new URLSearchParams(data)}`;
};
const words = (name) => document.querySelector(`template[data-words=${name}]`)?.content.cloneNode(true);
const title = document.title;

// Hides and leaves out of the form what the answers beside it do not lead to.
const apply = (form) => {
  if (!form.dataset.rules) return;
  const { sheet: elsewhere, asked } = JSON.parse(form.dataset.rules), here = {};
  const elements = [...form.querySelectorAll("[data-question]")];
  // What is disabled is in no FormData; its answer counts again once it is reached again.
  for (const element of elements) element.disabled = false;
  const entries = [...new FormData(form)];
  for (const question of asked) {
    const codes = read(question, entries);
    if (codes) here[question.id] = codes;
  }
  const ids = reached(asked, here, elsewhere);
  for (const element of elements) element.hidden = element.disabled = !ids.includes(element.dataset.question);
};

let deleted, untouched;
// A draft is [when it goes, when it was begun, the form as it would be sent].
const keep = (form) => {
  const name = nameOf(form), { days } = form.dataset, now = Date.now();
  if (deleted || !form.dataset.pages || form.elements.test) return;
  try {
    localStorage[name] = JSON.stringify([now + days * 864e5, stored(name)?.[1] ?? now, bodyOf(form)]);
  } catch { return }
  if (!form.parentNode.querySelector("[data-kept]")) form.after(words("kept"));
};

const focus = (card) => {
  const places = [...card.querySelectorAll("[data-errors], h1, h2")].filter((place) => place.offsetParent);
  const place = places.find((place) => place.matches("[data-errors]")) ?? places[0];
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  card.scrollIntoView();
  document.title = `${(place.querySelector("h2") ?? place).textContent.trim()} – ${title}`;
};

// Above the form, which stays as it is; in place of what was said before.
const say = (card, said) => {
  card.querySelector("[data-said]")?.remove();
  const box = document.createElement("div");
  box.className = "note";
  box.dataset.said = box.dataset.errors = "";
  box.append(said);
  card.prepend(box);
  focus(card);
};

const show = (card, html, name, taken) => {
  const { content } = Object.assign(document.createElement("template"), { innerHTML: html });
  const form = content.querySelector("form[data-pages]");
  if (!form && !taken) return say(card, content);
  card.replaceChildren(content);
  if (form) {
    apply(form);
    keep(form);
  } else drop(name);
  focus(card);
};

// The plain way, which leads to a page of its own.
const post = (form, go) => {
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: go }));
  HTMLFormElement.prototype.submit.call(form);
};

// The city was not reached. A whole sheet waits on the device; a step is left as it stands.
const unreached = (card, form, go, sheet) => {
  if (!("sends" in form.dataset && /send|next/.test(go))) return say(card, words("failed"));
  try { wait(sheet) } catch { return say(card, words("failed")) }
  card.replaceChildren(words("waits"));
  focus(card);
};

const step = async (card, form, go, body = bodyOf(form, go)) => {
  if (card.ariaBusy) return;
  card.ariaBusy = true;
  const sheet = [form.action, body, nameOf(form)];
  const [html, ok] = await send(sheet).then(async (response) => [await response.text(), response.ok]).catch(() => []);
  card.ariaBusy = null;
  if (html == null) unreached(card, form, go, sheet);
  else if (html.includes("<html")) post(form, go);
  else show(card, html, sheet[2], ok);
};

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.pages) return;
  event.preventDefault();
  step(form.closest(".ask"), form, event.submitter?.value ?? "next");
});

for (const kind of ["input", "change"]) {
  addEventListener(kind, ({ target: { form } }) => {
    if (form?.dataset.pages == null) return;
    apply(form);
    // Nothing is kept of who has only looked.
    if (bodyOf(form) != untouched) keep(form);
  });
}

// What was begun earlier is offered in place of an empty form.
const offer = (form, draft) => {
  const card = form.closest(".ask"), fresh = [...card.childNodes];
  card.replaceChildren(words("draft"));
  card.querySelector("time").textContent =
    new Date(draft[1]).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  card.querySelector("[data-resume]").onclick = () => step(card, form, "stay", `${draft[2]}&go=stay`);
  card.querySelector("[data-afresh]").onclick = () => {
    drop(nameOf(form));
    card.replaceChildren(...fresh);
    focus(card);
  };
};

addEventListener("click", ({ target }) => {
  if (!target.matches("[data-forget]")) return;
  const note = target.closest("[data-kept]");
  deleted = true;
  drop(nameOf(note.parentNode.querySelector("form")));
  note.replaceChildren(words("deleted"));
  note.tabIndex = -1;
  note.focus();
});

try {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("draft.") && !(stored(name)?.[0] > Date.now())) drop(name);
  }
} catch { /* refused */ }
for (const form of document.querySelectorAll("form[data-pages]")) {
  const draft = stored(nameOf(form));
  apply(form);
  untouched = bodyOf(form);
  if (draft && words("draft")) offer(form, draft);
}
