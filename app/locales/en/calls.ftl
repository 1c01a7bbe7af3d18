### Calls, as the public sees them.

calls-title = Calls for evidence
calls-open = Open
calls-upcoming = Opening soon
calls-closed = Closed
calls-archived = Archived
calls-none-open = No call is open at the moment.
calls-none-upcoming = None has been announced.
calls-none-closed = None has closed yet.

kind-call-for-evidence = Call for evidence
kind-consultation = Consultation

state-draft = Draft
state-unopened = Opening soon
state-open = Open
state-closed = Closed
state-analysing = Being analysed
state-outcome = Outcome published
state-archived = Archived

call-state = State
call-commissioner = Who is asking
call-opens = Opens at { $when }
call-opens-label = Opens
call-closes = Closes at { $when }
call-closes-label = Closes
call-run-reason = Why it runs at this time, and for this long
call-closing-history = The closing time has moved
call-closing-moved = On { $day } it was moved from { $before } to { $after }.
call-closing-early = It was closed at { $after }, before { $before }.
call-closed-at = Closed at { $when }
call-before-you-start = You can read every question first. You can save your answers and come back later. If you have begun when the call closes, you have { $grace ->
        [one] { $grace } more minute
       *[other] { $grace } more minutes
    } to finish.
call-start = Start your response
call-continue = Go on with your response
call-now-unopened = This call opens at { $when }. You can already read the questions.
call-now-closed = This call closed at { $when }. New responses can no longer be started.
call-now-analysing = This call has closed. The team is analysing what you told it.
call-now-outcome = This call has closed and its outcome is published.
call-now-archived = This call is archived. It is kept as a record and no longer changes.
call-received = { $count ->
        [one] { $count } response was received.
       *[other] { $count } responses were received.
    }
call-recommendations = Read the recommendations
call-remit = What this is about
call-questions = The questions
call-questions-count = There { $count ->
        [one] is one question
       *[other] are { $count } questions
    }. Some are asked only after certain answers.
call-questions-all = Read or print the questions before you answer
stages-title = What happens when
stage-evidence = Evidence
stage-analysis = Analysis
stage-report = Report
stage-reply = Reply
stage-follow-up = Follow-up
stage-evidence-times = From { $opens } to { $closes }
stage-past = Over
stage-now = Now
stage-ahead = To come
call-ways = Ways to respond
call-way-online = Answer online on this page. You do not need an account.
call-way-other = Or use the contact below to answer in another way, or to ask for another format. It counts the same.
call-publication = What will be published
call-privacy = Privacy notice
privacy-controller = Who is responsible
privacy-purposes = What is collected, and what for
privacy-lawful-basis = The lawful basis
privacy-processors = Who handles it for us
privacy-sharing = Who else sees it
privacy-retention = How long it is kept
privacy-rights = Your rights, and how to complain

preview-title = Preview
preview-text = Only the team, and those to whom it gave a private link, can see this page. It has not been announced.
preview-form = Try the form
preview-step = This is a preview. Answers are checked and not kept.
preview-next = Continue

