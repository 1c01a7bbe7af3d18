### Letters that the program sends, and the page on which they are stopped.

letter-from = Sent by Folkmoot,
letter-stop = To get no more of these letters, open
letter-stop-following = To change how often these letters come, or to stop them, open
letter-private = [a private link, shown only to whoever gets the letter]
letter-secret-words = [words shown only to whoever gets the letter]

letter-test-subject = A test letter from Folkmoot
letter-test-body =
    This letter shows that Folkmoot at { $site } can send letters.

    Someone of the team asked for it. You do not need to do anything.

letter-team-invitation-subject = You are invited to the review team
letter-team-invitation-body =
    Hello { $name },

    You are invited to work with the review team at { $site }.

    Open this private link to choose how you sign in:
    { $link }

    The link works once, until { $until }. It is for you alone: do not pass this letter on. If you did not expect it, you can ignore it.

letter-prove-address-subject = Is this address yours?
letter-prove-address-body =
    Hello { $name },

    Somebody who is signed in to your account at { $site } asks us to make sure that this address is yours.

    If it was you, open this private link in the same browser:
    { $link }

    It works until { $until }. If it was not you, do nothing.

letter-organisation-code-subject = A code for { $organisation }
letter-organisation-code-body =
    This is for whoever answers calls for evidence for { $organisation }.

    With this code one of you can act for { $organisation } at { $site }, and decide who else does:
    { $code }

    Sign in, and type it here:
    { $page }

    It works once, until { $until }. Give it to the right person and to nobody else.

letter-organisation-claimed-subject = Somebody acts for { $organisation }
letter-organisation-claimed-body =
    At { $site } somebody has shown that they act for { $organisation }, and is an owner of it there.

    What was checked stands here:
    { $page }

    If this should not be so, write to the review team.

letter-member-invitation-subject = You are invited to act for { $organisation }
letter-member-invitation-body =
    Hello { $name },

    { $who } invites you to act for { $organisation } at { $site }. Your role would be: { $role }.

    Open this private link to accept:
    { $link }

    The link works once, until { $until }. It is for you alone: do not pass this letter on. If you did not expect it, you can ignore it.

letter-membership-asked-subject = { $who } asks to act for { $organisation }
letter-membership-asked-body =
    { $who } asks at { $site } to act for { $organisation }.

    Read what they wrote, and decide, here:
    { $page }

letter-membership-given-subject = Your role for { $organisation }
letter-membership-given-body =
    You act for { $organisation } at { $site }. Your role is: { $role }.

    Its members' page is here:
    { $page }

letter-membership-refused-subject = Your request to act for { $organisation }
letter-membership-refused-body =
    You asked at { $site } to act for { $organisation }, and were not accepted. The reason that was given:

    { $reason }

letter-membership-ended-subject = You no longer act for { $organisation }
letter-membership-ended-body =
    An owner of { $organisation } has removed you from its members at { $site }. Your account stays as it is.

letter-member-joined-subject = { $who } has joined { $organisation }
letter-member-joined-body =
    { $who } is a member of { $organisation } at { $site } from now on.

    If this should not be so, you can remove them here:
    { $page }

letter-sign-in-link-subject = Your link to sign in
letter-sign-in-link-body =
    Hello,

    Someone, probably you, asked to sign in at { $site } with this address. Open this link to go on:
    { $link }

    It works once, until { $until }. Send it to nobody: it lets in whoever opens it.

    If you did not ask for it, you need do nothing. Nobody gets in without this letter.

letter-glass-broken-subject = Somebody saw who wrote a response
letter-glass-broken-body =
    { $who } saw who wrote response { $reference } to ‘{ $call }’ at { $site }.

    The reason they gave: { $reason }

    They see it for one hour. It is in the audit. If you think that it was wrong, speak to them.

letter-approval-asked-subject = { $who } asks for your approval
letter-approval-asked-body =
    { $who } wants to { $what }. It takes two people, and you can be the second.

    The call: { $call }
    What they say: { $note }

    See what it would do, and approve or refuse it:
    { $link }

    Others who can approve have this letter too. The first of you decides.

