// Opens the settings of the kind that is chosen for a question.

document.addEventListener('change', ({ target }) => {
  if (target.name !== 'kind') return;
  for (const settings of document.querySelectorAll('details[data-kinds]')) {
    if (settings.dataset.kinds.split(' ').includes(target.value)) settings.open = true;
  }
});
