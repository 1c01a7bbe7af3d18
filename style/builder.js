// The builder where script runs: questions and sections are dragged to their places, and a question is shown as respondents
// will meet it while it is written. Buttons do both as well.

import Sortable from 'sortablejs';

// How long a pause in typing lasts before the question is shown anew.
const PAUSE = 600;

// Alike for a mouse, a pen and a finger.
const DRAGGED = { animation: 120, forceFallback: true, fallbackOnBody: true };

// Sends an item to its new place, as a form does.
function send(address, fields) {
  const form = Object.assign(document.createElement('form'), { method: 'post', action: address, hidden: true });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  form.submit();
}

// What an item is dragged by. Whoever uses keys or a screen reader has the buttons.
function addHandle(heading, title) {
  const handle = Object.assign(document.createElement('span'), { className: 'fm-handle', title });
  handle.setAttribute('aria-hidden', 'true');
  heading.prepend(handle);
}

function letQuestionsMove(section, base) {
  const list = section.querySelector('ol') || section.appendChild(document.createElement('ol'));
  list.classList.add('fm-tree');
  new Sortable(list, {
    ...DRAGGED,
    group: 'questions',
    draggable: '[data-question]',
    handle: '.fm-handle',
    onEnd({ item, to, newDraggableIndex, from, oldDraggableIndex }) {
      if (to === from && newDraggableIndex === oldDraggableIndex) return;
      const { section } = to.closest('[data-section]').dataset;
      send(`${base}/${item.dataset.question}/move`, { section, place: newDraggableIndex });
    },
  });
}

function letItemsMove(builder) {
  const { base, move } = builder.dataset;
  const sections = [...builder.querySelectorAll('[data-section]')];
  for (const section of sections) {
    section.querySelectorAll('h2, h3').forEach((heading) => addHandle(heading, move));
    letQuestionsMove(section, base);
  }
  new Sortable(builder, {
    ...DRAGGED,
    draggable: '[data-section]',
    handle: 'h2 .fm-handle',
    onEnd({ item, newDraggableIndex, oldDraggableIndex }) {
      if (newDraggableIndex === oldDraggableIndex) return;
      send(`${base}/sections/${item.dataset.section}/move`, { place: newDraggableIndex });
    },
  });
}

// Shows the question anew after each pause. An answer that was overtaken by a later one is passed over.
function showWhileTyping(form) {
  let timer;
  let asked = 0;
  async function show() {
    asked += 1;
    const mine = asked;
    const body = new URLSearchParams(new FormData(form));
    body.set('preview', '1');
    const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
    if (!answer?.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('preview');
    if (fresh && mine === asked) document.getElementById('preview').replaceWith(fresh);
  }
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
}

for (const builder of document.querySelectorAll('[data-module="fm-builder"]')) {
  if (builder.dataset.base) letItemsMove(builder);
  const form = builder.querySelector(':scope > form');
  if (form) showWhileTyping(form);
}
