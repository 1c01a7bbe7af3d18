### Signing in, one's own account, and accepting an invitation.

sign-in-title = Sign in
sign-in-lead = For review teams. You do not need to sign in to answer a call for evidence.
sign-in = Sign in
email = E-mail address
password = Password
error-email-missing = Enter your e-mail address
error-password-missing = Enter your password
error-sign-in-wrong = The e-mail address and the password do not belong together. Check both and try again.
error-sign-in-slow = There were too many tries. Wait { $minutes } minutes and try again.
sign-in-with = Sign in with { $provider }
sign-in-or-password = Or with an e-mail address and a password

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
role-lead-analyst = Lead analyst
role-coder = Coder
role-reader = Reader

account-title = Your account
account-name = Name
account-roles = Role
account-ways = How you sign in
account-password-yes = You can sign in with your e-mail address and a password.
account-password-no = You have no password here.
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
