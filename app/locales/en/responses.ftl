### Answering, checking, and the receipt.

step-section-about = About you
step-place = Page { $at } of { $of }
step-who = Who are you answering for?
kind-individual = Myself
kind-on-behalf = Someone else, on their behalf
kind-organisation = An organisation
step-about = Your details
about-name = Your name (optional)
about-name-hint = It is published only if you choose so later.
about-on-behalf-of = Who are you answering for? (optional)
about-on-behalf-of-hint = For example, your mother, or a person you support. Do not give a name unless they agree.
about-organisation = Name of the organisation
about-sector = What kind of organisation is it?
about-represented = Speaks for
about-represented-label = How many people or organisations do you answer for? (optional)
about-represented-hint = In figures, such as 1200. For example, how many members agreed to this answer.
about-contact-name = Your name (optional)
about-contact-name-hint = So that the team knows whom to ask. It is not published.
about-system = Integrated care system (optional)
about-system-hint = The part of England that your answer is mostly about.
system-none = Not one in particular
sector-nhs = NHS
sector-local-government = Local government
sector-social-care = Social care
sector-voluntary = Voluntary, community or social enterprise
sector-patient-group = Patient or carer group
sector-academic = University or research
sector-think-tank = Think tank
sector-professional = Professional body or trade union
sector-business = Business
sector-other = Something else

step-consent = May we publish your response?
consent-with-name = Yes, with the name
consent-with-name-hint = Your name, or that of your organisation, stands beside your words.
consent-without-name = Yes, without the name
consent-without-name-hint = Your words can be published and quoted. Nothing says whose they are.
consent-not-at-all = No
consent-not-at-all-hint = Your response is read and counted, and never published or quoted.
consent-law = Whatever you choose, the law may require that what you sent is disclosed: the Freedom of Information Act 2000, the Data Protection Act 2018 or the Environmental Information Regulations 2004.
consent-law-say = If something you tell us is confidential, say in your answer which part it is and why. We will take that into account, but we cannot promise confidentiality in every case.

end-page-can-send = You can still send us what you have answered so far.
end-page-cannot-send = There is nothing to send. What you have answered stays in your draft, and we do not read it.
end-page-go-on = Continue to send your answers
end-page-change-title = If this is not right
end-page-change-text = You came to this page because of an answer. You can change it:
end-page-change = Change your answer to “{ $title }”
end-page-call = Back to the page of the call

step-check = Check your answers
not-answered = Not answered
check-missing = Some answers are still needed before you can send your response.
check-send-title = Send your response
trap-label = Leave this field empty. It is there for programs that fill in every field.
check-send-text = By sending it you say that, to the best of your knowledge, what you have told us is right. You can change it as long as the call takes answers.
why-label = Why?
why-label-optional = Why? (optional)
choice-or = or
list-none = Choose from the list
list-own = Not in the list? Write it here (optional)
list-own-hint = In up to 200 characters.
list-how = Type a few letters, then choose with the arrow keys and Enter, or by touch.
list-nothing = Nothing in the list has these letters.
list-found = Found: %{"{"}count{"}"}.
ranking-none = No place
points-left = Points left: %{"{"}count{"}"}
points-over = Points too many: %{"{"}count{"}"}
date-day = Day
date-month = Month
date-year = Year
save-and-continue = Save and continue
save-for-later = Save and finish later
submit-response = Send your response

later-title = Your answers are saved
later-text = You can go on until { $when }.
later-link = Keep this private link. It opens your answers on this or any other device. Copy it, or send it to yourself.
later-secret = Anyone who has the link can read and change your answers. Share it only with people who answer with you.

confirmation-title = Your response has been received
confirmation-reference = Your reference
confirmation-time = We received it at { $when }.
confirmation-changed = Your changed response has been received
confirmation-receipt = See your receipt, with everything you sent, and print or save it
confirmation-next-title = What happens next
confirmation-next-1 = The team reads every response. It analyses them after the call has closed.
confirmation-next-2 = The page of the call says when the outcome is published. Keep your reference: it is how you can ask about your response.
receipt-title = Receipt
receipt-time = Received
receipt-entered = { $channel ->
        [paper] Your response came on paper. The team has entered it for you, and it counts as any other response does.
        [email] Your response came by e-mail. The team has entered it for you, and it counts as any other response does.
        [telephone] You gave your response by telephone. The team has entered it for you, and it counts as any other response does.
        [event] You gave your response at an event. The team has entered it for you, and it counts as any other response does.
       *[other] Your response came another way. The team has entered it for you, and it counts as any other response does.
    }
receipt-version = Version
receipt-version-text = This is version { $number } of your response. It is the one that counts.
receipt-hash = Fingerprint
receipt-hash-text = The fingerprint is worked out from everything you sent. If one letter were changed, it would be different.
paragraph = Paragraph

