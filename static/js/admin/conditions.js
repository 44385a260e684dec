// Conditions of a survey's questions: earlier questions and their answers are chosen by their words.
// What is stored stays in the plain inputs, which come back should anything here fail.
(() => {
  const terms = JSON.parse(document.getElementById("condition-terms")?.textContent ?? "null");
  if (!terms) return;
  let root;
  const { words, own, kinds } = terms;
  const CHILD = "[data-streamfield-child]";

  const say = (sentence, parts) => sentence.replace(/%\((\w+)\)s/g, (_all, name) => parts[name] ?? "");
  const named = (name) => root.querySelector(`[name="${CSS.escape(name)}"]`);
  const part = (question, name) => named(`${question.prefix}-${name}`);
  const written = (question, name) => part(question, name)?.value.trim() ?? "";
  const isThere = (child) => child.querySelector(':scope > input[name$="-deleted"]')?.value !== "1";
  const valueOf = (child, end) => child.querySelector(`:scope > input[name$="-${end}"]`)?.value ?? "";

  // What the survey holds at this moment.

  const questions = () => {
    const children = root.querySelectorAll(`:scope > [data-streamfield-stream-container] > ${CHILD}`);
    return [...children].filter(isThere).map((element, place) => {
      const typed = element.querySelector(':scope > input[name$="-type"]');
      const question = {
        element,
        kind: kinds[typed.value],
        id: valueOf(element, "id"),
        prefix: typed.name.replace(/-type$/, "-value"),
      };
      const text = written(question, "question") || `${question.kind.label}, ${words.nameless}`;
      return { ...question, words: say(words.question, { place: place + 1, words: text }) };
    });
  };

  // Answers are {value, words, item}: `item` stays when an editor gives the answer another code.
  const listed = (question, list) => {
    const prefix = `${question.prefix}-${list}-`;
    const items = question.element.querySelectorAll(`input[name^="${CSS.escape(prefix)}"][name$="-value-text"]`);
    return [...items]
      .map((input) => ({ input, child: input.closest(CHILD) }))
      .filter(({ child }) => isThere(child))
      .map(({ input, child }) => {
        const item = valueOf(child, "id");
        const code = named(input.name.replace(/-text$/, "-code"))?.value.trim();
        return { value: code || item, words: input.value.trim() || words.nameless, item };
      });
  };

  const steps = (question) =>
    question.kind.codes.map(([code, label]) => {
      const meaning = written(question, `label_${code}`);
      const text = meaning ? say(words.step, { code, words: meaning }) : label;
      return { value: code, words: text, item: code };
    });

  const answers = (question) => {
    const switched = own.filter(([name]) => part(question, name)?.checked);
    const portals = switched.map(([, code, label]) => ({ value: code, words: label, item: code }));
    const columns = [...steps(question), ...listed(question, "choices"), ...portals];
    const rows = listed(question, "rows");
    if (!rows.length) return columns;
    return rows.flatMap((row) =>
      columns.map((column) => ({
        value: `${row.value}:${column.value}`,
        words: say(words.row, { row: row.words, column: column.words }),
        item: `${row.item}:${column.item}`,
      })),
    );
  };

  const operatorsOf = (question) =>
    part(question, "several")?.checked ? question.kind.several : question.kind.operators;

  // One condition: three controls.

  const store = (input, value) => {
    if (input.value === value) return;
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // The control of `kind` that stands for `input`; a new one when another was there.
  const controlFor = (input, kind) => {
    const before = input.previousElementSibling;
    if (before?.dataset.conditionControl === kind) return before;
    before?.remove();
    const control = document.createElement(kind === "select" ? "select" : "input");
    if (kind !== "select") control.type = kind;
    if (kind === "number") control.step = "any";
    control.dataset.conditionControl = kind;
    control.id = `${input.id}-chosen`;
    control.dir = "auto";
    const described = input.getAttribute("aria-describedby");
    if (described) control.setAttribute("aria-describedby", described);
    control.addEventListener(kind === "select" ? "change" : "input", () => {
      input.dataset.item = control.selectedOptions?.[0]?.dataset.item ?? "";
      store(input, control.value);
    });
    input.before(control);
    input.hidden = true;
    root.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.setAttribute("for", control.id);
    return control;
  };

  const offer = (select, options, value) => {
    const shown = JSON.stringify(options);
    if (select.dataset.shown !== shown) {
      select.dataset.shown = shown;
      select.replaceChildren(
        ...options.map((one) => {
          const option = new Option(one.words, one.value);
          if (one.item) option.dataset.item = one.item;
          if (one.isLost) option.dataset.lost = "";
          return option;
        }),
      );
    }
    if (select.value !== value) select.value = value;
  };

  const chooseQuestion = (input, earlier, all) => {
    const options = earlier.map((one) => ({ value: one.id, words: one.words }));
    const found = earlier.find((one) => one.id === input.value);
    if (input.value && !found) {
      const later = all.find((one) => one.id === input.value);
      const before = input.dataset.words || words.some_question;
      const lost = say(later ? words.later : words.gone, { words: later?.words ?? before });
      options.unshift({ value: input.value, words: lost, isLost: true });
    }
    if (found) input.dataset.words = found.words;
    const nothing = earlier.length ? words.choose_question : words.nothing_before;
    if (!input.value) options.unshift({ value: "", words: nothing });
    offer(controlFor(input, "select"), options, input.value);
    return found;
  };

  const limitOperators = (select, question) => {
    const fitting = question ? operatorsOf(question) : [...select.options].map((option) => option.value);
    for (const option of select.options) {
      const fits = fitting.includes(option.value) || option.selected;
      option.hidden = option.disabled = !fits;
    }
    return fitting;
  };

  // What an empty input means is said by a list itself.
  const explain = (input, isShown) => {
    const help = input.closest("[data-field]")?.querySelector("[data-field-help]");
    if (help) help.hidden = !isShown;
  };

  const chooseAnswer = (input, question, operator) => {
    const isTyped = Boolean(question) && question.kind.input !== "select";
    const mayBeEmpty = ["is", "is_not"].includes(operator);
    explain(input, isTyped && mayBeEmpty);
    if (isTyped) {
      const control = controlFor(input, question.kind.input);
      if (control !== document.activeElement && control.value !== input.value) control.value = input.value;
      return;
    }
    const isSize = ["more", "less"].includes(operator);
    const options = (question ? answers(question) : []).filter((one) => !isSize || /^\d+$/.test(one.value));
    if (input.value && !options.some((one) => one.value === input.value)) {
      const moved = options.find((one) => one.item && one.item === input.dataset.item);
      if (moved) store(input, moved.value);
      else {
        const lost = say(words.gone, { words: input.dataset.words || input.value });
        options.push({ value: input.value, words: lost, isLost: true });
      }
    }
    const empty = mayBeEmpty && question ? words.unanswered : words.choose_answer;
    options.unshift({ value: "", words: empty });
    const chosen = options.find((one) => one.value === input.value);
    input.dataset.item = chosen?.item ?? "";
    if (chosen?.item) input.dataset.words = chosen.words;
    offer(controlFor(input, "select"), options, input.value);
  };

  const asksForAnother = (condition, question) => {
    const before = condition.question.dataset.chosen;
    condition.question.dataset.chosen = condition.question.value;
    return before !== undefined && before !== condition.question.value && Boolean(question);
  };

  const work = (condition, earlier, all) => {
    const question = chooseQuestion(condition.question, earlier, all);
    const isAnother = asksForAnother(condition, question);
    const fitting = limitOperators(condition.operator, question);
    if (isAnother) {
      const keeps = fitting.includes(condition.operator.value) && fitting[0] !== "contains";
      if (!keeps) store(condition.operator, fitting[0]);
      limitOperators(condition.operator, question);
      store(condition.value, "");
    }
    chooseAnswer(condition.value, question, condition.operator.value);
    return say(words.condition, {
      question: condition.question.previousElementSibling.selectedOptions[0]?.textContent,
      comparison: condition.operator.selectedOptions[0]?.textContent,
      answer: condition.value.previousElementSibling.selectedOptions?.[0]?.textContent ?? condition.value.value,
    });
  };

  const conditionsIn = (question) =>
    [...question.element.querySelectorAll("input[data-condition-question]")]
      .filter((input) => isThere(input.closest(CHILD)))
      .map((input) => ({
        question: input,
        operator: named(input.name.replace(/-question$/, "-operator")),
        value: named(input.name.replace(/-question$/, "-value")),
      }));

  // A closed rule says what it holds; whether all or any are needed is asked from the second condition on.
  const summarise = (question, sentences) => {
    const match = part(question, "ask_if-match");
    const heading = match?.closest("section")?.querySelector("[data-panel-heading]");
    if (!heading) return;
    let summary = heading.querySelector("[data-condition-summary]");
    if (!summary) {
      summary = document.createElement("span");
      summary.dataset.conditionSummary = "";
      heading.append(summary);
    }
    const joined = (one, other) => say(words[match.value], { one, other });
    const text = sentences.length ? sentences.reduce(joined) : words.always;
    if (summary.textContent !== text) summary.textContent = text;
    match.closest("[data-contentpath]").hidden = sentences.length < 2;
  };

  // Once: whoever closes it again has seen it.
  const openWhatIsLost = (question) => {
    const section = part(question, "ask_if-match")?.closest("section");
    if (!section?.querySelector("option[data-lost]:checked") || "opened" in section.dataset) return;
    section.dataset.opened = "";
    const toggle = section.querySelector("[data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  };

  const refresh = () => {
    const all = questions();
    all.forEach((question, place) => {
      const earlier = all.slice(0, place).filter((one) => one.kind.asks);
      summarise(question, conditionsIn(question).map((condition) => work(condition, earlier, all)));
      openWhatIsLost(question);
    });
  };

  const giveUp = (error) => {
    console.error(error);
    for (const control of root.querySelectorAll("[data-condition-control]")) {
      const input = control.nextElementSibling;
      root.querySelector(`label[for="${CSS.escape(control.id)}"]`)?.setAttribute("for", input.id);
      input.hidden = false;
      control.remove();
    }
    for (const option of root.querySelectorAll("option:disabled")) option.hidden = option.disabled = false;
    for (const match of root.querySelectorAll('[data-contentpath="match"]')) match.hidden = false;
  };

  let isWaiting = false;
  let hasFailed = false;
  const look = () => {
    if (isWaiting || hasFailed) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      try {
        refresh();
      } catch (error) {
        hasFailed = true;
        giveUp(error);
      }
      observer.takeRecords();
    });
  };
  const observer = new MutationObserver(look);

  // Wagtail builds the field after this script has been read.
  const begin = () => {
    root = document.getElementById("questions-root");
    if (!root) return false;
    // What is deleted stays in its place and is hidden.
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ["style"] });
    for (const kind of ["input", "change"]) root.addEventListener(kind, look);
    look();
    return true;
  };
  if (begin()) return;
  const waiting = new MutationObserver(() => begin() && waiting.disconnect());
  waiting.observe(document.body, { childList: true, subtree: true });
})();
