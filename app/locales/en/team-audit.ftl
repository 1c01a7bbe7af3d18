### The audit: who did what. Each act has its sentence, and under `.act` its name in the list to choose from.

audit-title = Audit
audit-lead = Who did what on this portal, the latest first. Nothing here can be changed or removed, and it holds nothing that respondents wrote.
audit-filter = Show
audit-person = Person
audit-person-hint = What they did, and what was done to them
audit-any-person = Anyone
audit-act = Act
audit-any-act = Anything
audit-call = Call
audit-any-call = Any call, or none
audit-from = From
audit-to = To
error-audit-day = ‘{ $typed }’ is not a day. Enter a day such as 9 January 2023
error-audit-days = The last day must be the first or later
audit-all = Show everything
audit-none = Nothing on record is like this.
audit-acts = Acts on record
audit-number = Number
audit-when = When
audit-what = What happened
audit-newest = Latest
audit-older = Earlier
audit-export = Take these acts out to a file
audit-export-text = That you do so goes on record too.
audit-export-csv = Spreadsheet (CSV)
audit-export-json = For programs (JSON)
audit-head-title = How to be sure that nothing was touched
audit-head-text = Each act carries a fingerprint of the one before. Whoever runs the server can check them all with “folkmoot check audit”. Keep this fingerprint of the latest act somewhere else, and the check can also tell whether everything up to it was written anew:
audit-by-guest = Someone who was not signed in
audit-by-system = The command line
audit-by-unknown = Someone whose account is gone
audit-unknown-act = { $who } did something that this version does not know ({ $act })
audit-address-unknown = an address without an account
audit-not-known = (not known)
audit-where-platform = on the whole platform
audit-where-call = on the call ‘{ $place }’
audit-where-assembly = in ‘{ $place }’

# People
audit-signed-in = { $who } signed in
    .act = Signed in
audit-signed-in-by-provider = { $who } signed in by { $provider }
    .act = Signed in by a provider
audit-link-asked = A link to sign in was asked for, for { $name }
    .act = A link to sign in was asked for
audit-signed-in-by-link = { $who } signed in by the link of a letter
    .act = Signed in by a link
audit-signed-in-with-passkey = { $who } signed in with a passkey
    .act = Signed in with a passkey
audit-passkey-added = { $who } added a passkey to their account
    .act = Added a passkey
audit-passkey-removed = { $who } removed a passkey from their account
    .act = Removed a passkey
audit-sign-in-begun = { $who } gave the right password or came by a provider, and was asked for a code
    .act = Was asked for a code
audit-signed-in-with-code = { $who } signed in with a code of their app
    .act = Signed in with a code
audit-recovery-code-used = { $who } signed in with a recovery code
    .act = Signed in with a recovery code
audit-code-failed = A wrong code was given for { $name } in the second step of signing in
    .act = Gave a wrong code
audit-sign-in-failed = Someone tried to sign in as { $name } and failed
    .act = Failed to sign in
audit-sign-in-refused =
    { $reason ->
        [closed] Someone with the closed account of { $name }
       *[other] { $who }
    } tried to { $purpose ->
        [connect] connect an account at
        [accept] accept an invitation by
       *[other] sign in by
    } { $provider } and failed: { $reason ->
        [declined] they or the provider said no
        [away] the provider did not answer
        [unproven] what the provider said proved nothing
        [unknown] nobody here is known by the account there
        [closed] the account here is closed
        [elsewhere] the account there is connected to someone else
       *[other] it was not under way for them
    }
    .act = Failed to sign in by a provider
audit-signed-out = { $who } signed out
    .act = Signed out
audit-signed-out-elsewhere =
    { $who } signed out in { $count ->
        [one] 1 other place
       *[other] { $count } other places
    }
    .act = Signed out elsewhere
audit-confirmed = { $who } gave their password again to show that it is them
    .act = Gave their password again
audit-confirmation-failed = { $who } was asked for their password again and gave a wrong one
    .act = Gave a wrong password when asked again
audit-password-set = { $who } set a new password, and was signed out everywhere else
    .act = Set a new password
audit-app-set-up = { $who } set up an app for the second step of signing in
    .act = Set up an app for the second step
audit-app-removed = { $who } removed their app and their recovery codes: they sign in with one step
    .act = Removed the app of the second step
audit-recovery-codes-made = { $who } was given { $count } new recovery codes
    .act = Was given recovery codes
audit-second-step-cleared = { $who } cleared the second step of { $name }, who was signed out everywhere
    .act = Cleared someone’s second step
