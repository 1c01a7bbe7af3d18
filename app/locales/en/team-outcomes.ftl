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

error-title-long = Shorten this to { $limit } characters
error-excerpt-span = Choose words that are in the answer
error-finding-no-excerpts = A published finding must rest on at least one excerpt
error-call-not-announced = Announce the call first: nothing of it can be published before
