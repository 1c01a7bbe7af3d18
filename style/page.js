// The script of every page, where there is script: govuk-frontend's components, each on its own places in the page.
// Everything they do also works without them.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Radios,
  SkipLink,
  createAll,
} from 'govuk-frontend';
import './autosave.js';
import './kinds.js';
import './passkey.js';
import './points.js';

// The style sheet shows some things only where script can work them.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

createAll(Button, { preventDoubleClick: true });
for (const component of [CharacterCount, Checkboxes, ErrorSummary, Radios, SkipLink]) createAll(component);
