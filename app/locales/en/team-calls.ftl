### The team's pages about people and calls.

people-title = People
people-invite = Invite a person
people-invite-text = You get a private link to pass on. Whoever opens it chooses how to sign in.
people-invite-letter = A letter with a private link goes to them. Whoever opens it chooses how to sign in.
people-invite-button = Invite this person
people-invited = Invited
person-name = Name
person-role = Role
person-account = Account
person-close = Close
person-closed = Closed
person-clear-second-step = Clear second step
error-person-role = Choose a role
invitation-title = Invitation
invitation-link = Private link
invitation-no-letter = No mail server is set up, so no letter goes to them.
invitation-link-text = Pass this link on to { $name } and to nobody else. It is shown only now and opens the invitation once.
invitation-link-gone = The private link was shown once, when it was made. If it got lost, make a new one: the old one then opens nothing.
invitation-letter = Letter
invitation-letter-text = The private link goes to { $name } by letter. Nobody else sees it.
invitation-letter-again = Send a new letter
invitation-renew = Make a new link to pass on
invitation-withdraw = Withdraw the invitation
error-second-step-self = You cannot clear your own second step here. Remove it on the page of your account, with a code.
error-person-self = You cannot close your own account. Ask another administrator.
error-email-taken = There is already an account with this e-mail address

# The team's home
team-title = Team area
team-create = Create a call
team-none = Your roles reach no call yet. Ask an administrator of your team if you think that they should.
team-calls = Calls
team-responses = Responses
team-drafts = Being written
team-followers = Followers
team-followers-count = { $paused ->
        [0] { $all }
       *[other] { $all }, of whom { $paused } get no letters because letters came back
    }
team-questions = Questions
team-no-times = Not set
team-public-page = See the public page

# The pages of one call
subnav-label = Pages of { $title }
floor-overview = Overview
floor-texts = Texts
floor-questions = Questions
floor-schedule = Times
floor-approvals = Approvals
cancel = Cancel
remove = Remove
minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }

# Before a call can be announced
needs-title = Before you can announce it
need-texts = Texts that people need before they answer
need-privacy = The privacy notice, every part
need-times = When it opens and closes
need-closes-later = A closing time that lies ahead
need-run-reason = Why it runs for less than twelve weeks or over a holiday, if it does
need-questions = At least one question
need-reachable = Every question can be asked of someone, and every skip and page can be reached
need-missing = To do
need-done = Done
short-title = Short link
short-text = To say, to print, or to point a camera at.
short-picture = A QR code that leads to { $link }
preview-link-title = Private link
preview-link-text = Anyone who has this link can read the call and try its form before it is announced, without an account. Nothing they type is kept.
preview-link-renew = Make a new link
preview-link-renew-text = If the link has reached someone it should not have, make a new one. The old one then opens nothing.

# Public acts
acts-title = What you can do now
acts-text = Each of these asks you once more before it is done.
act-announce = Announce the call
act-open-now = Open the call now
act-close-now = Close the call now
act-publish-outcome = Say that the outcome is published
act-archive = Archive the call
act-bring-back = Bring the call back
act-announce-question = Announce this call?
act-open-now-question = Open this call now?
act-close-now-question = Close this call now?
act-publish-outcome-question = Say that the outcome is published?
act-archive-question = Archive this call?
act-bring-back-question = Bring this call back from the archive?
act-announce-text = Everyone can see the call and read its questions. Nobody can answer yet.
act-announce-opens-at-once = Its opening time has passed, so it opens at once: everyone can see the call and answer it.
act-opens = It opens at { $when }.
act-closes = It closes at { $when }.
act-kind-stays = Whether it is a call for evidence or a consultation can no longer be changed.
act-open-now-text = Everyone can see the call and answer it from this moment.
act-close-now-text = From this moment nobody can begin a response.
act-close-now-grace = Those who have begun have { $grace ->
        [0] no more time to finish
        [one] { $grace } more minute to finish
       *[other] { $grace } more minutes to finish
    }.
act-publish-outcome-text = The page of the call says that its outcome is published, and leads to the recommendations.
act-publish-outcome-times = The times of the call can no longer be changed.
act-archive-text = The page of the call stays at its address, with its questions and its outcome. Nothing of the call or its form can be changed any more.
act-archive-back = You can bring it back later.
act-bring-back-text = The call is shown with those whose outcome is published, and can be changed again.
act-everyone-sees = Everyone can see this at once.
act-warning = Everyone can see this at once, and it cannot be undone.
principles-title = Before a consultation is shown to anyone
principles-confirm = The team has considered the Consultation Principles
principles-hint = Among them: plain English and only the questions that are needed; a purpose, at a stage when nothing is settled; enough information to answer well; enough time; and those affected know of it.

