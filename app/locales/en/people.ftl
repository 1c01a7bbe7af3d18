### Signing in, one's own account, and accepting an invitation.

sign-in-title = Sign in
sign-in-lead = For review teams, and for people and organisations who keep what they write in an account. You do not need to sign in to answer a call for evidence.
sign-in = Sign in
email = E-mail address
password = Password
error-email-missing = Enter your e-mail address
error-password-missing = Enter your password
error-sign-in-wrong = The e-mail address and the password do not belong together. Check both and try again.
error-sign-in-slow = There were too many tries. Wait { $minutes } minutes and try again.
sign-in-with = Sign in with { $provider }
sign-in-or-password = Or with an e-mail address and a password
sign-in-link-lead = No password, or no account yet?
sign-in-link = Have a link sent to you

by-link-title = Sign in by a link
by-link-lead = We send a link to your e-mail address. It works once, for { $minutes } minutes, on any device.
by-link-no-account = If you have no account yet, the same link makes one.
by-link-button = Send the link
by-link-to-myself = Have a link sent to me instead
by-link-sent-title = Look into your mailbox
by-link-sent = A letter with a link is on its way. Open it within { $minutes } minutes.
by-link-sent-none = If nothing has come after some minutes, look where unwanted mail goes, and check that you typed your address right. One address is sent five links an hour at the most.
by-link-again = Ask for another link
by-link-open-title = Sign in
by-link-address = This link was sent to { $address }
by-link-account = You sign in as { $name }.
by-link-invitation = { $name }, you are invited to work with the review team. Going on makes your account.
by-link-invitation-button = Accept and sign in
by-link-new = There is no account with this address yet. To make one, say what you are called.
by-link-name = Your name
by-link-name-hint = People with whom you work here see it. It does not appear beside a response unless you write it there.
by-link-new-button = Make an account
by-link-over-title = This link does not work any more
by-link-over = It was used before, a newer one was used, or more than { $minutes } minutes have passed.
error-own-name = Enter your name
error-account-closed = This account is closed. Speak to the person who leads the review team.

second-step-title = Enter your code
second-step-lead = There is one more step. Open the app that you set up for Folkmoot and type the code that it shows now.
code = Code
code-hint = Six digits. There is a new code every 30 seconds.
second-step-button = Go on
second-step-lost = I do not have my app here
second-step-lost-codes = Use one of the recovery codes that you kept. Each works once.
second-step-lost-all = If you have neither, ask an administrator of your team to clear your second step. They will make sure that it is you.
second-step-recovery = Use a recovery code
second-step-stop = Stop and sign out
recovery-code = Recovery code
recovery-code-hint = 16 digits and letters in groups of four
error-code-form = Enter the six digits that your app shows
error-code-wrong = This code is wrong, or it was used before. Wait for the next one and type that.
error-code-wrong-first = This code is not the one that was expected. Check that your phone sets its clock by itself, wait for the next code and type that.
error-code-slow = There were too many wrong codes. Wait { $minutes } minutes and try again.
error-recovery-code-form = Enter a recovery code: 16 digits and letters
error-recovery-code-wrong = This recovery code is wrong, or it was used before. Try another one.

signed-out-title = You are signed out
signed-out-still = You are still signed in with { $provider } on this device. If other people use it, sign out there too.
signed-out-there = Sign out of { $provider }
signed-out-home = Go to the home page

refusal-title = You are not signed in
refusal-nothing-changed-title = Nothing has changed
refusal-not-under-way = This sign-in is no longer under way. It was finished before, it took longer than { $minutes } minutes, or it was begun in another browser. Start again.
refusal-declined = { $provider } did not confirm who you are. You may have stopped on the way, or it does not let you use this site.
refusal-away = { $provider } does not answer. This is not your fault. Try again in a few minutes.
refusal-unproven = What { $provider } sent could not be checked, so it was not used. Start again. If it happens again, tell the person who looks after this site.
refusal-unknown-title = There is one more step before you can sign in
refusal-unknown-account = What { $provider } knows you by is not connected to an account here. If you have an account, sign in as you did until now, open your account page and connect { $provider } there. An e-mail address alone does not connect an account.
refusal-unknown-invited = If you were invited, open the private link of your invitation and choose { $provider } there.
refusal-unknown-else = If neither is so, ask the person who leads the review team to invite you. You do not need an account to answer a call for evidence.
refusal-elsewhere-title = This is connected to another account
refusal-elsewhere = What { $provider } knows you by is connected to another account here. Sign in to that one and take it away there first, or choose another way to sign in.
refusal-to-sign-in = Go to the sign-in page
refusal-to-account = Go to your account

role-administrator = Administrator
role-data-protection-officer = Data-protection officer
role-owner = Owner
role-editor = Editor
role-moderator = Moderator
role-lead-analyst = Lead analyst
role-coder = Coder
role-reader = Reader
role-publisher = Publisher
role-secretariat = Secretariat
role-chair = Chair
role-member = Member
role-observer = Observer

