// Renews the figures that staff watch while answers arrive. Without it, loading the page again does the same.
const place = document.querySelector("[data-live]");
const EVERY = 4000;

const renew = async () => {
  if (document.hidden) return true;
  const response = await fetch(place.dataset.live, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  // Signed out, or the survey is gone: what stands there stays.
  if (!response.ok || response.redirected) return false;
  const text = await response.text();
  if (text !== place.dataset.shown) {
    place.innerHTML = text;
    place.dataset.shown = text;
    document.querySelector("[data-sheets]").textContent = place.querySelector("strong").textContent;
  }
  return true;
};

const again = () => setTimeout(async () => {
  // A network that fails is tried again.
  if (await renew().catch(() => true)) again();
}, EVERY);

if (place) again();