# What a call says
call-new-title = Create a call
call-new-lead = Only your team can see it until you announce it. You can change all of this later, and write the rest bit by bit.
call-new-button = Create the call
call-like-label = Begin as
call-like-none = An empty call
call-like-hint = The new call gets the texts, the sections, the questions, the rules and the documents of the one you choose. A call that is never announced can serve as a template.
error-call-like = Choose one of the calls in the list
call-edit-title = Texts of the call
call-edit-announced = The call is announced. Everyone sees what you change here as soon as you save it.
call-kind-label = What kind of exercise is it?
call-kind-hint = Using the wrong one can have legal consequences. It stays as it is once the call is announced.
kind-call-for-evidence-hint = You ask what people know. No proposal is on the table.
kind-consultation-hint = You ask what people think of a proposal before it is decided.
call-title-label = Title
call-title-hint = About 65 characters, and no more than 150. The address of the page is made from it and never changes.
call-summary-label = Summary
call-summary-hint = What you ask, and of whom, in no more than 100 words.
call-commissioner-hint = The body or person on whose behalf you ask.
call-remit-hint = What is in and what is out. What you will do with what you hear.
call-contact-label = Contact
call-contact-hint = How people can ask for another format, or answer by e-mail or post.
call-policy-hint = What you will publish, with or without names, and what respondents can choose. It is shown before the first question.
call-privacy-lead = People read these parts one under another before they answer. Your data protection officer can tell you what to write.
privacy-controller-hint = The body that decides what is done with the data, and how to reach its data protection officer.
privacy-purposes-hint = What you ask of people and about them, health data among it, and what you will do with it.
privacy-lawful-basis-hint = For a public body often its public task, Article 6(1)(e) of the UK GDPR; for health data also a condition of Article 9(2), such as (g) or (h).
privacy-processors-hint = For example whoever runs this portal for you, or helps to read the responses. If nobody, say so.
privacy-sharing-hint = Who may read responses with names, what may be published, and what freedom of information law may require.
privacy-retention-hint = For how long, or until when. For example, until one year after the report.
privacy-rights-hint = To see, correct, restrict or object; how to withdraw a response; and that people can complain to the Information Commissioner.
call-welsh-title = In Welsh
call-welsh-lead = Shown on the Welsh pages. Where you leave one out, the English stands in its place.
call-title-cy-label = Title in Welsh
call-summary-cy-label = Summary in Welsh

# When it runs
schedule-title = When the call opens and closes
schedule-zone = All times are those of { $zone }.
schedule-opens = Opens
schedule-closes = Closes
schedule-date = Date
schedule-date-hint = For example, 2026-05-01
schedule-time = Time
schedule-opens-hint = For example, 09:00
schedule-closes-hint = For example, 23:59. Midnight is shown as 11:59pm on the day that ends.
schedule-grace = Grace in minutes
schedule-run-reason = Why it runs at this time, and for this long
schedule-run-reason-hint = Needed where it runs for less than twelve weeks, or over Christmas, Easter or August. Everyone reads it on the page of the call.
schedule-reason = Why the closing time moves
schedule-reason-hint = Only where it moves. Everyone reads it on the page of the call; followers and those who keep a draft get a letter.
schedule-grace-hint = How long those who have begun before closing may go on. The page of the call says so.
schedule-grace-label = Grace
schedule-save = Save the times
caution-short = The call runs for less than twelve weeks. Organisations need time to ask their members.
caution-christmas = The call runs over Christmas, when few people can answer.
caution-easter = The call runs over Easter, when fewer people can answer.
caution-august = The call runs in August, when fewer people can answer.
caution-reason = You can keep these times. If you do, give the reason: everyone reads it.
caution-why = Everyone reads why:

# The questions
builder-title = Questions of the call
builder-begun = People have begun to answer. You can still put words right, but kinds, choices, conditions, skips and places stay: an answer must stay an answer to what was asked.
builder-preview = See all the questions on one page
builder-try = Try the form
builder-drag = Drag to move
builder-looks = Show what it looks like
builder-looks-title = What it looks like on a phone
builder-looks-empty = Fill in the form and press “Show what it looks like”.
builder-looks-lacking = It can be shown when this is put right:
builder-bank = Add questions from the question bank
builder-none = There are no questions yet. Begin with a section: a heading over questions that belong together.
builder-section-empty = No questions yet.
builder-routing = Questions and sections with a rule are asked only after certain answers to earlier ones, and skips lead only forward. So nobody can be sent round in a loop, and every way through the form ends.
builder-never-rule = Nobody can ever be asked this: no answers satisfy its rule. Change the rule.
builder-never-section = Nobody can ever be asked this: its section is never asked, or never of those whom its own rule lets through. Change one of the two rules.
builder-never-answers = Nobody can ever be asked this section: no answers satisfy its rule. Change the rule.
correction-note-label = Why do you change the words?
correction-note-hint = Everyone reads it, with the words as they were. Answers that were given before stay with the words to which they were given. Leave it empty only where no words change.
correction-choices-hint = One a line. You can put words right, but not add, remove or exchange choices: an answer must stay an answer to what was asked.
builder-never-skipped = Nobody can ever be asked this: a skip always leads past it. Change the skip.
builder-add-skip = Add a skip after this question
builder-skip-never = This skip is never taken: no answers satisfy its rule. Change the rule.
builder-skip-earlier = This skip is never taken: a skip above it always comes first. Change one of them, or move this one up.
builder-skip-unasked = This skip is never taken: its question is never asked.
builder-skip-both = Some answers satisfy this skip and another too: “{ $other }” The first one counts, so this one is taken.
builder-skip-demanded = Some answers lead past question { $number }, “{ $title }”, though its rule asks for it and it must be answered. The skip counts, so it is not asked.
builder-ends = You write these pages. Nobody comes to one before a skip leads there.
builder-add-end = Add a page where the form ends
builder-never-end = Nobody can ever come to this page: no skip leads here that is ever taken. Add a skip, or remove the page.
skip-new-title = Add a skip
skip-edit-title = Change a skip
skip-after = After question { $number }, “{ $title }”
skip-to-label = Where does it lead?
skip-to-hint = To a later section, or to a page where the form ends. What lies between is not asked.
skip-to-none = Choose a place
skip-if-label = Skip only if
skip-if-hint = Open a question and tick the answers after which people skip: one of those that you tick is enough. Tick nothing at all and everyone skips who was asked this question. Where several skips follow a question, the first that fits is taken.
end-page-new-title = Add a page where the form ends
end-page-edit-title = Change a page where the form ends
end-page-title-label = Heading
end-page-title-hint = For example, “This call is not for you”.
end-page-text-label = What it says
end-page-text-hint = Say why the form ends here, and where people can turn instead. Leave a line empty between paragraphs.
end-page-sends-label = What happens to the answers so far?
end-page-sends-yes = They can still be sent
end-page-sends-no = There is nothing to send
builder-add-section = Add a section
builder-add-question = Add a question
section-new-title = Add a section
section-edit-title = Change a section
section-title-label = Heading
section-title-hint = For example, “Your experience”.
section-intro-label = Introduction (optional)
section-intro-hint = Stands below the heading where all the questions are shown.
question-new-title = Add a question
question-edit-title = Change a question
question-title-label = Question
question-title-hint = One question, in plain words.
question-help-label = Help (optional)
question-help-hint = What you mean, an example, what you will do with the answers.
question-kind-label = How is it answered?
question-kind-short = In one line
question-kind-long = In many lines
question-kind-one = By choosing one
question-kind-any = By choosing any number
question-kind-agreement = By saying how much one agrees
question-kind-number = With a number
question-kind-date = With a date
question-kind-email = With an e-mail address
question-kind-telephone = With a telephone number
question-kind-declaration = By ticking a box to declare something
question-kind-documents = By attaching documents
question-kind-list = By choosing one of a long list
question-kind-place = By saying a place
question-kind-matrix = By rating several statements on one scale
question-kind-ranking = By putting options in order
question-kind-points = By sharing out points
question-kind-votes = By agreeing, disagreeing or passing, statement by statement
question-kind-group = By filling in a group of fields, again and again
question-kind-evidence = By adding pieces of evidence
question-group-choosing = Choices, options or statements
question-group-list = Settings for a long list or a place
question-group-scale = The scale for rating statements
question-group-ranking = How many options are put in order
question-group-points = How many points are shared out
question-group-why = Ask why beside what is chosen
question-group-words = How long a text may be
question-group-number = Settings for a number
question-group-documents = How many documents
question-group-declaration = The words of a declaration
question-group-fields = The fields of a group
question-group-entries = How many can be added
question-noun-label = What one of them is called
question-noun-hint = In the singular, for example, “example” or “visit”. It stands on the button: “Add another example”.
question-fields-text = What is asked of each, up to { $most } fields. A field without a name is left out.
question-field = Field { $number }
question-field-name = Name of field { $number }
question-field-kind = How is field { $number } answered?
question-field-choices = Choices of field { $number }
question-field-choices-hint = One a line, up to 20. Only where one is chosen.
question-field-required = Is field { $number } needed?
question-field-needed = Nothing can be added without it
question-least-entries-label = Least (optional)
question-least-entries-hint = 1 where nothing is said. Where the answer is not needed, there can be none all the same.
question-most-entries-label = Most (optional)
question-most-entries-hint = From 1 to { $most }; 5 where nothing is said.
question-none-label = A choice that goes with no other (optional)
question-none-hint = For example, “None of these”. Only where any number can be chosen. It stands last.
question-why-label = Why?
question-why-hint = Only for questions that are answered by choosing or by agreeing. The reasons stay with what was chosen.
question-why-no = Do not ask why
question-why-optional = Ask why; it can be left out
question-why-required = Ask why; it must be answered
question-begin-label = Begin with a list that is ready
question-begin-hint = Its lines are added to those above, and can be changed once they are there. A place without lines begins with all places.
question-begin-none = None
question-begin-systems = Integrated care systems of the directory
question-begin-places = Nations, regions and integrated care systems
question-own-label = What if it is not in the list?
question-own = It can be written in own words
question-scale-label = Points of the scale (optional)
question-scale-hint = One a line, at most 10, in their order. Where there are none, the statements are answered by saying how much one agrees.
question-places-label = How many places (optional)
question-places-hint = For example 3, for the first three. All options are put in order where nothing is said.
question-total-label = Points (optional)
question-total-hint = From 1 to 10,000; 100 where nothing is said.
builder-more-choices = and { $count } more
question-unit-label = Unit (optional)
question-unit-hint = For example, “hours a week”.
question-least-label = Least (optional)
question-most-label = Most (optional)
question-whole-label = Which numbers are taken?
question-whole = Only whole numbers
question-declaration-label = What is declared
question-declaration-hint = For example, “I may answer for this organisation.” It stands beside the box, and it must be ticked.
question-most-documents-label = Most documents (optional)
question-most-documents-hint = From 1 to 20; 5 where nothing is said. Only for questions that are answered with documents.
question-choices-label = Choices, options or statements
question-choices-hint = One a line; they can be pasted. Up to 1,000 to choose from, and up to 50 to rate, put in order, share points among or vote on.
question-word-limit-label = Most words (optional)
question-word-limit-hint = For answers in many lines, and for reasons. It is said before anyone begins to write.
question-required-label = Must it be answered?
question-required = An answer is needed
question-section-label = Section
fixed-typed = You had typed: { $typed }
asked-if-label = Ask it only if
asked-if-hint = Open an earlier question and tick the answers after which this is asked: one of those that you tick is enough. Tick nothing at all to ask it of everyone. Only earlier questions can decide, so nobody is ever sent round in a loop.
asked-if-join = Where you say something about several questions
asked-if-all = All of it must be so
asked-if-any = One of it is enough
asked-if-none-of = Turn it round: none of the answers to question { $number } ticked above
asked-if-choice-answered = Question { $number } was answered, whatever the answer
asked-if-choice-not-answered = Question { $number } was not answered
asked-if-number = A question that is answered with a number
asked-if-number-none = None
asked-if-least = The number is at least
asked-if-most = The number is at most
asked-if-lines = The answer to question { $number } is one of these
asked-if-lines-hint = Hold Ctrl (or Command) to choose several.
asked-if-choice = The answer to question { $number } is “{ $choice }”
asked-if-everyone = It is asked of everyone.
asked-if-none = No question comes before this, so it is asked of everyone.
remove-title = Remove this?
remove-text = It cannot be brought back.

