// A long list becomes a field that finds its lines by their letters. What was typed goes to the server as it was typed, so
// that what is no line of the list is said to be none, and is there to be put right.

import accessibleAutocomplete from 'accessible-autocomplete';

// How many lines are shown at once.
const MOST = 40;

const encoded = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The lines that have these letters: first those that begin with them.
function found(lines, letters) {
  const typed = letters.trim().toLowerCase();
  const places = lines.map((line) => [line.toLowerCase().indexOf(typed), line]).filter(([at]) => at >= 0);
  const first = places.filter(([at]) => at === 0);
  const others = places.filter(([at]) => at > 0);
  return [...first, ...others].slice(0, MOST).map(([, line]) => line);
}

function enhance(group) {
  const select = group.querySelector('select');
  const lines = [...select.options].filter((option) => option.value).map((option) => option.text);
  const chosen = select.value ? select.options[select.selectedIndex].text : '';
  const described = (select.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
  const { how, nothing, found: counted, typed } = group.dataset;
  const element = document.createElement('div');
  const { id } = select;
  const hint = Object.assign(document.createElement('p'), { id: `${id}-how`, className: 'govuk-hint', textContent: how });
  select.after(hint, element);
  described.push(hint.id);
  select.id = `${id}-list`;
  select.hidden = true;
  // The field alone is sent.
  select.disabled = true;
  accessibleAutocomplete({
    element,
    id,
    name: `${id}-typed`,
    source: (letters, show) => show(found(lines, letters)),
    defaultValue: typed || chosen,
    minLength: 1,
    confirmOnBlur: false,
    displayMenu: 'overlay',
    inputClasses: select.classList.contains('govuk-select--error') ? 'govuk-input govuk-input--error' : 'govuk-input',
    // Lines are words, and are shown as words.
    templates: { inputValue: (line) => line, suggestion: encoded },
    onConfirm: () => setTimeout(() => element.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }))),
    tNoResults: () => nothing,
    tStatusNoResults: () => nothing,
    tStatusQueryTooShort: () => how,
    tStatusSelectedOption: (line, all, at) => `${line} (${at + 1}/${all})`,
    tStatusResults: (count, line) => `${counted.replace('%{count}', count)} ${line}`,
    tAssistiveHint: () => '',
  });
  // The field keeps what it says of itself, and says what the page says of it too.
  const input = element.querySelector('input');
  const describe = () => {
    const now = (input.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
    const all = [...new Set([...described, ...now])].join(' ');
    if (all && all !== now.join(' ')) input.setAttribute('aria-describedby', all);
  };
  describe();
  new MutationObserver(describe).observe(input, { attributes: true, attributeFilter: ['aria-describedby'] });
}

document.querySelectorAll('[data-module="fm-list"]').forEach(enhance);
