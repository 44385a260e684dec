// The plan of the city beside the list of its districts: a tap chooses the district, and marks the place where the
// question takes one. Without it the list is enough, and the plan shows where the districts are.
import { all, changed, watch } from "./inputs.js";

const fieldOf = (plan) => plan.closest("fieldset");

// Draws the district that is chosen, and the mark at `spot`, a pair in units of the drawing.
const draw = (plan, spot) => {
  const field = fieldOf(plan), input = field.querySelector("[data-point]"), pin = plan.querySelector(".pin");
  const code = field.querySelector("input:checked")?.value;
  for (const path of all(plan, "[data-code]")) path.classList.toggle("here", path.dataset.code == code);
  if (!input) return;
  const [west, south, east, north] = plan.dataset.plan.split(" "), { width, height } = plan.viewBox.baseVal;
  input.value = spot ? [
    (+west + spot[0] / width * (east - west)).toFixed(5), (north - spot[1] / height * (north - south)).toFixed(5),
  ] : "";
  pin.setAttribute("display", spot ? "inline" : "none");
  if (spot) pin.setAttribute("transform", `translate(${spot.join(" ")})`);
  plan.spot = spot;
  const said = field.querySelector("[data-marked]");
  said.textContent = spot ? said.dataset.yes : said.dataset.no;
  changed(input);
};

const tap = (plan, { clientX, clientY }, code) => {
  const radio = all(fieldOf(plan), "[type=radio]").find(({ value }) => value == code);
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(plan.getScreenCTM().inverse());
  if (!radio) return;
  radio.checked = true;
  changed(radio);
  draw(plan, [Math.round(x), Math.round(y)]);
};

// By keyboard: from the middle of the district in small steps, and not out of it.
const nudge = (plan, step) => {
  const path = plan.querySelector(".here");
  if (!step) return draw(plan);
  if (!path) return;
  const middle = [+path.dataset.x, +path.dataset.y], [x, y] = step.split(" ");
  const spot = plan.spot && step != "0 0" ? [plan.spot[0] + x * 12, plan.spot[1] + y * 12] : middle;
  if (path.isPointInFill(new DOMPoint(...spot))) draw(plan, spot);
};

addEventListener("change", ({ target }) => {
  const plan = target.type == "radio" && fieldOf(target).querySelector("[data-plan]");
  if (plan) draw(plan);
}, true);

addEventListener("click", (event) => {
  const button = event.target.closest("[data-nudge]"), path = event.target.closest("[data-code]");
  if (path) tap(path.closest("[data-plan]"), event, path.dataset.code);
  if (button) nudge(fieldOf(button).querySelector("[data-plan]"), button.dataset.nudge);
});

watch(() => {
  for (const plan of all(document, "[data-plan]:not([data-on])")) {
    plan.dataset.on = "";
    for (const part of all(fieldOf(plan), "[data-scripted]")) part.hidden = false;
    // A mark that was set before.
    if (plan.dataset.mark) plan.spot = plan.dataset.mark.split(" ").map(Number);
  }
});