audit-identity-connected = { $who } connected an account at { $provider } to sign in by
    .act = Connected an account at a provider
audit-identity-disconnected = { $who } disconnected an account at { $provider }
    .act = Disconnected an account at a provider
audit-address-proved = { $who } showed that the e-mail address of their account is theirs
    .act = Showed that an address is theirs
audit-invitation-made = { $who } invited { $name } to the role of { $role } on the whole platform
    .act = Invited someone
audit-invitation-renewed = { $who } made a new private link to the invitation of { $name }
    .act = Made a new private link to an invitation
audit-invitation-withdrawn = { $who } took back the invitation of { $name }
    .act = Took an invitation back
audit-invitation-accepted = { $who } accepted an invitation, and has an account with the role of { $role } on the whole platform
    .act = Accepted an invitation
audit-account-made = { $who } made an account for themselves
    .act = Made an account for themselves
audit-account-taken-back = { $who } showed that the address of their account is theirs, and the ways in from before were taken away
    .act = Took back the account of their address
audit-account-added = { $who } added an account for { $name }
    .act = Added an account
audit-account-closed = { $who } closed the account of { $name }
    .act = Closed an account
audit-role-given = { $who } gave { $name } the role of { $role } { $where }
    .act = Gave a role
audit-role-taken = { $who } took the role of { $role } { $where } from { $name }
    .act = Took a role away

# Organisations
audit-organisation-added = { $who } added the organisation ‘{ $title }’ to the directory
    .act = Added an organisation
audit-organisation-changed = { $who } changed what the directory says of ‘{ $title }’
    .act = Changed an organisation
audit-organisation-ended = { $who } noted that the organisation ‘{ $title }’ ends on { $closes }
    .act = Ended an organisation
audit-organisation-reopened = { $who } took back the end of the organisation ‘{ $title }’
    .act = Took back the end of an organisation
audit-organisations-imported =
    { $who } added { $count ->
        [one] 1 organisation
       *[other] { $count } organisations
    } to the directory from a table
    .act = Added organisations from a table
audit-claim-code-issued =
    { $who } gave the organisation ‘{ $title }’ a code { $form ->
        [letter] by letter to the address of its entry
       *[other] to be read out by telephone
    }
    .act = Gave an organisation a code
audit-claim-code-withdrawn = { $who } took back the code of the organisation ‘{ $title }’
    .act = Took back the code of an organisation
audit-claim-code-failed = { $who } typed a wrong code for the organisation ‘{ $title }’
    .act = Typed a wrong code for an organisation
audit-member-joined =
    { $who } became a member of the organisation ‘{ $title }’ { $check ->
        [domain] by the domain of their e-mail address
       *[other] by its code
    }, with the role of { $standing }
    .act = Became a member of an organisation
audit-membership-asked = { $who } asked to become a member of the organisation ‘{ $title }’
    .act = Asked to become a member of an organisation
audit-membership-ask-withdrawn = { $who } took back their request to become a member of the organisation ‘{ $title }’
    .act = Took back a request to become a member
audit-membership-accepted = { $who } made { $name } a member of the organisation ‘{ $title }’, with the role of { $standing }
    .act = Let somebody into an organisation
audit-membership-refused = { $who } refused { $name }, who asked to become a member of the organisation ‘{ $title }’
    .act = Refused somebody who asked to become a member
audit-member-invited = { $who } invited { $name } to the organisation ‘{ $title }’, with the role of { $standing }
    .act = Invited somebody to an organisation
audit-member-invitation-renewed = { $who } made a new private link to the invitation of { $name } to the organisation ‘{ $title }’
    .act = Made a new private link to an invitation to an organisation
audit-member-invitation-withdrawn = { $who } took back the invitation of { $name } to the organisation ‘{ $title }’
    .act = Took back an invitation to an organisation
audit-member-invitation-accepted = { $who } accepted an invitation to the organisation ‘{ $title }’, with the role of { $standing }
    .act = Accepted an invitation to an organisation
audit-member-role-changed = { $who } gave { $name } the role of { $standing } in the organisation ‘{ $title }’
    .act = Changed a member's role in an organisation
audit-member-removed = { $who } removed { $name } from the members of the organisation ‘{ $title }’
    .act = Removed a member of an organisation
audit-member-left = { $who } left the organisation ‘{ $title }’
    .act = Left an organisation
audit-organisation-handed-over = { $who } handed the organisation ‘{ $title }’ over to { $name }
    .act = Handed an organisation over