error-respondent-kind = Choose who you are answering for
error-respondent-organisation = Enter the name of the organisation
error-respondent-sector = Choose what kind of organisation it is
error-respondent-system = Choose an integrated care system from the list
error-respondent-represented = Enter a whole number in figures, such as 1200, or leave it empty
error-consent-missing = Choose whether your response may be published
error-consent-no-name = To be published with a name, give one under “Your details”, or choose “without the name”
error-answer-missing = Enter an answer
error-answer-too-many-words = Shorten the answer to { $limit } words: it is { $over ->
        [one] { $over } word
       *[other] { $over } words
    } too long
error-answer-too-long = Shorten the answer to { $limit } characters
error-answer-unknown-choice = Choose from the answers on this page
error-choice-missing = Choose an answer
error-choice-only-one = Choose only one answer
error-choice-not-alone = Choose “{ $choice }” or other answers, but not both
error-answer-why = Say why
error-answer-why-alone = Choose the answer that your reasons are for
error-answer-number-missing = Enter a number
error-answer-number = Enter a number in figures, such as 12 or 3.5
error-answer-whole = Enter a whole number, such as 12
error-answer-between = Enter a number from { $least } to { $most }
error-answer-least = Enter a number that is at least { $least }
error-answer-most = Enter a number that is at most { $most }
error-answer-date-missing = Enter a day, month and year
error-answer-day = Enter the day as a number
error-answer-month = Enter the month as a number from 1 to 12
error-answer-year = Enter the year with four figures, such as 2024
error-answer-no-day = There is no such day: check day, month and year
error-answer-email = Enter an e-mail address, such as name@example.com
error-answer-telephone = Enter a telephone number, such as 01632 960 001 or +44 1632 960 001
error-list-missing = Choose from the list
error-list-unknown = “{ $typed }” is not in the list. Choose a line of the list
error-list-near = “{ $typed }” is not in the list. Did you mean { $near }?
error-list-both = Choose from the list or write your own words, but not both
error-each-missing = Choose an answer for “{ $choice }”
error-each-unknown = For “{ $choice }” choose from the answers on this page
error-ranking-missing = Give the options their places
error-ranking-place = Give “{ $choice }” a place from 1 to { $most }, or none
error-ranking-twice = Give “{ $choice }” another place: “{ $other }” has place { $place } already
error-ranking-free = Give each place to an option. No option has: { $places }
error-points-missing = Share out the points
error-points-number = Enter the points for “{ $choice }” as a whole number, such as 10, or leave it empty
error-points-left = Share out { $count ->
        [one] { $count } point
       *[other] { $count } points
    } more, so that together they come to { $total }
error-points-over = Take back { $count ->
        [one] { $count } point
       *[other] { $count } points
    }, so that together they come to { $total }
error-answer-declaration = Tick the box, or choose “Save and finish later”
error-late-over = This link no longer lets anyone answer. Ask whoever gave it to you.
error-call-not-open = This call is not open. The page of the call says when it opens or when it closed.
error-no-draft = We cannot find your answers on this device. If you kept your private link, use it. If not, start again from the page of the call. Your browser must accept cookies from this site while you answer.
error-change-closed = The call has closed, so a change can no longer be sent. What you sent before counts.
error-draft-submitted = This response has already been sent.
error-draft-unfinished = Some answers are still needed.

# All that is asked
contents-title = All the questions
contents-lead = You can answer in any order. What you have saved stays.
contents-end = Before you send it
contents-done = Done
contents-needed = To do
contents-optional = Optional
save-and-see-all = Save and see all questions

autosave-saved = Saved at { $at }
autosave-failed = Not saved yet. What you typed is still here. We will try again.
autosave-overtaken = This answer was changed in another window. Press “Save and continue” to see both.
autosave-overtaken-about = This was changed in another window. What you chose or typed here counts once you press “Save and continue”.
between-unfinished = What you typed here is kept. It can be sent when this is put right:
between-overtaken = This answer was changed in another window, or by somebody else who has the link. Nothing of either is lost.
between-other = What was saved there
between-choose = What you typed is below. Save it to keep it instead, with all that you want to take over from there.
between-keep-other = Keep what was saved there
between-shut-out = This was not saved. What you typed is below.
between-shut-out-do = If you were signed out, sign in again in another window; if you have a private link, open it in another window. Then save this page again. If the call has closed, copy what you want to keep.
check-typed = Kept, but something needs to be put right before you can send it

