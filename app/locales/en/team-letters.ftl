### The team's pages of letters.

letters-title = Letters
letters-no-server = No mail server is set up, so letters are kept here and not sent. Whoever runs this site can set one up.
letters-paused = Sending is paused since { $when }. Letters wait.
letters-unsure = { $count ->
        [one] Of { $count } letter nobody knows whether it arrived. Decide whether to send it again.
       *[other] Of { $count } letters nobody knows whether they arrived. Decide whether to send them again.
    }
letters-shelves = Letters by state
letters-shelf = { $name } ({ $count })
letters-none = There are no such letters.
letters-all-again = Send all of them
letters-pause = Pause sending
letters-pause-hint = New letters wait until someone goes on. One that is on its way still arrives.
letters-resume = Go on sending
letters-resume-hint = Every letter that waits is sent.
letters-test = Send a test letter
letters-test-hint = It shows whether letters leave and arrive.
letters-test-send = Send
letters-texts = Change the texts of letters
letters-texts-title = Texts of letters
letters-texts-lead = Each letter comes with a text. You can write your own, from the next letter on, and take the first one back at any time.

letter-to = To
letter-forgotten = Forgotten after { $days } days
letter-kind = Letter
letter-posted = Posted
letter-settled = Ended
letter-state = State
letter-said = What the mail server said
letter-tries = Tries
letter-language = Language
letter-id = Message-ID, by which mail servers note it
letter-words = The letter
letter-secret = This letter holds a link that lets somebody in, so only whoever gets it reads it. Its words are erased once it has gone, and it cannot be sent again: make a new link instead.
letter-next = { $tries ->
        [one] Tried once.
       *[other] Tried { $tries } times.
    } Next try: { $when }.
letter-again = Send it again
letter-send = Send it
letter-arrived = It has arrived

letter-state-waiting = Waiting
letter-state-sending = Being sent
letter-state-sent = Sent
letter-state-unsure = Not known
letter-state-failed = Failed
letter-state-bounced = No such mailbox
letter-state-kept = Kept
letter-state-stopped = Not wanted
letter-means-waiting = It will be sent when its time comes.
letter-means-sending = It is on its way to the mail server.
letter-means-sent = The mail server took it. Whether it was read, nobody here can know.
letter-means-unsure = The connection ended after the words had left and before the mail server answered. It may have arrived or not, so it is not sent again by itself. Look for its Message-ID in the log of the mail server, or ask whoever it was for.
letter-means-failed = The mail server would not take it, or could not for three days.
letter-means-bounced = The mail server says that there is no such mailbox. Check the address.
letter-means-kept = There was no mail server when it was written.
letter-means-stopped = Whoever it was for has stopped such letters, or there was no more reason for it when its turn came: it was not sent.

letter-kind-test = Test letter
letter-kind-test-about = Shows whether letters leave and arrive.
letter-kind-team-invitation = Invitation to the team
letter-kind-prove-address = Is this address yours?
letter-kind-prove-address-about = Sent to whoever wants to show that the address of their account is theirs, with the link that shows it.
letter-kind-organisation-code = Code for an organisation
letter-kind-organisation-code-about = Sent to the address of an organisation’s entry, with the code that makes somebody its owner here.
letter-kind-organisation-claimed = Somebody acts for an organisation
letter-kind-organisation-claimed-about = Tells an organisation, at the address of its entry, that it has an owner here.
letter-kind-member-invitation = Invitation to act for an organisation
letter-kind-member-invitation-about = Sent when an owner of an organisation invites somebody. It holds the link that accepts.
letter-kind-membership-asked = Somebody asks to act for an organisation
letter-kind-membership-asked-about = Sent to the owners of the organisation, or to the administrators where it has none.
letter-kind-membership-given = Role for an organisation
letter-kind-membership-given-about = Tells a member which role they have from now on.
letter-kind-membership-refused = Request to act for an organisation refused
letter-kind-membership-refused-about = Tells whoever asked that they are not let in, with the reason.
letter-kind-membership-ended = Removed from an organisation
letter-kind-membership-ended-about = Tells a member whom an owner has removed.
letter-kind-member-joined = Somebody has joined an organisation
letter-kind-member-joined-about = Sent to the owners of the organisation.
letter-kind-sign-in-link = Link to sign in
letter-kind-sign-in-link-about = Sent to whoever asks to sign in by a link. It holds the link, which works once.
letter-kind-glass-broken = Somebody saw who wrote a response
letter-kind-glass-broken-about = Sent to the data-protection officers, with the reason that was given.
letter-kind-approval-asked = Somebody asks for approval
letter-kind-approval-asked-about = Sent to everyone who can approve, where a call takes two people.
letter-kind-approval-decided = An approval was decided
letter-kind-approval-decided-about = Sent to whoever asked for it.
letter-kind-closing-moved = The closing time of a call has moved
letter-kind-closing-moved-about = Sent to whoever keeps a draft of it in their account.
letter-kind-draft-link = Private link of a draft
letter-kind-draft-link-about = Sent to whoever answers a call without an account and asks for it. Nobody keeps the address.
letter-kind-draft-reminder = Reminder of a draft
letter-kind-draft-reminder-about = Sent three days before a call closes to whoever asked for it. The address is forgotten then.
letter-kind-sign-off-asked = Sign-off asked for
letter-kind-sign-off-asked-about = Asks those who may to sign off what their organisation would send.
letter-kind-signed-off = Signed off
letter-kind-signed-off-about = Tells the members of an organisation that what they wrote together is signed off.
letter-kind-shared-sent = Response of an organisation sent
letter-kind-shared-sent-about = Tells the members of an organisation that what they wrote together was sent.
letter-kind-co-sign-asked = Signature asked for
letter-kind-co-sign-asked-about = Asks somebody to sign a response together with whoever writes it. It takes a private link.
letter-kind-receipt = Receipt of a response
letter-kind-receipt-about = Sent to whoever has sent a response and asks for it. Nobody keeps the address.
letter-kind-call-invitation = Invitation to answer a call
letter-kind-call-invitation-about = Goes to everyone on the list of a call, with a personal link.
letter-kind-call-reminder = Reminder to answer a call
letter-kind-call-reminder-about = Goes to those on the list of a call who have not answered.
letter-kind-follow = To follow something
letter-kind-follow-about = Asks whether someone wants letters about something, with the link to say yes.
letter-kind-news = News
letter-kind-news-about = Tells a follower of one thing that happened.
letter-kind-digest = News of a day or a week
letter-kind-digest-about = Tells a follower of several things that happened, by what they follow.
letter-kind-team-invitation-about = Sent when an administrator invites a person. It holds the link that makes an account.

letter-subject = Subject
letter-body = Text
letter-body-hint = Leave a line free between paragraphs. Words in braces are filled in for each letter: { $places }. Those with a star must be there.
letter-text-own = Your own
letter-text-about = the text of { $kind }, { $language }
letter-text-save = Save
letter-text-preview = Show how it looks
letter-text-preview-title = How it looks
letter-text-reset-title = The first text
letter-text-reset = Take the first text back

error-letter-subject = Enter a subject
error-letter-body = Enter the text of the letter
error-letter-long = The text can have at most { $limit } characters
error-letter-place = There is no { $place } in this letter. Use only the words in braces that are listed, or take the braces away.
error-letter-needs = The letter needs { $place }: without it whoever gets it cannot do what it asks
error-letter-again = This letter cannot be sent again. It may have been sent in the meantime.
error-letter-arrived = It was already known what became of this letter.
error-letter-language = Choose the language of the letter