audit-response-linked = { $who } linked the response { $reference } to an organisation of the directory, { $where }
    .act = Linked a response to an organisation
audit-response-unlinked = { $who } took the link of the response { $reference } to the directory away, { $where }
    .act = Took a response's link to an organisation away

# Calls
audit-call-created = { $who } created the call ‘{ $title }’
    .act = Created a call
audit-call-changed = { $who } changed the texts of the call ‘{ $title }’
    .act = Changed the texts of a call
audit-call-scheduled = { $who } set the call ‘{ $title }’ to open at { $opens } and to close at { $closes }
    .act = Set when a call opens and closes
audit-call-announced = { $who } announced the call ‘{ $title }’
    .act = Announced a call
audit-invitees-added =
    { $who } invited { $count ->
        [one] 1 person
       *[other] { $count } people
    } by letter to answer the call ‘{ $title }’
    .act = Invited people to answer a call
audit-invitees-reminded =
    { $who } had { $count ->
        [one] 1 person
       *[other] { $count } people
    } reminded to answer the call ‘{ $title }’
    .act = Reminded people to answer a call
audit-invitees-seen = { $who } looked at who was invited to answer the call ‘{ $title }’
    .act = Looked at who was invited to answer a call
audit-invitee-removed = { $who } took somebody off the list of those invited to answer the call ‘{ $title }’
    .act = Took somebody off the list of those invited to answer
audit-call-opened = { $who } opened the call ‘{ $title }’
    .act = Opened a call
audit-call-closed = { $who } closed the call ‘{ $title }’
    .act = Closed a call
audit-outcome-published = { $who } published the outcome of the call ‘{ $title }’
    .act = Published the outcome of a call
audit-late-leave-given = { $who } gave somebody leave to answer the call ‘{ $title }’ late
    .act = Gave leave to answer late
audit-late-leave-ended = { $who } took back a leave to answer the call ‘{ $title }’ late
    .act = Took back a leave to answer late
audit-call-archived = { $who } archived the call ‘{ $title }’
    .act = Archived a call
audit-call-brought-back = { $who } brought the call ‘{ $title }’ back from the archive
    .act = Brought a call back from the archive
audit-call-deleted = { $who } deleted the call ‘{ $title }’
    .act = Deleted a call
audit-two-people-set = { $who } decided that the call ‘{ $title }’ takes two people
    .act = Decided that a call takes two people
audit-two-people-ended = { $who } decided that one person is enough for the call ‘{ $title }’
    .act = Decided that one person is enough for a call
audit-approval-asked = { $who } asked for approval on the call ‘{ $title }’: to { $asked }
    .act = Asked for approval
audit-approval-given = { $who } approved what { $asker } asked for on the call ‘{ $title }’: to { $asked }
    .act = Approved what somebody else asked for
audit-approval-refused = { $who } refused what { $asker } asked for on the call ‘{ $title }’: to { $asked }
    .act = Refused what somebody else asked for
audit-approval-withdrawn = { $who } withdrew what they had asked for on the call ‘{ $title }’: to { $asked }
    .act = Withdrew what they had asked for
audit-approval-lapsed = By an act of { $who }, what was asked for on the call ‘{ $title }’ lapsed: to { $asked }
    .act = Made what was asked for lapse
audit-asked-for-by = { $sentence }, as { $asker } had asked
audit-asked-times = { $what }: to open at { $opens } and close at { $closes }
audit-asked-number = { $what } (number { $number })
audit-asked-of = { $what } (‘{ $of }’)
audit-preview-link-renewed = { $who } made a new private link to the preview of the call ‘{ $title }’
    .act = Made a new private link to a preview
audit-call-made-private = { $who } set the call ‘{ $title }’ to be by invitation only
    .act = Set a call to be by invitation only
audit-call-made-public = { $who } set the call ‘{ $title }’ to be open to anyone
    .act = Set a call to be open to anyone
audit-early-figures-set = { $who } has everyone see figures of the call ‘{ $title }’ while it is open
    .act = Showed figures of an open call
audit-early-figures-ended = { $who } has figures of the call ‘{ $title }’ seen only after it has closed
    .act = Kept figures until after closing
audit-section-added = { $who } added the section ‘{ $title }’ to the call ‘{ $place }’
    .act = Added a section
audit-section-changed = { $who } changed the section ‘{ $title }’ of the call ‘{ $place }’
    .act = Changed a section
audit-section-moved = { $who } moved the section ‘{ $title }’ of the call ‘{ $place }’
    .act = Moved a section
