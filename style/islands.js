// Wakes the islands of a page: loads the browser's half of the program, and hands each island to its function.
// The page says where the two files are, at its own script element, so that it needs no script of its own.

const { script, wasm } = document.getElementById('islands').dataset;

async function wakeAll() {
  const program = await import(script);
  await program.default({ module_or_path: wasm });
  program.hydrate();
  await wake(document.body, program);
}

// Wakes what is at and below an element. An island comes before those inside it. What an island took as children stands
// in a `leptos-children`; islands there first call `told`, by which the outer island gives them its context.
async function wake(element, program, told) {
  if (element.localName === 'leptos-island') await wakeOne(element, program, told);
  const inner = element.localName === 'leptos-children' ? element.$$on_hydrate : told;
  // A copy, because an island that wakes may change what is around it.
  for (const child of [...element.children]) await wake(child, program, inner);
}

async function wakeOne(island, program, told) {
  const { component } = island.dataset;
  const start = program[component];
  if (!start) {
    console.warn(`The browser's half knows no island ${component}.`);
    return;
  }
  told?.();
  await start(island);
}

wakeAll();