letter-closing-moved-subject = { $title } closes at another time
letter-closing-moved-body =
    You keep a draft of a response to { $title }.

    It was to close at { $before }. Now it closes at { $until }.

    Why: { $reason }

    Go on with your draft:
    { $link }

letter-draft-link-subject = Your answers to { $title }
letter-draft-link-body =
    Someone, probably you, asked for the link to their answers to { $title }.

    Go on with them here, on this or any other device, until { $until }:
    { $link }

    Anyone who has the link can read and change the answers. We do not keep your address.

    If you did not ask for it, you can delete this letter.

letter-receipt-subject = Your receipt: { $title }
letter-receipt-body =
    Someone, probably you, sent a response to { $title } and asked for its receipt.

    Reference: { $reference }
    Received: { $when }
    Version: { $version }
    Fingerprint: { $code }

    With the reference and the fingerprint you can see later what became of your words:
    { $page }

    We do not keep your address.

    If you did not ask for it, you can delete this letter.

letter-draft-reminder-subject = { $title } closes soon
letter-draft-reminder-body =
    You began to answer { $title } and asked us to remind you. Your response has not been sent yet.

    You can send it until { $until }:
    { $link }

    Anyone who has the link can read and change the answers. This is the only reminder, and we have forgotten your address.

letter-sign-off-asked-subject = { $organisation }: please sign off the answers to { $title }
letter-sign-off-asked-body =
    { $who } asks you to sign off what { $organisation } would send to { $title } at { $site }.

    Read it and sign it off here:
    { $page }

    Whoever signs first has signed for all. If anything is changed afterwards, it must be signed off again.

letter-signed-off-subject = { $organisation }: the answers to { $title } are signed off
letter-signed-off-body =
    { $who } has signed off what { $organisation } would send to { $title }. It has not been sent yet.

    Any member can send it from here:
    { $page }

letter-shared-sent-subject = { $organisation } has answered { $title }
letter-shared-sent-body =
    { $who } has sent the response of { $organisation } to { $title }. Its reference is { $reference }.

    Read what was sent here:
    { $page }

letter-co-sign-asked-subject = Do you sign this response to { $title }?
letter-co-sign-asked-body =
    Somebody who writes a response to { $title } at { $site } says that you would sign it too.

    Read what would be sent, and who asks you, here. Then say whether you sign it:
    { $link }

    The link works until { $until }. It is for you alone: do not pass this letter on. If you do nothing, you are not counted among those who sign, and we forget your address when the response is sent.

letter-approval-decided-subject = { $who } { $decision } what you asked for
letter-approval-decided-body =
    You asked to { $what }. { $who } { $decision } it.

    The call: { $call }
    The reason they gave: { $reason }

    See what was decided:
    { $link }

asked-announce = announce the call
asked-open-now = open the call now
asked-close-now = close the call now
asked-publish-outcome = say that the outcome is published
asked-archive = archive the call
asked-bring-back = bring the call back from the archive
asked-delete = delete the call
asked-change-times = change when the call opens and closes
asked-one-person = let one person run the call
asked-publish-finding = publish a finding
asked-publish-recommendation = publish a recommendation
asked-add-reply = add a reply to a recommendation
asked-add-progress = add a note of progress to a recommendation
decided-approved = approved
decided-refused = refused

letter-call-invitation-subject = Please tell us what you know: { $title }
letter-call-invitation-body =
    Hello { $name },

    You are invited to answer a call for evidence: { $title }.

    Open this personal link to begin. You can stop and go on later:
    { $link }

    It is open from { $opens } to { $until }. By the link we learn that you have answered, so that we do not remind you, and never what you wrote. You can also answer without it:
    { $page }

    Whoever runs this call chose to write to you and gave us your name and address, for these letters alone.

letter-call-reminder-subject = There is still time to answer: { $title }
letter-call-reminder-body =
    Hello { $name },

    We wrote to you about a call for evidence: { $title }. It closes at { $until }, and we would like to hear from you.

    Open this personal link to begin:
    { $link }

    If you have answered in another way, thank you: you can ignore this letter.

