// Keeps what is typed while it is typed, on the pages of a response. Without script a page is kept when it is sent.

// How long a pause lasts, how often at most whoever types without one is kept, and how long an answer is waited for.
const PAUSE = 2000;
const OFTEN = 10000;
const PATIENCE = 8000;

function keepWhatIsTyped(form) {
  const saved = form.querySelector('[data-saved]');
  const unsaved = form.querySelector('[data-unsaved]');
  const failed = unsaved.dataset.unsaved;
  let changed = false;
  let last = 0;
  let timer = null;
  let sending = null;
  // What was sent and never answered: it may have been kept. Until that is known, what is typed since cannot say what it follows.
  let unanswered = null;

  function plan(delay) {
    if (timer === null) timer = setTimeout(() => save(), delay);
  }

  function show(told) {
    if (told.seen) form.elements.namedItem('seen').value = told.seen;
    saved.textContent = told.saved || '';
    unsaved.textContent = told.problem || '';
  }

  async function send(leaving) {
    const again = leaving ? null : unanswered;
    const body = again || new URLSearchParams(new FormData(form));
    body.set('autosave', '1');
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const headers = { accept: 'application/json' };
      const request = { method: 'POST', body, headers, keepalive: leaving, signal: stop.signal };
      const answer = await fetch(form.getAttribute('action'), request);
      show(await answer.json());
      unanswered = null;
    } catch {
      changed = true;
      unanswered = again || body;
      saved.textContent = '';
      unsaved.textContent = failed;
    } finally {
      clearTimeout(late);
      sending = null;
      // What was typed since has its turn at once.
      const heard = again && !unanswered;
      if (heard) changed = true;
      if (changed) plan(heard ? 0 : OFTEN);
    }
  }

  function save(leaving = false) {
    clearTimeout(timer);
    timer = null;
    if (!changed || sending) return;
    changed = false;
    last = Date.now();
    sending = send(leaving);
  }

  form.addEventListener('input', () => {
    changed = true;
    plan(Math.max(PAUSE, last + OFTEN - Date.now()));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save(true);
  });
  // The page is sent once what is under way has arrived: otherwise the two could overtake each other. Browsers too old to
  // send it again at our word send it now.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    timer = null;
    if (!sending || !event.submitter || !form.requestSubmit) return;
    event.preventDefault();
    const button = event.submitter;
    sending.then(() => form.requestSubmit(button));
  });
}

const form = document.querySelector('form[data-autosave]');
if (form) keepWhatIsTyped(form);