error-call-kind = Choose what kind of exercise this is
error-call-kind-fixed = The kind of an announced call cannot be changed
error-call-title = Enter a title
error-call-title-long = Shorten the title to 150 characters
error-call-summary = Enter a summary
error-call-summary-long = Shorten the summary to 100 words: it has { $words }
error-call-remit = Say what the call is about
error-call-commissioner = Say who is asking
error-call-contact = Say how people can reach you
error-privacy-controller = Say who is responsible for personal data
error-privacy-purposes = Say what is collected, and what for
error-privacy-lawful-basis = Give the lawful basis
error-privacy-processors = Say who handles the data for you, or that nobody does
error-privacy-sharing = Say who else sees the data
error-privacy-retention = Say how long the data are kept
error-privacy-rights = Say what rights people have, and how to complain
error-call-policy = Say what will be published
error-call-opens-date = Enter the date on which the call opens
error-call-opens-time = Enter the time at which the call opens
error-call-closes-date = Enter the date on which the call closes
error-call-closes-time = Enter the time at which the call closes
error-call-closes-first = The call must close after it opens
error-call-grace = Enter a number of minutes from 0 to 1440
error-call-opens-midnight = Choose another time than midnight, such as 00:01: midnight could be read as the day before
error-call-closing-reason = Say why the closing time moves. People plan by it, and read the reason
error-call-reason-long = Shorten the reason to 100 words: it has { $words }
error-call-run-reason = Say why it runs for less than twelve weeks, or over a holiday
error-call-closes-past = The new closing time must lie ahead. To close the call now, use “Close the call now” on its overview.
error-call-already-open = The call has opened, so its opening time stays
error-call-no-texts = Fill in all the texts of the call first
error-call-no-privacy = Fill in every part of the privacy notice first
error-call-no-run-reason = Say on the page of the times why the call runs for less than twelve weeks or over a holiday
error-call-no-times = Set when the call opens and closes first
error-call-closing-passed = The closing time has passed. Set a later one first.
error-call-announced = The call is already announced
error-call-is-open = The call is already open
error-call-outcome-out = The outcome is published, so the call stays as it is
error-call-principles = Confirm that the Consultation Principles were considered
error-call-no-questions = Add at least one question first
error-call-unasked = Something in the form can never be reached by anyone. The page of the questions says what.
error-call-no-outcome = A call can be archived once its outcome is published
error-call-not-archived = The call is not archived
error-call-archived = The call is archived: it is a record and no longer changes. Bring it back first.
error-call-still-open = The call has not closed yet, or those who had begun may still finish
error-section-title = Enter a heading
error-section-not-empty = Move or remove the questions of this section first
error-question-section = Choose a section
error-question-kind = Choose a kind of answer
error-question-title = Enter the question
error-question-choices = Enter at least two choices, one a line
error-question-choices-twice = Two choices are the same
error-question-choices-many = Enter at most { $most } lines
error-question-scale = Enter from 2 to { $most } points of the scale, one a line, or leave it empty
error-question-scale-twice = Two points of the scale are the same
error-question-places = Enter a number of places from 1 to { $most }, or leave it empty
error-question-total = Enter a number of points from 1 to { $most }, or leave it empty
error-question-noun = Enter what one of them is called, such as “example”
error-question-fields = Enter the name of at least one field
error-question-field-name = Enter the name of the field that these choices are for
error-question-field-twice = Two fields have this name
error-question-entries = Enter a number from { $least } to { $most }, or leave it empty
error-question-word-limit = Enter a number of words from 10 to 50,000, or leave it empty
error-question-asked-if = Choose from answers of questions that come before this one
error-question-asked-if-two = Of “{ $question }” say one thing only: answers, a number, that it was answered, or that it was not
error-asked-if-limits = Enter the least or the most that the number may be
error-asked-if-number = Choose the question that is answered with this number
error-question-whole = Whole numbers are asked for, so the limit must be one
error-question-asked-if-none = Tick the answers to “{ $question }” of which none is meant
error-question-number = Enter a number in figures, such as 12 or 3.5
error-question-most = The most cannot be less than the least
error-question-declaration = Enter what is declared
error-question-most-documents = Enter a number of documents from 1 to 20, or leave it empty
error-question-order = A question must come after the one that decides whether it is asked
error-question-answered = People have begun to answer, so this can no longer be changed: an answer must stay an answer to what was asked
error-correction-note = Say why you change words that people have seen
error-correction-note-long = Shorten the note to 100 words: it has { $words }
error-skip-to = Choose a later section, or a page where the form ends
error-skip-order = A skip can only lead forward, and rests only on questions up to its own. Change or remove the skip first.
error-skip-rests = A skip rests on this question. Change or remove the skip first.
error-section-led-to = A skip leads to this section. Change or remove the skip first.
error-end-page-title = Enter a heading
error-end-page-title-long = Shorten the heading to { $limit } characters
error-end-page-text = Say why the form ends here
error-end-page-sends = Choose what happens to the answers so far
error-end-page-led-to = A skip leads to this page. Change or remove the skip first.
error-question-decides = Another question is asked only after certain answers to this one. Change that one first.

