// Marks links in a preview whose text says nothing about where they lead; the content checker reports them.
const SAYS_NOTHING = new Set([
  "click here", "here", "read more", "more", "link", "this link", "learn more", "see more",
  "aquí", "haga clic aquí", "haz clic aquí", "pulse aquí", "leer más", "más", "ver más", "enlace", "más información",
  "هنا", "اضغط هنا", "انقر هنا", "اقرأ المزيد", "المزيد", "رابط",
]);

for (const link of document.querySelectorAll("main a[href]")) {
  const text = link.textContent.trim().toLowerCase().replace(/[.…:!»›→]+$/u, "").trim();
  if (SAYS_NOTHING.has(text) && !link.getAttribute("aria-label")) link.dataset.vague = "";
}