audit-section-removed = { $who } removed the section ‘{ $title }’ from the call ‘{ $place }’
    .act = Removed a section
audit-question-added = { $who } added the question ‘{ $title }’ to the call ‘{ $place }’
    .act = Added a question
audit-question-changed = { $who } changed the question ‘{ $title }’ of the call ‘{ $place }’
    .act = Changed a question
audit-question-moved = { $who } moved the question ‘{ $title }’ of the call ‘{ $place }’
    .act = Moved a question
audit-bank-question-kept = { $who } kept the question ‘{ $title }’ in the question bank
    .act = Kept a question in the bank
audit-bank-question-changed = { $who } changed the question ‘{ $title }’ of the question bank
    .act = Changed a question of the bank
audit-bank-question-removed = { $who } took the question ‘{ $title }’ out of the question bank
    .act = Took a question out of the bank
audit-question-removed = { $who } removed the question ‘{ $title }’ from the call ‘{ $place }’
    .act = Removed a question
audit-skip-added = { $who } added a skip after the question ‘{ $title }’ of the call ‘{ $place }’
    .act = Added a skip
audit-skip-changed = { $who } changed a skip after the question ‘{ $title }’ of the call ‘{ $place }’
    .act = Changed a skip
audit-skip-moved = { $who } moved a skip after the question ‘{ $title }’ of the call ‘{ $place }’
    .act = Moved a skip
audit-skip-removed = { $who } removed a skip after the question ‘{ $title }’ of the call ‘{ $place }’
    .act = Removed a skip
audit-end-page-added = { $who } added the end page ‘{ $title }’ to the call ‘{ $place }’
    .act = Added an end page
audit-end-page-changed = { $who } changed the end page ‘{ $title }’ of the call ‘{ $place }’
    .act = Changed an end page
audit-end-page-moved = { $who } moved the end page ‘{ $title }’ of the call ‘{ $place }’
    .act = Moved an end page
audit-end-page-removed = { $who } removed the end page ‘{ $title }’ from the call ‘{ $place }’
    .act = Removed an end page
audit-material-added = { $who } put the document ‘{ $title }’ beside the call ‘{ $place }’
    .act = Added a document
audit-material-changed = { $who } changed what is said of the document ‘{ $title }’ beside the call ‘{ $place }’
    .act = Changed a document
audit-material-moved = { $who } moved the document ‘{ $title }’ beside the call ‘{ $place }’
    .act = Moved a document
audit-material-removed = { $who } removed the document ‘{ $title }’ from beside the call ‘{ $place }’
    .act = Removed a document
audit-variant-added = { $who } added a version of the document ‘{ $title }’ beside the call ‘{ $place }’
    .act = Added a version of a document
audit-variant-removed = { $who } removed a version of the document ‘{ $title }’ beside the call ‘{ $place }’
    .act = Removed a version of a document

# Responses
audit-entry-begun =
    { $who } began to enter a response to the call ‘{ $place }’ that came { $channel ->
        [paper] on paper
        [email] by e-mail
        [telephone] by telephone
        [event] at an event
       *[other] another way
    }
    .act = Began to enter a response
audit-entry-written = { $who } wrote into a response to the call ‘{ $place }’ that is being entered
    .act = Wrote into a response that is being entered
audit-entry-dropped = { $who } dropped a response to the call ‘{ $place }’ that was being entered
    .act = Dropped a response that was being entered
audit-scan-added = { $who } attached an original to a response to the call ‘{ $place }’ that is being entered
    .act = Attached an original
audit-scan-removed = { $who } took out an original of a response to the call ‘{ $place }’ that is being entered
    .act = Took out an original
audit-scan-opened = { $who } opened original { $number } of a response to the call ‘{ $place }’
    .act = Opened an original
audit-response-entered =
    { $who } entered the response { $reference } to the call ‘{ $place }’, which came { $channel ->
        [paper] on paper
        [email] by e-mail
        [telephone] by telephone
        [event] at an event
       *[other] another way
    }
    .act = Entered a response
audit-entry-checked = { $who } checked the response { $reference } to the call ‘{ $place }’ against the original
    .act = Checked a response against the original
audit-import-uploaded =
    { $who } uploaded a file with { $count ->
        [one] 1 row
       *[other] { $count } rows
    } to be imported into the call ‘{ $title }’
    .act = Uploaded a file to be imported
audit-import-mapped = { $who } said what the columns of a file are that is to be imported into the call ‘{ $title }’
    .act = Said what the columns of a file are
