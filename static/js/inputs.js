// What the scripts of the controls have in common.
export const all = (root, query) => [...root.querySelectorAll(query)];
export const changed = (input) => input.dispatchEvent(new Event("change", { bubbles: true }));
// Runs `begin` now and whenever the page has got something new.
export const watch = (begin) => {
  begin();
  new MutationObserver(begin).observe(document.body, { childList: true, subtree: true });
};
