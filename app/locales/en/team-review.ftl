### The team's pages for coding.

error-code-name = Enter a name for the code
error-code-name-long = Shorten the name to 120 characters
error-code-parent = Choose a code of this codebook, or none
error-code-colour = Choose a colour
error-code-under-itself = A code cannot stand under itself
error-coding-span = Choose words of the answer
error-coding-retired = This code is retired. Restore it, or choose another.
error-coding-not-yours = This code was applied by someone else. Only they or a lead analyst can remove it.
error-undo-changed-since = That is no longer possible, because the same thing has been changed since and that change stands.
error-undo-code-used = That is no longer possible, because the code has been used since. Retire it instead.
error-undo-code-place = That is no longer possible, because the place of the code is gone or now stands under it.
error-undo-code-gone = That is no longer possible, because the code is no longer in the codebook.
error-undo-there-again = That is no longer possible, because the code is on the same words again.

save = Save
move-up = Move up
move-down = Move down
pages-label = Pages
pages-previous = Previous page
pages-next = Next page
pages-place = Page { $page } of { $of }
language-en = English
language-cy = Welsh

list-title = Responses
list-reference = Reference
list-respondent = Respondent
list-kind = Answered for
list-sector = Sector
list-language = Language
list-received = Received
list-late = Late
list-changed = Changed
list-withdrawn-title = Withdrawn by those who sent them
list-withdrawn = { $reference }, withdrawn { $when }
desk-withdrawn = Whoever sent this response withdrew it at { $when }. What it said is not shown any more.
list-no-name = No name given
list-name-veiled = Name not shown
desk-on-behalf-of = On behalf of { $name }
glass-door = See who wrote this
glass-title = See who wrote response { $reference }
glass-lead = You read responses without the names of people. If somebody may be in danger, or asks for their own words, you can see who wrote this one.
glass-audit = It is on record that you did, with your reason.
glass-letter = The data-protection officers get a letter about it at once.
glass-minutes = You see the name for { $minutes } minutes, and no other name.
glass-warning = Do this only when you must.
glass-reason = Why must you know who wrote it?
glass-reason-hint = Do not write anybody’s name or health here: others read it.
glass-button = See who wrote it
glass-open = You see this name until { $until }, because: { $reason }
error-glass-reason = Write why you must know who wrote it
list-next-unread = Read the next one
list-progress = How many responses you have read
list-read-by-me = You have read { $read } of { $of }
list-counts = Read by anyone: { $read } of { $of }. With at least one code: { $coded } of { $of }. Codes applied: { $codings }.
list-coders = By person
list-coder = { $name }: { $read } read, { $coded } coded, { $codings } codes applied

desk-corrected = Corrected since these answers were given
desk-title = Response { $reference }
desk-place = { $number } of { $of }
desk-previous = Previous
desk-next = Next
desk-done = Mark as read and go on
desk-not-done = Mark as not read
desk-undo = Undo
desk-redo = Redo
desk-represented = Speaks for
desk-signed-off = Signed off
desk-signed-by = For { $organisation } by { $who } at { $when }.
desk-signed = For { $organisation } at { $when }.
desk-signed-alone = Whoever signed had also written last: nobody else there could sign.
desk-co-signed = Signed by
desk-co-signed-count = { $count ->
        [one] One more. Their name is kept from you.
       *[other] { $count } more. Their names are kept from you.
    }
desk-system = Integrated care system
desk-consent = May it be published?
desk-find = Find a code
desk-find-hint = Type a few letters. Enter applies the first code.
desk-recent = Used last
desk-codes = Codes
desk-whole = Whole answer
desk-codes-here = Codes on this answer
desk-remove = Remove
desk-chosen-none = Choose words first: with the mouse, or with j and k.
desk-chosen-whole = The whole answer is chosen.
desk-failed = That was not saved. Check the connection and try again.
desk-keys = Keys
desk-keys-on = Single keys are on
desk-nothing-found = No code has these letters.
desk-by-sentence = Code by sentence, without the mouse or script
key-sentence = Next or previous sentence
key-extend = Add the next or previous sentence
key-whole = Choose the whole answer
key-recent = Apply a code used last
key-find = Find a code by its letters
key-memo = Write a memo on the chosen words, or on the response
key-ask = Ask the lead analyst about the answer, or about the response
key-undo = Undo
key-redo = Redo
key-next = Next or previous response
key-done = Mark as read and go on
key-sheet = Show or hide the keys
key-mark = { $mark }, of the answer with the chosen words; again to take it away