questions-title = All the questions
questions-lead = These are all the questions, to read or print, to talk over with others and to prepare your answers.
questions-opens = You can answer from { $when }.
questions-closes = We must have your answers by { $when }.
questions-online = Answer online at { $address }. You do not need an account.
questions-answer = Your answer:
questions-take = You can also take them with you:
questions-docx = The questions as a Word document (DOCX)
questions-large-print = The questions in large print, 18 point (DOCX)
questions-text = The questions as plain text (TXT)
question-number = { $number }. { $title }
question-asked-if = Asked only if { $conditions }.
section-asked-if = This section is asked only if { $conditions }.
asked-if-is = the answer to question { $number } is { $choices }
asked-if-is-not = the answer to question { $number } is not { $choices }
asked-if-between = the answer to question { $number } is from { $least } to { $most }
asked-if-at-least = the answer to question { $number } is at least { $least }
asked-if-at-most = the answer to question { $number } is at most { $most }
asked-if-answered = question { $number } is answered
asked-if-not-answered = question { $number } is not answered
asked-if-and = { $before } and { $next }
asked-if-or = { $before } or { $next }
correction = Corrected at { $when }: { $note }
correction-before = Before that it said: “{ $before }”
correction-help-before = Before that its help said: “{ $before }”
correction-choice = “{ $after }” was called “{ $before }” before.
correction-section = Section “{ $title }”
corrections-title = Corrections to the questions
correction-now = It now says: “{ $now }”
skip-if = If { $conditions }, go to { $place }.
skip-always = After this question go to { $place }.
skip-otherwise = Otherwise go to { $place }.
skip-to-section = the section “{ $title }”
skip-to-end = the page “{ $title }”, where the form ends
end-pages-title = Where the form can end early
end-pages-lead = Some answers lead to one of these pages, and the questions after that are not asked.
end-page-sends = What was answered so far can still be sent.
end-page-unsent = Nothing is sent from here.
count-questions = { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
rule-short = Answer in one line.
rule-long = Answer in as many words as you need.
rule-one = Choose one.
rule-any = Choose all that apply.
rule-agreement = Choose how much you agree.
rule-number = Answer with a number.
rule-number-whole = Answer with a whole number.
rule-number-unit = It is counted in { $unit }.
rule-number-between = It can be from { $least } to { $most }.
rule-number-least = It must be at least { $least }.
rule-number-most = It can be at most { $most }.
rule-date = Answer with a day, month and year, such as 27 3 2024.
rule-email = Answer with an e-mail address. It is not published, and only those of the team who must know see it.
rule-telephone = Answer with a telephone number. It is not published, and only those of the team who must know see it.
rule-declaration = Tick the box. Without it you cannot send your response.
rule-list = Choose one from the list.
rule-place = Choose the place from the list.
rule-list-own = If it is not in the list, you can write it in your own words.
rule-matrix = For each statement choose one: { $points }.
rule-votes = For each statement say whether you agree or disagree, or pass it.
rule-ranking = Give each option a place, from 1 for the first to { $places } for the last.
rule-ranking-first = Give your first { $places } of { $all } options a place: 1 for the first, then 2, and so on. Leave the others without one.
rule-points = Share out { $total } points among the options. Together they must come to { $total }.
rule-entries = You add them one by one, up to { $most } of them.
rule-entries-one = You can add one.
rule-entries-exactly = You add { $most } of them, one by one.
rule-entries-between = You add them one by one, from { $least } to { $most } of them.
rule-why = You are also asked why.
rule-why-limit = You are also asked why, in up to { $limit } words.
rule-why-optional = You can also say why.
rule-why-optional-limit = You can also say why, in up to { $limit } words.
agreement-strongly-agree = Strongly agree
agreement-agree = Agree
agreement-neither = Neither agree nor disagree
agreement-disagree = Disagree
agreement-strongly-disagree = Strongly disagree
agreement-dont-know = I do not know
vote-agree = Agree
vote-disagree = Disagree
vote-pass = Pass
rule-required = An answer is needed.
rule-optional = You can leave this out.
rule-required-each = An answer to each is needed.
rule-optional-each = You can leave out any of them.
words-limit = You can use up to { $limit } words.
words-left-one = You have one word left
words-left-other = You have %{"{"}count{"}"} words left
words-left-none = You have no words left
words-over-one = You have one word too many
words-over-other = You have %{"{"}count{"}"} words too many

late-title = You may still answer
late-text = This call has closed. The team lets you answer until { $until }.
late-marked = Your response is marked as sent after closing, and counts like the others.
late-start = Go on to the questions
late-call = Read about the call first

calls-words = Words
calls-state = State
calls-theme = Theme
calls-place = Place
calls-audience = Who it wants to hear from
calls-commissioner = Who asks
calls-any = Any
calls-find = Find calls
calls-found = { $count ->
    [0] No call was found.
    [one] 1 call was found.
   *[other] { $count } calls were found.
}
calls-all = Show all calls
audience-public = Everyone
audience-patients = People who use health and care
audience-carers = Unpaid carers
audience-young-people = Children and young people
audience-voluntary = Voluntary and community organisations
audience-workforce = People who work in health and care
audience-nhs = NHS bodies and integrated care systems
audience-councils = Councils
audience-providers = Providers of care
audience-researchers = Researchers

# Documents beside a call and its questions
materials-heading = Documents
materials-question = Documents for this question
material-beside = For question { $number }
material-about = ({ $kind }, { $size }, { $language })
material-about-link = (on { $site }, { $language })
material-waiting = This is being checked for viruses. You can open it here shortly.
material-other-format = Ask for another format
material-other-format-text = Say which document you mean, which format you need, and any assistive technology that you use. Write or speak to:
material-changes = Changes to the documents
material-variant = { $format }, { $language }
material-change-added = { $day }: “{ $title }” added
material-change-changed = { $day }: what is said about “{ $title }” changed
material-change-removed = { $day }: “{ $title }” removed
material-change-variant-added = { $day }: another version of “{ $title }” added ({ $variant })
material-change-variant-removed = { $day }: a version of “{ $title }” removed ({ $variant })
format-main = Main document
format-easy-read = Easy Read
format-large-print = Large print
format-bsl = BSL video
format-audio = Audio
format-plain-text = Plain text
format-web-page = Web page
tongue-en = English
tongue-cy = Welsh
tongue-bfi = British Sign Language
tongue-ar = Arabic
tongue-bn = Bengali
tongue-gu = Gujarati
tongue-pl = Polish
tongue-pt = Portuguese
tongue-pa = Punjabi
tongue-ro = Romanian
tongue-so = Somali
tongue-es = Spanish
tongue-uk = Ukrainian
tongue-ur = Urdu

private-notice = This call is by invitation only. You can see it because you were invited to it. Please do not pass your link on: it is for you alone.

# Who took part
figures-who = Who has taken part
figures-until = { $count ->
        [one] { $count } response had come by the end of { $day }.
       *[other] { $count } responses had come by the end of { $day }.
    } More may follow.
figures-kinds = Who answered
figures-languages = Language
figures-responses = Responses
figures-hidden = not shown
figures-hidden-text = Numbers below { $small } are not shown, nor are others from which they could be worked out, so that nobody can be recognised.
figures-no-poll = This is not a poll. What people say counts, and not how many say it; and those who answer are not a sample of everyone.