audit-import-discarded = { $who } discarded a file that was to be imported into the call ‘{ $title }’
    .act = Discarded a file
audit-import-begun =
    { $who } began to import { $count ->
        [one] 1 response
       *[other] { $count } responses
    } into the call ‘{ $title }’
    .act = Began to import responses
audit-responses-imported =
    { $who } imported { $count ->
        [one] 1 response
       *[other] { $count } responses
    } into the call ‘{ $title }’
    .act = Imported responses
audit-responses-exported =
    { $who } took { $count ->
        [one] 1 response
       *[other] { $count } responses
    } of the call ‘{ $title }’ out to a file ({ $form })
    .act = Took responses out to a file
audit-glass-broken = { $who } saw who wrote the response { $reference } to the call ‘{ $place }’, because: { $why }
    .act = Saw who wrote a response
audit-document-opened = { $who } opened document { $number } of the response { $reference } to the call ‘{ $place }’
    .act = Opened a document
audit-held-admitted = { $who } admitted the response { $reference }, which was held back, to the call ‘{ $place }’
    .act = Admitted a response that was held back
audit-held-kept-out = { $who } kept { $reference }, which was held back, out of the call ‘{ $place }’
    .act = Kept out what was held back
audit-response-withdrawn = Whoever sent the response { $reference } to the call ‘{ $place }’ has withdrawn it
    .act = Withdrew a response
audit-response-brought-back = Whoever withdrew the response { $reference } to the call ‘{ $place }’ has brought it back
    .act = Brought a response back

# The codebook
audit-code-added = { $who } added the code ‘{ $name }’ to the codebook of ‘{ $place }’
    .act = Added a code
audit-code-changed = { $who } changed the code ‘{ $name }’ in the codebook of ‘{ $place }’
    .act = Changed a code
audit-code-moved = { $who } moved the code ‘{ $name }’ in the codebook of ‘{ $place }’
    .act = Moved a code
audit-code-retired = { $who } retired the code ‘{ $name }’ in the codebook of ‘{ $place }’
    .act = Retired a code
audit-code-restored = { $who } took the code ‘{ $name }’ in the codebook of ‘{ $place }’ back into use
    .act = Took a code back into use
audit-code-act-undone = { $who } undid their last act on the code ‘{ $name }’ in the codebook of ‘{ $place }’
    .act = Undid an act on a code
audit-code-act-redone = { $who } did again what they had undone on the code ‘{ $name }’ in the codebook of ‘{ $place }’
    .act = Did an act on a code again

# Outcomes
audit-finding-added = { $who } added finding { $number } of ‘{ $place }’
    .act = Added a finding
audit-finding-changed = { $who } changed finding { $number } of ‘{ $place }’
    .act = Changed a finding
audit-finding-published = { $who } published finding { $number } of ‘{ $place }’
    .act = Published a finding
audit-finding-withdrawn = { $who } withdrew finding { $number } of ‘{ $place }’
    .act = Withdrew a finding
audit-words-picked = { $who } picked words for finding { $number } of ‘{ $place }’
    .act = Picked words for a finding
audit-words-unpicked = { $who } took picked words out of finding { $number } of ‘{ $place }’
    .act = Took picked words out of a finding
audit-recommendation-added = { $who } added the recommendation ‘{ $title }’
    .act = Added a recommendation
audit-recommendation-changed = { $who } changed the recommendation ‘{ $title }’
    .act = Changed a recommendation
audit-recommendation-published = { $who } published the recommendation ‘{ $title }’
    .act = Published a recommendation
audit-recommendation-withdrawn = { $who } withdrew the recommendation ‘{ $title }’
    .act = Withdrew a recommendation
audit-reply-added = { $who } recorded a reply to the recommendation ‘{ $title }’
    .act = Recorded a reply
audit-progress-added = { $who } recorded progress on the recommendation ‘{ $title }’
    .act = Recorded progress

# Assemblies
audit-assembly-created = { $who } added the assembly ‘{ $title }’
    .act = Added an assembly
audit-assembly-changed = { $who } changed the assembly ‘{ $title }’
    .act = Changed an assembly
audit-constituency-added =
    { $who } added the constituency ‘{ $title }’ with { $count ->
        [one] 1 seat
       *[other] { $count } seats
    } to ‘{ $place }’
    .act = Added a constituency
audit-constituency-changed =
    { $who } changed the constituency ‘{ $title }’ of ‘{ $place }’; it has { $count ->
        [one] 1 seat
       *[other] { $count } seats
    }
    .act = Changed a constituency