account-title = Your account
account-name = Name
account-roles = Role
account-ways = How you sign in
account-password-yes = You can sign in with your e-mail address and a password.
account-password-no = You have no password here.
account-password-change = Change your password
account-password-new = Set a password
account-way-unnamed = No name was given
account-way-linked = Connected at { $when }.
account-way-used = Last used at { $when }.
account-way-remove = Take away
account-places = Where you are signed in
account-places-text = You are signed out by yourself after three hours in which you do nothing, and twelve hours after signing in. Sign out wherever you do not know that it is you, and change how you sign in.
account-place = Signed in at { $when }
account-place-provider = Signed in with { $provider } at { $when }
account-place-used = Last used at about { $when }.
account-place-here = This is where you are now.
account-place-end = Sign out there
account-places-all = Sign out everywhere else
account-connect-title = Connect another way to sign in
account-connect-text = You sign in there once, and from then on you can use it to sign in here.
account-connect = Connect { $provider }
error-identity-last = This is your only way to sign in. Connect another one first.
error-identity-elsewhere = This is connected to another account here.

account-second-step = Second step
account-second-step-none = You sign in with one step. With a second one, a code from an app on your phone, nobody gets in who only knows your password.
account-second-step-set-up = Set up a second step
account-second-step-app = You are also asked for a code of your app when you sign in. You set it up at { $when }.
account-second-step-codes = { $count ->
    [0] You have no recovery codes left. Make new ones, or a lost phone locks you out.
    [one] You have 1 recovery code left.
   *[other] You have { $count } recovery codes left.
}
account-second-step-more-codes = Make new recovery codes
account-second-step-remove = Remove the app
account-second-step-must = Your role needs a second step, because it gives access to what people wrote about themselves.
account-place-waits = Waits for the second step. If it is not you, someone knows your password: change it.

set-up-title = Set up a second step
set-up-must = Your role gives access to what people wrote about themselves. Before you go on, add a second step to how you sign in. It takes about two minutes.
set-up-lead = You need an app that shows codes. Most phones have one among their passwords; any app for verification codes will do.
set-up-scan = 1. Add Folkmoot to your app
set-up-scan-text = In the app, add an account and point the camera at this square.
set-up-picture = A square of dots for the camera of your phone. The same in letters is below.
set-up-here = The app is on this device: open it
set-up-type = I cannot use the camera
set-up-type-text = Type this key into the app instead. Small letters and gaps do not matter.
set-up-prove = 2. Type the code that it shows
set-up-code-hint = Six digits
set-up-button = Finish
error-app-there = You have set up an app already. Remove it first to use another.
error-app-late = More than an hour has passed since the square was shown. Open the page again and use the new one.

remove-app-title = Remove the app
remove-app-warning = You will sign in with one step, and your recovery codes will no longer work.
remove-app-must = Your role needs a second step. Once the app is removed you must set up another before you reach the pages of the team.
remove-app-button = Remove
remove-app-recovery = Remove with a recovery code

password-title = Choose a password
password-lead = From now on you sign in with it. You are signed out everywhere else.
password-new = New password
password-button = Save the password

recovery-codes-title = Recovery codes
recovery-codes-lead = A recovery code lets you in when you do not have your phone. Each works once.
recovery-codes-once = These codes are shown once. Keep them now.
recovery-codes-keep = Print this page, write the codes down, or put them where you keep passwords. Do not keep them on the phone with the app.
recovery-codes-kept = I have kept them
recovery-codes-renew-text = If you make new codes, those you have stop working.
recovery-codes-renew = Make new codes

confirm-title = Confirm that it is you
confirm-lead = You are about to change how you sign in. Show first that this account is yours. You need not do so again for ten minutes.
confirm-button = Confirm
confirm-or-provider = Or sign in again
error-password-wrong = The password is wrong. Check it and try again.

accept-title = You are invited
accept-lead = Accept to join the review team. Choose how you will sign in.
accept-with = Accept with { $provider }
accept-or-password = Or choose a password
accept-password = Password
accept-password-hint = At least 12 characters. Three random words are easy to remember and hard to guess.
accept-button = Accept
invitation-lasts = The invitation lasts until
error-invitation-taken = Someone has an account with this e-mail address by now. Sign in with it.
error-password-short = Enter a password of at least { $least } characters
error-password-long = Use at most { $most } characters

kept-title = Your responses and drafts
kept-text = Only you see that these are yours. Analysts and the public see what they would see without your account.
kept-none = You keep no response and no draft here yet.
kept-take-in = Take in a response that you have sent
kept-take-in-text = Show that it is yours by what is on its receipt.
kept-take-in-draft = For a draft, open its private link in this browser. You are then asked whether you want to keep it here.
kept-keep = Keep this in my account
kept-draft = Draft
kept-draft-closed = Draft, too late to send
kept-closed-text = The call has closed, so this draft can no longer be sent.
kept-saved = Saved { $when }
kept-sent = Sent
kept-sent-on = Sent { $when }
kept-reference = Reference { $reference }
kept-let-go = Let go of it
kept-let-go-text = It stays what it is, but it leaves your account. After that only its private link or its receipt leads to it.
keep-title = Keep this in your account?
keep-text = You can then go on with it, and later follow what became of it, on any device where you sign in.
keep-private = Nobody else is told that it is yours: neither the team nor the public.
keep-sign-in = Sign in to keep it
keep-not = Go on without
keep-offer = If you have an account here, it can hold this for you.
keep-done = This is in your account. You find it there on any device.
error-kept-elsewhere = This is in another account already. It can be let go of there.