invited-title = Invited by letter
invited-lead = Whom you invite gets a letter with a personal link. By it you see who has answered, and never what they wrote.
invited-all = Invited
invited-waiting = Letter waits
invited-sent = Letter sent
invited-not-reached = Not reached
invited-stopped = Wants no letters
invited-begun = Has begun
invited-answered = Has answered
invited-written = Last letter
invited-act = What you can do
invited-people = Who was invited
invited-no-server = No mail server is set up, so letters are kept and not sent.
invited-add = Invite people
invited-list = Names and e-mail addresses
invited-list-hint = One person a line, such as “Ann Example, ann@example.org”. You can copy two columns from a spreadsheet.
invited-file = Or a file of them
invited-file-hint = A table saved as CSV, with a name and an address in each row.
invited-language = Language of the letters
invited-wrong-title = What is wrong
invited-wrong-column = Line
invited-wrong-text = What it says
invited-wrong-why = Why it cannot be read
invited-wrong-no-address = There is no e-mail address in it
invited-wrong-addresses = There is more than one e-mail address in it
invited-wrong-unfit = What should be an e-mail address is none
invited-wrong = What shall become of these lines?
invited-wrong-mend = I put them right above
invited-wrong-leave-out = Leave them out, and invite the others
invited-send = Send the invitations
invited-done-title = Done
invited-done = { $count ->
        [0] Nobody new was on the list.
        [one] 1 person was invited.
       *[other] { $count } people were invited.
    }
