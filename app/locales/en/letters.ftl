### Letters that the program sends, and the page on which they are stopped.

letter-from = Sent by Folkmoot,
letter-stop = To get no more of these letters, open
letter-private = [a private link, shown only to whoever gets the letter]

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

letter-glass-broken-subject = Somebody saw who wrote a response
letter-glass-broken-body =
    { $who } saw who wrote response { $reference } to ‘{ $call }’ at { $site }.

    The reason they gave: { $reason }

    They see it for one hour. It is in the audit. If you think that it was wrong, speak to them.

letter-sample-name = Ann Example
letter-sample-reference = 7KXD-93QM
letter-sample-call = Home and hospital
letter-sample-reason = Somebody may be in danger.

stop-title = Stop these letters?
stop-following = You get letters about what you follow: calls for evidence, recommendations, organisations or assemblies.
stop-invitations = You get invitations to answer calls for evidence, and reminders.
stop-tests = Someone of the team had letters sent to you that show whether letters arrive.
stop-button = Stop the letters
stop-done-title = You will get no more of these letters
stop-done = It is done. One that is already on its way may still arrive.
stop-go-on = Send them to me again
