### Signing in.

sign-in-title = Sign in
sign-in-lead = For review teams. You do not need to sign in to answer a call for evidence.
sign-in = Sign in
email = E-mail address
password = Password
error-email-missing = Enter your e-mail address
error-password-missing = Enter your password
error-sign-in-wrong = The e-mail address and the password do not belong together. Check both and try again.
error-sign-in-slow = There were too many tries. Wait { $minutes } minutes and try again.