invited-reminded = { $count ->
        [one] 1 person is reminded.
       *[other] { $count } people are reminded.
    }
invited-known = { $count ->
        [one] 1 line named someone who was invited already, or twice.
       *[other] { $count } lines named people who were invited already, or twice.
    }
invited-refusing = { $count ->
        [one] 1 person has said that they want no invitations, and is not on the list.
       *[other] { $count } people have said that they want no invitations, and are not on the list.
    }
invited-removed = They are off the list.
invited-remove = Take off the list
invited-remove-title = Take { $who } off the list?
invited-remove-text = The links in the letters they had lead nowhere from then on, and they are not reminded. What they have answered stays.
invited-refuses-title = Why do you take them off?
invited-refuses = They asked not to be invited to anything again
invited-remove-button = Take them off the list
invited-remind-title = Remind those who have not answered
invited-remind-text = Nobody is reminded within { $days } days of their last letter, nor after closing, nor who stopped such letters or whose letters come back.
invited-remind = { $count ->
        [one] See the reminder for 1 person
       *[other] See the reminder for { $count } people
    }
invited-remind-count = { $count ->
        [0] Nobody can be reminded now.
        [one] This letter goes to 1 person, each with their own link.
       *[other] This letter goes to { $count } people, each with their own link.
    }
invited-remind-send = { $count ->
        [one] Send 1 reminder
       *[other] Send { $count } reminders
    }
error-invitees-none = Enter at least one name and e-mail address
error-invitees-lines = { $count ->
        [one] 1 line cannot be read, and nobody was invited. It is named below.
       *[other] { $count } lines cannot be read, and nobody was invited. They are named below.
    }
error-invitees-many = Enter at most { $limit } people at a time
error-invitees-not-open = People can be reminded while the call is open. It is not.
error-invitees-closed = People can be invited while the call is announced or open. It is neither.
error-invitees-nobody = Nobody can be reminded now. Everyone has answered, or had a letter in the last days.

