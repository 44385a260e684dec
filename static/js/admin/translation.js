// The editor of texts: which way each text runs, in which language it is, and how many are done.
(() => {
  const { imageChooser, documentChooser, pageChooser } = document.currentScript.dataset;
  window.chooserUrls ??= { imageChooser, documentChooser, pageChooser };

  const mark = (editor) => {
    for (const row of editor.querySelectorAll("li.complete, li.incomplete, li.errored")) {
      const source = row.querySelector(":scope > p");
      source?.setAttribute("lang", editor.dataset.sourceLanguage);
      source?.setAttribute("dir", "auto");
      for (const button of row.querySelectorAll("button")) {
        const label = `${button.textContent}: ${source?.textContent ?? ""}`;
        if (button.getAttribute("aria-label") !== label) button.setAttribute("aria-label", label);
      }
      for (const text of row.querySelectorAll(":scope > div p, textarea")) {
        text.setAttribute("lang", editor.dataset.language);
        text.setAttribute("dir", "auto");
        if (text.tagName === "TEXTAREA") text.setAttribute("aria-label", source?.textContent ?? "");
      }
    }
    for (const file of editor.querySelectorAll("input[type=file]:not([aria-label])")) {
      file.setAttribute("aria-label", file.form?.previousElementSibling?.textContent.trim() ?? file.name);
    }
    for (const text of editor.querySelectorAll("textarea:not([dir])")) text.setAttribute("dir", "auto");
  };

  const count = (editor) => {
    const shown = document.querySelector("[data-translation-total]");
    const bar = document.querySelector("[data-translation-done-bar]");
    const rows = editor.querySelectorAll("li.complete, li.incomplete, li.errored").length;
    if (!shown || !rows) return;
    const total = Number(shown.dataset.translationTotal);
    const done = Math.max(0, total - editor.querySelectorAll("li.incomplete, li.errored").length);
    const number = shown.querySelector("[data-number]");
    const text = new Intl.NumberFormat(document.documentElement.lang).format(done);
    if (number && number.textContent !== text) number.textContent = text;
    bar?.setAttribute("width", `${(100 * done) / total}%`);
    allowFinish(done === total);
  };

  // Pressed too early, the buttons still lead to the reason.
  const allowFinish = (isAllowed) => {
    for (const button of document.querySelectorAll("[data-translation-finish]")) {
      if (isAllowed) button.removeAttribute("aria-disabled");
      else button.setAttribute("aria-disabled", "true");
    }
    document.getElementById("translation-missing")?.toggleAttribute("hidden", isAllowed);
  };

  // Where all was done, there is something to finish again once somebody works on a text.
  const offerFinish = (event) => {
    if (!event.target.closest("section button")) return;
    for (const button of document.querySelectorAll("[data-translation-finish]")) button.hidden = false;
  };

  document.addEventListener("DOMContentLoaded", () => {
    const editor = document.querySelector(".js-translation-editor");
    if (!editor) return;
    const look = () => {
      mark(editor);
      count(editor);
    };
    new MutationObserver(look).observe(editor, { childList: true, subtree: true });
    editor.addEventListener("click", offerFinish);
    look();
  });
})();