letter-follow-subject = Do you want letters about { $title }?
letter-follow-body =
    Someone asked at { $site } for letters about ‘{ $title }’ to this address.

    If it was you, open this link and say yes:
    { $link }

    If it was not you, do nothing. Nothing more is sent, and your address is deleted after 7 days.
letter-news-subject = News of { $title }
letter-news-body =
    There is news of what you follow at { $site }.

    { $news }
letter-digest-subject = News of what you follow
letter-digest-body =
    This is the news of what you follow at { $site }.

    { $news }

news-call-opened = It is open for answers until { $when }
news-closing-changed = Its closing date has changed: it closes at { $when }
news-call-closed = It has closed, and the team reads the answers
news-outcome-published = Its outcome is published
news-finding-published = A finding is published: { $title }
news-recommendation-published = A recommendation is published: { $title }
news-reply-recorded = There is a reply to the recommendation: { $title }
news-progress-recorded = There is progress on the recommendation: { $title }
news-meeting-published = A meeting with its agenda: { $title }, { $when }
news-meeting-moved = A meeting has another time or place: { $title }, { $when }
news-organisation-ended = It ends, or has ended: its page says when, and what follows it
news-decision-taken = A decision was taken: { $title }

letter-sample-name = Ann Example
letter-sample-reference = 7KXD-93QM
letter-sample-call = Home and hospital
letter-sample-reason = Somebody may be in danger.
letter-sample-organisation = Harbour Lights
letter-sample-note = The team has agreed on the questions.
letter-sample-finding = People go home sooner where someone calls the next day

follow-title = Get letters about this
follow-call = We write when it opens or closes, when its dates change, and when findings and recommendations come of it.
follow-theme = We write when a recommendation on this theme is published, and when there is a reply to one or progress on it.
follow-recommendation = We write when there is a reply to it, progress on it, or a decision that rests on it.
follow-assembly = We write when a meeting is announced or moved, and when a decision is taken.
follow-organisation = We write when a finding is published that quotes it by name, and when it ends.
follow-rate = How often?
follow-button = Get letters
follow-privacy = You do not need an account. We use your address for these letters alone, and each has a link to stop them.
follow-privacy-more = What we keep
follow-sent-title = Look into your mailbox
follow-sent = If the address is right, a letter is on its way to it. Open the link in it and say yes: only then do letters come.
follow-sent-none = If nothing has come after some minutes, look where unwanted mail goes, or ask again.
follow-home = Go to the home page
follow-confirm-title = Get these letters?
follow-confirm = You asked for letters about ‘{ $title }’: { $rate }.
follow-confirm-button = Yes, send me letters
follow-confirm-not = If you did not ask, close this page. Nothing is sent, and your address is deleted after 7 days.
follow-confirmed-title = You get letters from now on
follow-confirmed = We write to you about ‘{ $title }’: { $rate }.
follow-confirmed-after = Each letter has a link by which you change how often they come, or stop them.
rate-at-once = at once
rate-daily = once a day, at 8 in the morning
rate-weekly = once a week, on Monday morning
error-email-form = Enter an e-mail address such as name@example.org
error-follow-rate = Choose how often you want letters
following-title = What you follow
following-lead = You get letters about this. Change how often they come, or stop them; what you choose holds at once.
following-none = You follow nothing, and get no letters. Your address is deleted.
following-paused = Letters to you came back, so we send none. To get letters again, follow something anew.
following-gone = Something that is not public any more
following-rate = Letters come { $rate }.
following-change = Change to { $rate }
following-stop = Stop
following-stop-all-title = Stop everything
following-stop-all = Stop all letters and delete my address

stop-title = Stop these letters?
stop-following = You get letters about what you follow: calls for evidence, recommendations, organisations or assemblies.
stop-invitations = You get invitations to answer calls for evidence, and reminders.
stop-together = You get letters about answers that you write, sign off or sign together with others.
stop-tests = Someone of the team had letters sent to you that show whether letters arrive.
stop-button = Stop the letters
stop-done-title = You will get no more of these letters
stop-done = It is done. One that is already on its way may still arrive.
stop-go-on = Send them to me again
