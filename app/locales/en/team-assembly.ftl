### The team's pages for assemblies.

error-decision-text = Enter what was decided
error-decision-votes = Enter a number of votes
error-decision-cites-nothing = Choose at least one finding or recommendation that the decision rests on

error-assembly-name = Enter the name of the assembly
error-assembly-kind = Choose what kind of assembly this is
error-assembly-remit = Say what the assembly is for
error-constituency-name = Enter the name of the constituency
error-constituency-seats = Enter a number of seats from { $least } to { $most }
error-constituency-seats-held = Enter at least { $least } seats: that many have been held, and those stay on record
error-seat-label = Enter what the seat is called
error-term-holder = Enter the name of the person who holds the seat
error-term-capacity = Choose in what capacity they hold the seat
error-term-starts = Enter the first day of the term
error-term-ends-first = The last day must not be before the first
error-term-overlaps = { $holder } holds this seat on some of these days
error-meeting-title = Enter a title for the meeting
error-meeting-place = Say where the meeting is
error-meeting-time = Enter a time, such as 10:00
error-meeting-ends-first = The meeting must end after it starts
error-meeting-not-begun = The meeting has not begun, so there is nothing to record yet
error-agenda-title = Enter a title for the agenda item
error-agenda-minutes = Enter a number of minutes from { $least } to { $most }
error-agenda-purpose = Choose what is asked of the members
error-agenda-record = Write down what was said and settled
error-agenda-decided = Something was decided on this item, so it stays on the agenda
error-paper-title = Enter a title for the paper
error-paper-author = Say who wrote the paper
error-paper-body = Enter the text of the paper
error-decision-title = Enter a title for the decision
error-decision-call = Choose a call from the list, or none