sentences-choose = Choose a code
sentences-code = Code
sentences-words = The words
sentences-hint = Choose sentences. Choose none to code the whole answer.
sentences-apply = Apply the code
error-coding-code = Choose a code

history-title = What was done here
history-line = { $when }, { $who }: { $what } { $code }
history-undone = (undone)
act-code-added = added the code
act-code-changed = changed the code
act-code-moved = moved the code
act-code-retired = retired the code
act-code-restored = restored the code
act-coding-applied = applied
act-coding-removed = removed
act-response-read = marked it as read
act-response-unread = marked it as not read
act-mark-set = marked an answer:
act-mark-changed = marked an answer otherwise:
act-mark-cleared = took a mark away:
act-memo-written = wrote a memo
act-memo-changed = changed a memo
act-memo-removed = took a memo away
act-flag-raised = asked the lead analyst
act-flag-replied = answered a question
act-flag-closed = closed a question
act-undo = undid:
act-redo = did again:

codebook-title = Codebook
codebook-add = Add a code
codebook-empty = There are no codes yet.
codebook-count = { $count ->
        [one] { $count } code
       *[other] { $count } codes
    }
codebook-uses = { $count ->
        [one] used once
       *[other] used { $count } times
    }
codebook-retired = retired
code-new = Add a code
code-change = Change a code
code-top = At the top
code-name = Name
code-parent = Under
code-definition = Definition
code-include = Use it for
code-exclude = Do not use it for
code-example = Example
code-colour = Colour and pattern
code-colour-number = Colour { $number }
code-retire = Retire this code
code-retire-hint = It keeps what was coded with it and is not offered any more.
code-restore = Restore this code
code-restore-hint = It is offered again.

excerpts-none = Nothing has been coded with this code.
excerpts-count = { $codings ->
        [one] { $codings } excerpt
       *[other] { $codings } excerpts
    } from { $responses ->
        [one] { $responses } response
       *[other] { $responses } responses
    }, codes under it included.

excerpts-clipped = Read all { $length } characters in the response

desk-applied = Applied: { $code }
desk-removed = Removed.
desk-undone = Undone: { $what }.
desk-redone = Done again: { $what }.
desk-act-elsewhere = { $what }, in response { $response }
desk-passed-over = Passed over: { $what }. { $why }
desk-nothing-to-undo = There is nothing of yours to undo.
desk-nothing-to-redo = There is nothing to do again.

floor-responses = Responses
floor-held = Held back
floor-codebook = Codebook
floor-search = Search
floor-findings = Findings
floor-recommendations = Recommendations

documents-title =
    { $count ->
        [one] 1 document came with it
       *[other] { $count } documents came with it
    }
document-number = Document { $number }
document-found = The scanner calls it { $name }.
scan-not-scanned = Not scanned
scan-not-scanned-note = No virus scanner is set up. Open it only on a machine that scans what it opens.
scan-waiting = Waiting
scan-waiting-note = It waits to be scanned for viruses, and cannot be opened until that is done.
scan-clean = Scanned
scan-clean-note = No virus was found.
scan-infected = Virus found
scan-infected-note = Nobody can open it, and its text is not read.
document-text-whole = Its text stands among the answers.
document-text-cut = The beginning of its text stands among the answers; the rest is too long.
document-text-nothing = It has no text: it is a picture, or its pages are.
document-text-failed = Its text could not be taken out.

# What a response was before it was changed
desk-changed = Changed
desk-changed-times = { $count ->
        [one] Once, { $when }.
       *[other] { $count } times, the last time { $when }.
    }
