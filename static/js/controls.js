// Makes some questions easier to answer: boxes that stand alone, and rankings. It only fills in the inputs that are
// there; without it they can be filled in by themselves.
import { all, changed, watch } from "./inputs.js";

// "None of these" and the other boxes exclude one another.
const settle = (field, box) => {
  for (const other of all(field, "input:checked")) {
    if (other != box && ("alone" in box.dataset || "alone" in other.dataset)) other.checked = false;
  }
};

// Whatever stood at the place that `select` takes goes where `select` was.
const put = (list, select, place) => {
  const rival = all(list, "select").find((other) => place && other != select && other.value == place);
  if (rival) rival.value = rival.dataset.was = select.dataset.was ?? "";
  select.value = select.dataset.was = place;
};

// The places from 1 on without a gap, and the list in their order; what has none stays below.
const sort = (list) => {
  const place = ({ value }) => value || 1e3;
  const selects = all(list, "select").sort((one, other) => place(one) - place(other));
  selects.forEach((select, index) => {
    select.dataset.was = select.value &&= index + 1;
    list.append(select.closest("li"));
  });
};

const move = (button, list) => {
  const select = button.closest("li").querySelector("select"), most = select.options.length - 1;
  const ranked = all(list, "select").filter(({ value }) => value).length, up = button.dataset.move < 0;
  const was = +select.value;
  if (up ? was != 1 : was) put(list, select, up ? was ? was - 1 : Math.min(ranked + 1, most) : was < ranked ? was + 1 : "");
  sort(list);
  button.focus();
  changed(select);
};

// Before anybody else hears of it, so that they find everything settled.
addEventListener("change", ({ target }) => {
  const field = target.closest("fieldset"), list = target.closest("[data-ranking]");
  if (target.type == "checkbox" && target.checked) settle(field, target);
  if (!list) return;
  if (target.value != (target.dataset.was ?? "")) put(list, target, target.value);
  field.querySelector("[role=status]").textContent =
    `${target.labels[0].textContent}: ${target.selectedOptions[0].text}`;
}, true);

addEventListener("click", ({ target }) => {
  const button = target.closest("[data-move]");
  if (button) move(button, button.closest("[data-ranking]"));
});

watch(() => {
  for (const list of all(document, "[data-ranking]:not([data-on])")) {
    list.dataset.on = "";
    sort(list);
    for (const moves of all(list, "[hidden]")) moves.hidden = false;
  }
});
