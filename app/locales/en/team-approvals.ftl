### The team's pages about acts that take two people. What is asked for is named in letters.ftl.

approvals-title = Approvals
approvals-lead = What was asked for on this call, and what somebody else decided.
approvals-none = Nothing was asked for yet.
approvals-what = What
approvals-asked-by = Asked by
approvals-asked-at = Asked at
approvals-state = State
approvals-decided-by = Decided by
approvals-reason = Reason
approvals-note = What they say
approvals-number = Approvals of this call
approvals-home = Waiting for a second person
approvals-home-yours = { $asker } asks you: { $what }
approvals-home-mine = You asked: { $what }
approval-state-asked = Waiting
approval-state-approved = Approved
approval-state-refused = Refused
approval-state-withdrawn = Withdrawn
approval-state-lapsed = Lapsed

# One of them
approval-heading-announce = Announce the call
approval-heading-open-now = Open the call now
approval-heading-close-now = Close the call now
approval-heading-publish-outcome = Say that the outcome is published
approval-heading-archive = Archive the call
approval-heading-bring-back = Bring the call back from the archive
approval-heading-delete = Delete the call
approval-heading-change-times = Change when the call opens and closes
approval-heading-one-person = Let one person run the call
approval-heading-publish-finding = Publish a finding
approval-heading-publish-recommendation = Publish a recommendation
approval-heading-add-reply = Add a reply
approval-heading-add-progress = Add a note of progress
approval-would = What it would do
approval-did = What it was about
approval-column-what = Time
approval-column-before = Before
approval-column-after = After
approval-same = stays { $time }
approval-read-call = Read the call as the public would
approval-read-finding = Read the finding with the words it rests on
approval-read-recommendation = Read the recommendation with all that belongs to it
approval-effect-finding = Everyone can read this finding, with those of its words that their respondents let be published.
approval-effect-recommendation = Everyone can read this recommendation in the register, with its replies and progress.
approval-effect-reply = Everyone can read this reply below the recommendation.
approval-effect-progress = Everyone can read this note below the recommendation.
approval-effect-one-person = From then on one person alone can open, close and delete this call, change its times and publish. Whatever else waits for approval lapses.
approval-changed = What this is about has changed since it was asked for, so nobody can approve it. Whoever still wants it asks again.
approval-who = { $who } can approve it. Each of them has had a letter.
approval-next = When one of them approves, it is done at that moment, and you get a letter. If it is refused, you get a letter with the reason.
approval-nobody = Nobody else can approve this. Only somebody who had the role for it when you asked can. Give a colleague the role, withdraw this, and ask again.
approval-new = You have the role for this only since it was asked for, so you cannot decide it. Somebody who had it then can, or it is asked for again.
approval-decide = Decide
approval-decide-legend = Do you approve?
approval-approve = Approve: it is done at once
approval-refuse = Refuse
approval-reason-label = Reason
approval-reason-hint = { $asker } reads it, and it stays with the call. You need one to refuse.
approval-button = Send the decision
approval-withdraw = Withdraw it

# Asking
approval-takes-two = It takes two people: you ask now, and it is done when somebody else approves.
approval-others = These people can: { $who }.
approval-others-none = At the moment nobody else can. Give a colleague a role that allows it first.
approval-note-label = Why (optional)
approval-note-hint = Whoever decides reads it.
approval-ask = Ask for approval
approval-ask-about = { $what }: ask for approval
approval-pending = { $asker } asked for this, and it waits for somebody else.
approval-see = See what was asked for

# How many people a call takes
two-people-title = How many people it takes
two-people-legend = Who does them
two-people-lead = Some things on a call can hardly be taken back: opening it, closing it early, changing its times once it is announced, publishing anything, and deleting it.
two-people-two = Two
two-people-two-hint = One person asks, and it is done when somebody else with the same right approves.
two-people-one = One
two-people-one-hint = Whoever has the right does it alone.
two-people-back = It takes two people now. That one is enough again takes a second person too.
two-people-now-two = It takes two people to open, close, publish or delete this call.
two-people-now-one = One person alone can open, close, publish or delete this call.
two-people-change = Change how many people it takes

# Deleting a call
act-delete = Delete the call
act-delete-question = Delete this call?
act-delete-text = The call goes for good, with its { $questions ->
        [one] question
       *[other] { $questions } questions
    }, its codebook, and findings and recommendations that were drafted for it.
act-delete-roles = Roles that people hold on this call alone end, and invitations to them are withdrawn.
act-delete-link = Its private link and its pages open nothing any more.
act-delete-kept = The audit still tells that it was there, and who deleted it.
act-delete-warning = It cannot be brought back.

error-approval-decision = Choose whether you approve
error-approval-reason = Say why you refuse
error-approval-long = Shorten this to 200 words: it has { $words }
error-approval-people = Choose how many people it takes
error-approval-nobody = This call takes two people, and the command line is nobody. Ask for it in the team area.
error-approval-own = You asked for this yourself. Somebody else must decide.
error-approval-not-yours = Your roles do not allow you to decide this
error-approval-too-new = You have the role for this only since it was asked for. Somebody who had it then can decide.
error-approval-waits = Somebody else has already asked for this. See Approvals: decide about that first.
error-approval-decided = This no longer waits: it was decided or withdrawn. Nothing more was done.
error-approval-asker = Whoever asked for this may no longer do it themselves, so nobody can approve it. Somebody else can ask again.
error-approval-changed = What this is about has changed since it was asked for, so it was not done. It has to be asked for again.
error-approval-withdraw-first = This is published, and the call takes two people. Withdraw it, change it, and ask for it to be published again.
error-call-delete-announced = The call was announced, so it stays: people may know its address
error-call-delete-answered = Somebody has answered this call, so it can never be deleted
error-call-delete-decided = A decision of an assembly names this call or an outcome of it, so it cannot be deleted
