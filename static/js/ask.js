// Answers a question in place, and keeps the answer on the device until the city has it.
// Without this file the same forms post and lead to the thank-you page.
import { send, wait } from "./queue.js";

// Not crypto.randomUUID: it is missing on plain http.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, 0)).join("");

const add = (form, name, value) =>
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));

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
      html = await (await send(answer)).text();
    } catch {
      wait(answer);
      html = card.querySelector("template").innerHTML;
    }
    show(card, html);
  } catch {
    // Storage refused, or no fragment came: post the plain way, with the same key.
    HTMLFormElement.prototype.submit.call(form);
  }
  card.ariaBusy = null;
});

// All copies of a cached page are alike: here each person's wording and order are drawn. The first
// `data-moving` answers change places, the portal's own ("other", "don't know") stay behind them.
const dice = (sides) => Math.floor(Math.random() * sides);
for (const form of document.querySelectorAll("[data-draw]")) {
  const { draw, moving, wording } = form.dataset, { drawn } = form.elements;
  let [arm, order] = drawn.value.split("/");
  if (wording && dice(2)) {
    arm = arm == "a" ? "b" : "a";
    form.querySelector("h2").textContent = wording;
  }
  if (draw) {
    const list = form.querySelector(".opts, .steps, .ranking"), codes = order.split(" ");
    const items = [...list.children].slice(0, moving).map((item, place) => [item, codes[place]]);
    if (draw == "reverse") {
      if (dice(2)) {
        items.reverse();
        form.querySelector(".ends")?.append(form.querySelector(".ends span"));
      }
    // Fisher and Yates: every order is as likely as any other.
    } else items.forEach((item, place) => {
      const other = dice(place + 1);
      items[place] = items[other];
      items[other] = item;
    });
    order = [...items.map(([, code]) => code), ...codes.slice(moving)].join(" ");
    list.prepend(...items.map(([item]) => item));
  }
  drawn.value = `${arm}/${order}`;
}