# Answering after closing
late-team-title = Late answers
late-team-lead = After a call has closed, you can give somebody leave to answer. They get a link of their own; what they send by it is marked as late wherever you read it.
late-not-closed = Nobody needs leave now: it can be given after the call has closed and until its outcome is published.
late-give = Give leave to answer late
late-name = Who has it
late-name-hint = For example, the name of an organisation. Only your team reads it.
late-until-date = Until, date
late-until-time = Until, time
late-reason = Why
late-reason-hint = So that your team can explain it to others who ask.
late-give-button = Give leave
late-given = Leave that was given
late-column-why = Why, and the link to send them
late-column-until = Until
late-column-state = State
late-column-act = What you can do
late-sent = Sent
late-begun = Begun
late-unused = Not used yet
late-over = Over
late-end = Take back
error-late-name = Say who may answer late
error-late-name-long = Shorten the name to 150 characters
error-late-date = Enter the date until which they may answer
error-late-time = Enter the time until which they may answer
error-late-past = The time must lie ahead
error-late-reason = Say why they may answer late
error-late-not-closed = Leave to answer late can be given after the call has closed and until its outcome is published

# Stages
stages-plan = When the later stages are expected
stages-lead = People see them on the page of the call, as a time line. Say it as you would to them, such as “Spring 2027” or “within two months of the report”. Leave out what you do not know.
error-stage-long = Shorten it to { $most } characters

keywords-title = How people find it
keywords-lead = The list of all calls can be narrowed down by these.
keywords-themes = Themes
keywords-themes-hint = One on a line. Use the same words as other calls do. Add the Welsh after an equals sign: Mental health = Iechyd meddwl
keywords-places = Places
keywords-places-hint = The nations, regions, systems or towns that it is about, one on a line: Wales = Cymru
keywords-audiences = Who it wants to hear from
error-keyword-long = Use no more than { $most } characters for each
error-keywords-many = Name no more than { $most }

# The question bank
bank-title = Question bank
bank-lead = Questions worth asking again in the same words, so that the answers of several calls can be compared. A call takes a copy: what was asked stays as it was, whatever is changed here.
bank-words = Words in the question, its choices or its note
bank-find = Find
bank-none = There is no such question in the bank.
bank-add = Add a question to the bank
bank-asked-in = Asked in:
bank-new-title = Add a question to the bank
bank-edit-title = Change a question of the bank
bank-edit-text = Calls that took this question keep it as they took it.
bank-note-label = What it is for
bank-note-hint = Optional. When to ask it, and where its words come from. Only the team reads this.
bank-remove-title = Take this question out of the bank?
bank-remove = Take it out
bank-remove-text = Calls that took it keep it.
bank-keep-link = Keep in the question bank
bank-keep-title = Keep a question in the bank
bank-keep-text = A copy goes into the bank, without its section and its rule. Other calls can take it from there.
bank-keep = Keep it
bank-pick-title = Add questions from the bank
bank-pick-lead = Copies go to the end of the section that you choose. You can then change and move them as all others.
bank-take-label = Which questions?
bank-take = Add these questions
error-bank-note-long = What it is for must be { $most } characters or fewer
error-bank-kept = This question is in the bank already
error-bank-take = Choose at least one question
# Documents beside a call
materials-title = Documents beside the call
materials-lead = What people should read, see or hear before they answer: background, a draft, a fact sheet. Add each once, and then its versions: Easy Read, large print, Welsh, a BSL video, audio. Put them there together: whoever needs another version should have as much time to answer as everyone else.
materials-announced = The call is announced. Everyone sees what you change here at once, and the page of the call says what has changed and when.
materials-none = Nothing stands beside this call yet.
material-add = Add a document
material-add-button = Add it, and go on to its first version
material-edit = Change what is said of a document
material-title-label = Title
material-title-hint = For example, “What we know so far”.
material-summary-label = Short description (optional)
material-summary-hint = What is in it, and why to read it, in no more than 60 words.
material-question-label = What does it stand beside?
material-beside-call = The whole call
material-title-cy-label = Title in Welsh (optional)
material-summary-cy-label = Short description in Welsh (optional)
material-cy-hint = Shown on the Welsh pages. Where you leave it out, the English stands in its place.
material-unseen = Nobody sees this document yet. Add a version of it.
material-remove = Remove this document?
material-remove-text = { $count ->
        [0] It has no versions.
        [one] It goes with its 1 version. Answers that people have written stay.
       *[other] It goes with its { $count } versions. Answers that people have written stay.
    }
