// Answers that wait on this device until the city has them: `localStorage.asks`, a list of [address, body, draft],
// where `draft` names what else is dropped when they have arrived.
export const kept = () => { try { return JSON.parse(localStorage.asks) } catch { return [] } };
const store = (answers) => { localStorage.asks = JSON.stringify(answers) };

// Rejects while the city cannot take the answer: no network, an error of the server, too many at once.
export const send = async ([url, body]) => {
  const response = await fetch(url, {
    method: "POST", body: new URLSearchParams(body), headers: { "X-Fragment": 1 },
    // Browsers refuse to go on for longer than the page with more than 64 KB.
    keepalive: body.length < 6e4, signal: AbortSignal.timeout?.(2e4),
  });
  if (response.status > 499) throw 0;
  return response;
};

// Throws where nothing may be stored.
export const wait = (answer) => {
  store([...kept(), answer]);
  setTimeout(flush, 3e4);
};

let busy;
const flush = async () => {
  if (busy) return;
  busy = true;
  for (const answer of kept()) {
    try {
      const { ok } = await send(answer);
      store(kept().filter((other) => other[1] != answer[1]));
      if (ok) delete localStorage[answer[2]];
    } catch { /* stays for the next round */ }
  }
  busy = false;
  if (kept()[0]) setTimeout(flush, 6e4);
};
addEventListener("online", flush);
flush();