later-letter = Have the link sent to you
later-letter-text = We use your address for this letter and forget it then.
later-email = E-mail address
later-remind = Remind me before the call closes
later-remind-legend = A reminder
later-remind-hint = One letter, three days before. We keep your address until then, and forget it when it has gone.
later-send = Send the link
later-sent-title = Your letter
later-sent = The link is on its way.
later-reminded = We will remind you at { $when }.
later-remind-stop = Do not remind me
error-link-often = The link has been sent { $most } times, which is as often as we send it. Copy it instead.

# One entry after another
entries-added = { $count ->
        [one] You have added 1 so far.
       *[other] You have added { $count } so far.
    }
entries-add = Add another { $noun }
entries-full = You have added as many as you can. To add another, remove one first.
entries-remove = Remove
entries-remove-this = Remove this { $noun }
entries-optional = { $name } (optional)
entries-line = Up to { $most } characters, in one line.
entries-text = Up to { $most } characters.
entries-when = As much as you know: a year, a month and year, or a full date such as 27 3 2024.
entries-link = The address of a page, such as https://www.example.org/report.
error-entries-missing = Add at least one
error-entries-few = Add { $count } more
error-entries-many = Remove some of them: { $most } is the most
error-entry-missing = Enter an answer to “{ $name }”
error-answer-link = Enter the address of a page that begins with https:// or http://

# Pieces of evidence
evidence-noun = piece of evidence
evidence-called = Evidence { $number }
evidence-claim = What does the evidence show?
evidence-claim-hint = Say it in your own words.
evidence-sort = What sort of evidence is it?
evidence-sort-research = Research
evidence-sort-evaluation = Evaluation
evidence-sort-data = Data or statistics
evidence-sort-case-study = Case study
evidence-sort-experience = Lived experience
evidence-sort-practice = Practice
evidence-sort-other = Other
evidence-place = Place or integrated care system
evidence-place-hint = Where the evidence comes from.
evidence-people = Which people is it about?
evidence-people-hint = For example, “carers over 65”. Do not name anyone.
evidence-source = Where can it be found?
evidence-date = When is it from?
evidence-permission = May this piece of evidence be published and quoted?
evidence-permission-hint = If not, the team reads it, and nobody outside the team does.
evidence-permission-given = Yes, it may be published and quoted
evidence-permission-refused = No, it is only for the team to read
error-evidence-claim = Say what the evidence shows
error-evidence-sort = Choose what sort of evidence it is
error-evidence-permission = Choose whether this piece of evidence may be published and quoted
# Changing what was sent
change-title = Change your response
change-text = Your answers open again, with everything you sent. Change what you want to change, then send it again. You keep your reference and your private link.
change-counts = Your response of { $when } counts until you send the changed one.
change-until = You can send it again until { $when }.
change-begin = Start changing
change-go-on = Go on with the change
change-drop-title = If you do not want to change it after all
change-drop-text = What you changed since you sent your response is then forgotten.
change-drop = Keep what I sent
change-send = Send your changed response
change-stands = Your response of { $when } counts.
change-too-late = You did not send your change before the call closed. What you sent before counts.
change-see = See how it stands
change-offer = You can still change what you sent.
change-offer-until = You can change what you sent until { $when }.
change-begun = You are changing what you sent. It counts until you send the changed response.
change-go-on-or-drop = Go on with the change, or keep what you sent

# Taking it back
withdraw-title = Withdraw your response
withdraw-text = The team will no longer read it. It leaves every list, count, search and download. The team sees only that a response with your reference was withdrawn, and when.
withdraw-quotes = If words of it were published, they are no longer shown.
withdraw-signed = { $count ->
        [one] Somebody else signed it. It is withdrawn for them too, and they are not written to.
       *[other] { $count } others signed it. It is withdrawn for them too, and they are not written to.
    }
withdraw-until = You can bring it back until { $when }.
withdraw-warning = Withdraw it only if you do not want it to count. To correct something, change it instead.
withdraw-not = Leave it as it is
withdraw-done = You have withdrawn your response
withdraw-done-text = You withdrew the response { $reference } at { $when }. Nobody reads it any more.
withdraw-back = Bring it back
withdraw-back-text = You can bring it back as you sent it.
withdraw-back-until = You can bring it back as you sent it until { $when }.
error-bring-back-closed = The call has closed, so it can no longer be brought back.
error-withdraw-closed = The call has closed, so a response can no longer be withdrawn here. Write to the contact on the page of the call.
error-response-withdrawn = This response was withdrawn. Bring it back before you change it.

# The receipt to take along
receipt-document = Download it as a Word document
receipt-letter = Have the receipt sent to you
receipt-letter-text = We send it once and do not keep the address.
receipt-letter-send = Send the receipt
receipt-letter-sent = We have sent the receipt to the address that you gave.
error-receipt-often = The receipt was sent { $most } times already. Print or save the page instead.