variant-add = Add a version
variant-add-button = Add this version
variant-format-label = What is this version?
format-main-hint = The document itself.
format-link-hint = By a link, given below.
format-audio-hint = As a file (MP3 or Ogg) or by a link.
variant-language-label = Language
variant-file-label = File
variant-file-hint = PDF, Word (.docx), OpenDocument (.odt), rich text (.rtf), plain text, a picture (PNG, JPEG), or audio (MP3, Ogg), of up to { $megabytes } MB.
variant-link-label = Or a link
variant-link-hint = For example, https://www.example.org/film. It begins with https://.
variant-note-label = Note (optional)
variant-note-hint = For example, “summary only”.
variant-remove = Remove this version?
variant-remove-text = The other versions stay.
error-material-title = Give the document a title
error-material-summary-long = Shorten the description to { $limit } words: it has { $words }
error-material-question = Choose one of the questions of this call
error-material-too-many = A call can have at most 50 documents. Remove one first.
error-variant-format = Say what this version is
error-variant-language = Choose one of the languages
error-variant-note-long = Shorten the note to { $limit } characters
error-variant-link = Enter a whole address that begins with https://, such as https://www.example.org/film
error-variant-both = Give a file or a link, and not both. Add the other as a version of its own
error-variant-needs-link = Give a link: videos and web pages are not kept here
error-variant-neither = Choose a file, or give a link
error-variant-fits = “{ $name }” does not fit what this version is. Audio is MP3 or Ogg, plain text is plain text, and everything else is something to read
error-variant-unknown = “{ $name }” is of a kind that we cannot take. Give it as PDF, Word (.docx), OpenDocument (.odt), rich text, plain text, PNG, JPEG, MP3 or Ogg
error-variant-again = Choose “{ $name }” again: a browser does not keep a chosen file
error-variant-too-many = A document can have at most 20 versions. Remove one first.

# Calls by invitation only
private-title = Who can take part
private-lead = A call can be by invitation only. What that means:
private-means-lists = It is on no list of calls, cannot be found or followed, and has no short link.
private-means-invited = Whoever you invite by letter gets a personal link. In the browser in which they open it they can read the call, its questions and its documents, and answer. A draft can be gone on with by its own private link.
private-means-others = Everyone else is told that there is no such page, also if they know the address.
private-means-team = Those of your team who may see the call before it is announced see it throughout.
private-means-published = Once you publish its outcome it becomes public as a record, with its questions and its documents. Findings and recommendations can be published from then on, and not before.
private-means-law = Responses are not secret for that reason. Freedom of information law covers them as it covers others, and so does what you say of publication.
private-legend = Who can take part in this call?
private-anyone = Anyone
private-anyone-hint = It is on the list of calls once it is announced.
private-invited = Only people whom we invite
private-invited-hint = You can invite them once the call is announced.
private-is = This call is by invitation only.
private-is-not = Anyone can take part in this call.
private-fixed = It is announced, so that stays.
private-no-link = It has no short link: whoever takes part needs a personal one, from the page “Invited by letter”.
act-announce-private = The call is by invitation only. You can now invite people, who can read it by their personal links. Nobody else hears of it.
act-open-now-private = The call is by invitation only. Whoever is invited can read and answer it from this moment. Nobody else hears of it.
act-private-stays = Neither its kind nor who can take part can be changed any more.
act-private-warning = Whoever is invited can see this at once, and it cannot be undone.
act-publish-outcome-private = The call was by invitation only. From this moment everyone can see it, with its questions and its documents.
error-call-reach = Say who can take part
error-call-private-announced = The call is announced, so who can take part stays as it is
error-call-private-outcome = This call is by invitation only. Publish its outcome first: until then nobody else may hear of it

# Figures of who takes part
figures-title = Who takes part, in figures
figures-begun = Drafts begun here
figures-completion = Drafts sent
figures-none-begun = None was begun
figures-sent-of = { $sent } of { $begun } ({ $percent }%)
figures-invited = Invited by letter
figures-invited-text = { $all ->
        [one] 1 person
       *[other] { $all } people
    }: { $begun } have begun, { $answered } have answered
figures-none = Nobody has answered yet.
figures-days = Responses by day
figures-day = Day
figures-days-label = { $count ->
        [one] 1 response
       *[other] { $count } responses
    } from { $from } to { $to }. Most on one day: { $most }, on { $best }.
figures-days-table = The same as a table
figures-channels = How they came
figures-public = What everyone sees
figures-public-text = Once the call has closed its page says how many responses came, and how many by kind of respondent and by language. Numbers below { $small } are not shown, nor are others from which they could be worked out.
figures-when = When
figures-early = Also while the call is open
figures-early-hint = Whole days are counted, until the end of the day before. Numbers that everyone watches can turn an inquiry into a race.
