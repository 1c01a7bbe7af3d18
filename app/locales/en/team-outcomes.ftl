### The team's pages for findings and recommendations.

error-finding-title = Enter a title for the finding
error-finding-text = Say what the evidence shows
error-recommendation-title = Enter the recommendation
error-recommendation-source = Say where this comes from
error-recommendation-number = Enter the number it has in the report, or leave it empty
error-status = Choose a status
error-words = Enter the words of the source
error-date = Enter a date

journey-team-none = Nothing rests on these words yet.
desk-trace = Where did these words go?

error-excerpt-span = Choose words that are in the answer
error-finding-no-excerpts = A published finding must rest on at least one excerpt
error-call-not-announced = Announce the call first: nothing of it can be published before

published = Published
publish = Publish
withdraw = Withdraw
column-number = Number
column-excerpts = Excerpts
column-state = State
status-label = Status
words-label = The words of the source
words-hint = Exactly as they stand there, or say that it is a paraphrase.
source-hint = The document, with its page or paragraph, or an address
date-label = Date
team-assemblies = Assemblies

findings-title = Findings
findings-add = Add a finding
findings-none = There is no finding yet.
finding-change = Change a finding
finding-title-label = Finding
finding-text-label = What the evidence shows
finding-text-hint = Say how many said it, who they were, and who saw it otherwise.
finding-rests-on = The words it rests on
finding-pick-how = To add words, open a code, choose excerpts there, and pick them for this finding:
finding-unpick = Take out
finding-option = { $number }: { $title }
pick-finding = Pick the chosen excerpts for a finding
pick-none = Choose a finding
pick-button = Pick
pick-excerpt-long = Choose all { $length } characters of { $reference }
pick-excerpt = Choose these words of { $reference }
error-pick-finding = Choose a finding
error-pick-excerpts = Choose at least one excerpt

recommendations-add = Add a recommendation
recommendations-none = There is no recommendation yet.
recommendation-change = Change a recommendation
outcome-trace = Follow it both ways
recommendation-title-label = Recommendation
recommendation-text-label = More about it (optional)
recommendation-theme-label = Theme (optional)
recommendation-rests-on = Findings it rests on
official-number = Its number in the report (optional)
official-number-hint = It is published only once someone has compared it with the report.
official-compared = Compared with the report
official-compared-yes = I have compared the number and the wording with the report itself
official-verified = compared with the report
official-unverified = not compared with the report, so it is not published
reply-add = Add a reply of the government
progress-add = Add a note of progress
finding-withdrawn = { $count ->
        [one] Words of a response that was withdrawn are picked here. They are shown to nobody. Look whether the finding still rests on enough, and take them out.
       *[other] Words of responses that were withdrawn are picked here, { $count } times. They are shown to nobody. Look whether the finding still rests on enough, and take them out.
    }
finding-withdrawn-words = Withdrawn words { $number }
