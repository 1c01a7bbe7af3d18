### Assemblies: seats, meetings, decisions.

assemblies-title = Assemblies
assemblies-lead = An assembly carries the work on after a review: it takes its agenda from the same record, and every decision says what it rests on.
assemblies-none = There is no assembly yet.
assembly-stakeholder = Stakeholder assembly
assembly-citizens = Citizens’ assembly
assembly-forum = Forum
assembly-committee = Committee
assembly-remit = Remit

seats-title = Seats
seats-filled = Held today
seats-vacant = Vacant today
seats-lead = Seats belong to constituencies, apart from the people who hold them. This is how they are held today.
seats-count = { $filled } of { $target } held
seat-label = Seat { $label }
seat-vacant = Vacant
seat-coming = { $name } from { $when }
seat-since = since { $when }
seat-until = from { $from } to { $until }
capacity-personal = In a personal capacity
capacity-delegate = As a delegate

meetings-title = Meetings
meetings-to-come = To come
meetings-none-to-come = No meeting has been announced.
meetings-held = Held
meetings-none-held = No meeting has been held yet.
meeting-name = Meeting { $number }: { $title }
meeting-number = Meeting { $number }
meeting-starts = Starts
meeting-ends = Ends
meeting-place = Place

agenda-title = Agenda
agenda-none = The agenda is not there yet.
agenda-facts = { $purpose }, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
agenda-record = What was said and settled
agenda-at = Meeting { $number } of { $assembly }, { $when }
purpose-information = For information
purpose-discussion = For discussion
purpose-decision = For decision
paper-name = Paper: { $title }
paper-by = By { $author }
evidence-title = Evidence pack
evidence-words = { $count ->
        [one] The { $count } excerpt it rests on
       *[other] The { $count } excerpts it rests on
    }

decisions-title = Decisions
decisions-none = No decision has been taken yet.
decision-title = Decision { $number }: { $title }
decision-of = { $assembly }, { $when }
decision-taken = Taken at meeting { $meeting } on { $when }
decision-cites = It rests on
decision-dissent = Those who did not agree asked to have this recorded
decision-call = It puts this call:
votes-for = For: { $count }
votes-against = Against: { $count }
votes-abstained = Abstained: { $count }
cited-finding = Finding { $number } of “{ $call }”: { $title }
cited-withheld = { $count ->
        [one] { $count } more that is not published
       *[other] { $count } more that are not published
    }
