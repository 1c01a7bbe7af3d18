### Recommendations, what they rest on, and what came of them.

register-title = Recommendations
register-lead = What was recommended, how the government replied, and what has been done. Each leads down to the exact words it rests on.
register-unverified = A recommendation has its official number here only where someone has compared it with the report itself. Where there is no number, its wording and its place in the report have not been compared.
register-theme = Theme
register-any-theme = All themes
register-reply = Reply
register-any-reply = All replies
register-option = { $name } ({ $count })
register-filter = Show
register-all = Show all recommendations
register-count = { $total ->
        [one] { $shown } of { $total } recommendation
       *[other] { $shown } of { $total } recommendations
    }
register-none = There is nothing to show here.
register-progress = { $status }, noted on { $when }
source-line = Source: { $source }
recommendation = Recommendation
recommendation-number = Recommendation { $number }
finding = Finding
finding-number = Finding { $number }
finding-recommendations = Recommendations that rest on it
finding-no-recommendation = No recommendation rests on it yet.
published-findings = Findings
published-findings-lead = What the evidence says, in the words of the team that read it. Each finding leads down to the exact words it rests on.
published-findings-none = No findings are published yet.
not-published = Not published

reply-accepted = Accepted
reply-in-principle = Accepted in principle
reply-partly = Accepted in part
reply-under-further-work = Under further work
reply-rejected = Rejected
reply-no-clear-answer = No clear answer
reply-none = No reply yet
progress-not-started = Not started
progress-some = Some progress
progress-done = Done
progress-overtaken = Overtaken by events

trace-unverified = Neither this wording nor its number has been compared with the report it comes from.
trace-latest-reply = Latest reply
trace-source = Where it comes from
trace-call = Call for evidence
trace-down = What it rests on
trace-tally = Below it are { $excerpts ->
        [one] { $excerpts } excerpt
       *[other] { $excerpts } excerpts
    } from { $responses ->
        [one] { $responses } response
       *[other] { $responses } responses
    }.
trace-tally-rest = You can read { $shown } of them here. The rest are counted: the people who wrote them chose not to have them published, or the finding is not published.
trace-tally-none = No excerpts have been linked to it.
trace-words = Words of a response
trace-up = What came of it
trace-replies = Replies of the government
trace-no-reply = There is no reply yet. That does not mean that it was rejected.
trace-progress = Progress
trace-no-progress = No progress has been noted yet.
trace-decisions = Decisions of assemblies
trace-no-decision = No assembly has taken a decision on it yet.
trace-agenda = On the agenda of assemblies
findings-withheld = { $count ->
        [one] { $count } finding that is not published
       *[other] { $count } findings that are not published
    }
recommendations-withheld = { $count ->
        [one] { $count } recommendation that is not published
       *[other] { $count } recommendations that are not published
    }

quote-source = { $who }, in answer to “{ $question }”
quote-paragraph = paragraph { $number }
quote-paragraphs = paragraphs { $first } to { $last }
quote-individual = A person
quote-on-behalf = Someone who answered for another person
quote-organisation = An organisation
quote-themes = Themes: { $themes }
quote-consent = May it be published? { $consent }
quote-changed = The respondent has changed this answer since.
quote-rest = { $words ->
        [one] Read on: { $words } more word
       *[other] Read on: { $words } more words
    }
quote-withdrawn = { $count ->
        [one] { $count } excerpt whose respondent has withdrawn it
       *[other] { $count } excerpts whose respondents have withdrawn them
    }
quote-withheld = { $count ->
        [one] { $count } more excerpt that may not be shown
       *[other] { $count } more excerpts that may not be shown
    }

journey-title = Where did my words go?
journey-lead = Your receipt shows you which of your words were used, in which findings, and what came of them.
journey-reference = Your reference
journey-reference-hint = For example, 7KXD-93QM
journey-code = Fingerprint
journey-code-hint = The first { $least } letters and numbers of the fingerprint on your receipt, or all of it
journey-show = Show me
journey-reading = Reading
journey-read = Read by the team
journey-not-read = Not marked as read yet
journey-intact = What we hold still gives it
journey-broken = What we hold no longer gives it
journey-broken-text = Something that you sent was changed after you sent it. Write to the contact on the page of the call, and keep your receipt.
journey-none = Nothing rests on your words yet. The team reads every response, and more may follow when it publishes its findings.
journey-words = Words { $number } of { $of }
journey-withdrawn = You withdrew this response at { $when }. Nobody reads it any more.
journey-earlier = Your receipt is of version { $number } of { $of } of this response.
journey-earlier-sent = It was sent at { $when }.
journey-earlier-intact = We keep that version as you sent it.
journey-earlier-now = The response was changed later. What you see here is of the version that counts now, and of words of earlier ones that are still quoted.
receipt-journey = Where did my words go?
receipt-journey-text = See which of your words were used, and what came of them. You can also do that later, with your reference and the beginning of the fingerprint.

error-receipt-reference = Enter the reference on your receipt, such as 7KXD-93QM
error-receipt-code = Enter at least the first 12 letters and numbers of the code on your receipt
error-receipt-withdrawn = You have withdrawn this response. Nobody reads it any more.
error-receipt-waits = We have this response. Someone on the review team looks at it before it joins the others. Come back later.
error-receipt-unknown = The reference and the code do not belong together. Check both and try again.