desk-versions = See what was changed
versions-title = Versions of { $reference }
versions-one = This response was not changed since it was sent.
versions-lead = { $count ->
        [one] Whoever answered has changed this response once. The latest version counts.
       *[other] Whoever answered has changed this response { $count } times. The latest version counts.
    }
versions-removed = Words that were taken out are struck through.
versions-added = Words that were added are underlined.
versions-version = Version { $number }, sent { $when }
versions-first = This is what was sent first.
versions-veiled = What was changed says who somebody is. It is not shown to you.
versions-documents = Documents
versions-part-removed = Taken out:
versions-part-added = Added:
versions-codes = Codes on the earlier words, which are not counted:
versions-code = { $code } ({ $coder }): { $words }

# Where answers stand, and which are rich in evidence
marks-here = Where it stands
mark-agree = Agrees
mark-disagree = Disagrees
mark-mixed = Mixed
mark-unclear = Unclear
mark-evidence-rich = Rich in evidence
desk-marked = Marked: { $mark }.
desk-unmarked = The mark is taken away.
error-mark = Choose a mark
list-rich = Only those with an answer that is rich in evidence ({ $rich } of { $of })
list-rich-only = With an answer that somebody has marked as rich in evidence: { $rich } of { $of }
list-all = All responses ({ $of })
stances-title = Where answers stand
stances-lead = Each answer is counted once: under the stance that everyone who set one has set, or as one about which analysts differ, or as one of which nobody has said where it stands.
stances-base = Shares are of the answers to the question that can be read. Answers that were changed since and responses that were withdrawn are not counted.
stances-rich = Responses with an answer that is rich in evidence
stances-none = There are no answers yet.
stances-question = Question
stances-answers = Answers
stances-differ = Analysts differ
stances-unset = Not said
stances-share = { $count } ({ $percent }%)

# Memos and the analytic journal
error-memo-text = Write what you want to note
error-note-long = Shorten the text to { $limit } characters
error-memo-not-yours = This memo is somebody else’s. Only they can change it or take it away.
memos-title = Memos
memos-lead = What analysts note, the newest first. Whoever reads responses can read them.
memos-all = All memos ({ $count })
memos-journal = Analytic journal ({ $count })
memos-none = There are no memos yet.
memos-here = Memos ({ $count })
journal-title = Analytic journal
journal-write = Write in the journal
memo-write = Write a memo
memo-write-answer = Write a memo on this answer
memo-write-words = Write a memo on these words
memo-on-call = On the call: the journal
memo-on-code = On the code { $code }
memo-replaced = These words were changed since by whoever wrote them.
memo-changed = changed { $when }
memo-see = See it and what it said before
memo-title = Memo
memo-text = Memo
memo-text-hint = Do not write anybody’s name or health here: others read it.
memo-change-hint = What it said before is kept, and can be read below.
memo-remove = Take this memo away
memo-past-title = What was done
memo-past = { $when }, { $who }: { $what }

# Questions to the lead analyst
error-flag-text = Write your question
error-flag-reply = Write your answer
error-flag-closed = This question is closed. It takes no more answers.
error-flag-not-yours = Somebody else asked this. Only they or a lead analyst can close it.
list-flags = Questions to the lead analyst ({ $count } open)
flags-title = Questions to the lead analyst
flags-counts = Open: { $open }. Waiting for an answer: { $waiting }.
flags-see-closed = Closed questions ({ $count })
flags-see-open = Open questions ({ $count })
flags-none = No question is open.
flags-none-closed = No question was closed yet.
flags-here = Questions to the lead analyst ({ $count })
flag-ask = Ask the lead analyst
flag-text = Your question
flag-text-hint = Everyone who codes this call can read it. Do not write anybody’s name or health here.
flag-button = Ask
flag-title = Question to the lead analyst
flag-see = See this question
flag-answer = Answer this question
flag-waits = Waiting
flag-answered = Answered
flag-closed = Closed
flag-reply = Answer
flag-reply-button = Answer
flag-close = Close this question
flag-closed-by = Closed by { $who } at { $when }.