audit-seat-renamed = { $who } renamed a seat of ‘{ $place }’ to ‘{ $title }’
    .act = Renamed a seat
audit-term-added = { $who } appointed { $name } to the seat ‘{ $title }’ of ‘{ $place }’ from { $starts }
    .act = Appointed someone to a seat
audit-term-changed = { $who } changed the term of { $name } in the seat ‘{ $title }’ of ‘{ $place }’
    .act = Changed a term
audit-meeting-added = { $who } added meeting { $number } of ‘{ $place }’, ‘{ $title }’
    .act = Added a meeting
audit-meeting-changed = { $who } changed meeting { $number } of ‘{ $place }’, ‘{ $title }’
    .act = Changed a meeting
audit-meeting-published = { $who } published meeting { $number } of ‘{ $place }’, ‘{ $title }’
    .act = Published a meeting
audit-meeting-withdrawn = { $who } took meeting { $number } of ‘{ $place }’, ‘{ $title }’, back into preparation
    .act = Took a meeting back into preparation
audit-item-added = { $who } added ‘{ $title }’ to the agenda of meeting { $number } of ‘{ $place }’
    .act = Added an agenda item
audit-item-changed = { $who } changed ‘{ $title }’ on the agenda of meeting { $number } of ‘{ $place }’
    .act = Changed an agenda item
audit-item-moved = { $who } moved ‘{ $title }’ on the agenda of meeting { $number } of ‘{ $place }’
    .act = Moved an agenda item
audit-item-removed = { $who } took ‘{ $title }’ off the agenda of meeting { $number } of ‘{ $place }’
    .act = Took an item off an agenda
audit-item-recorded = { $who } wrote the record of ‘{ $title }’, meeting { $number } of ‘{ $place }’
    .act = Wrote the record of an agenda item
audit-paper-added = { $who } added the paper ‘{ $title }’ to meeting { $number } of ‘{ $place }’
    .act = Added a paper
audit-paper-changed = { $who } changed the paper ‘{ $title }’ of meeting { $number } of ‘{ $place }’
    .act = Changed a paper
audit-paper-moved = { $who } moved the paper ‘{ $title }’ of meeting { $number } of ‘{ $place }’
    .act = Moved a paper
audit-paper-removed = { $who } removed the paper ‘{ $title }’ from meeting { $number } of ‘{ $place }’
    .act = Removed a paper
audit-evidence-added = { $who } added evidence to ‘{ $title }’, meeting { $number } of ‘{ $place }’
    .act = Added evidence to an agenda item
audit-evidence-moved = { $who } moved evidence of ‘{ $title }’, meeting { $number } of ‘{ $place }’
    .act = Moved evidence of an agenda item
audit-evidence-removed = { $who } removed evidence from ‘{ $title }’, meeting { $number } of ‘{ $place }’
    .act = Removed evidence from an agenda item
audit-decision-taken = { $who } recorded decision { $number } of ‘{ $place }’, ‘{ $title }’
    .act = Recorded a decision
audit-decision-corrected = { $who } corrected decision { $number } of ‘{ $place }’, ‘{ $title }’
    .act = Corrected a decision

# Letters
audit-letter-text-changed = { $who } changed the text of the letter ‘{ $kind }’ in { $language }
    .act = Changed the text of a letter
audit-letter-text-reset = { $who } took back the first text of the letter ‘{ $kind }’ in { $language }
    .act = Took back the first text of a letter
audit-letter-sent-again = { $who } had a letter sent again (‘{ $kind }’)
    .act = Had a letter sent again
audit-letters-sent-again =
    { $who } had { $count ->
        [one] 1 letter
       *[other] { $count } letters
    } sent again (‘{ $shelf }’)
    .act = Had all letters of a state sent again
audit-letter-arrived = { $who } noted that a letter had arrived (‘{ $kind }’), so that it is not sent again
    .act = Noted that a letter had arrived
audit-letters-paused = { $who } paused the sending of letters
    .act = Paused the sending of letters
audit-letters-resumed = { $who } let letters be sent again
    .act = Let letters be sent again
audit-test-letter-posted = { $who } had a test letter sent
    .act = Had a test letter sent

# The portal
audit-index-rebuilt = { $who } rebuilt the search index
    .act = Rebuilt the search index
audit-demonstration-loaded = { $who } loaded the demonstration
    .act = Loaded the demonstration
audit-audit-exported = { $who } took the audit out to a file ({ $form })
    .act = Took the audit out to a file
