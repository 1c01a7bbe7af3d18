### Words of every page that the public sees.

page-title = { $title } – Folkmoot
problem-page-title = Error: { $title }
skip-to-content = Skip to main content
back = Back
change = Change
warning = Warning
problem-title = There is a problem
problem-prefix = Error:

demonstration-label = Demonstration
demonstration-text = The responses, the people and the organisations that answer are invented. Do not send anything real.

nav-label = Main
nav-calls = Calls for evidence
nav-recommendations = Recommendations
nav-assemblies = Assemblies
nav-team = Team area
nav-sign-in = Sign in
sign-out = Sign out

footer-accessibility = Accessibility statement
footer-privacy = Privacy
footer-security = Security
footer-my-words = Where did my words go?
footer-about = About Folkmoot
footer-unchecked = This Welsh text has not yet been checked by a translator.
footer-made-with = Folkmoot is free software under the MIT licence.

# Times as people say them, for example: 11:59pm on 9 January 2023
instant = { $clock } on { $day } { $month } { $year }
day = { $day } { $month } { $year }
midday = midday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

home-title = Say what you know. See what came of it.
home-lead = Reviews and assemblies ask people and organisations for evidence here. What you send is read, and what is recommended points back to the words it rests on.
home-open = Open now
home-all-calls = All calls for evidence
home-how = How it works
home-step-1 = You answer
home-step-1-text = No account is needed. You can stop and come back later, on another device if you like.
home-step-2 = The team reads
home-step-2-text = Every response is read. Analysts mark the words that matter and group them by theme.
home-step-3 = Findings and recommendations
home-step-3-text = Each recommendation rests on findings, and each finding on the exact words of responses.
home-step-4 = Reply and progress
home-step-4-text = The government’s reply is recorded beside each recommendation, and so is what was done.

about-title = About Folkmoot
about-1 = Folkmoot is an open-source portal for calls for evidence and everything that follows from them: responses, analysis, findings, recommendations, replies, and the assemblies that go on from there.
about-2 = A folkmoot was the open-air assembly of early England, where any free person could speak.
about-3 = Its worked example is the Hewitt Review of integrated care systems in England, of 2022 and 2023. Facts about that review carry their source. Everything invented says so.

accessibility-title = Accessibility statement
accessibility-1 = We want everyone to be able to answer. Every form and every page for reading works without script, with a keyboard alone, on a screen 320 pixels wide, and enlarged to 400%.
accessibility-2 = Every kind of page is checked against WCAG 2.2 level AA with an automatic checker in a real browser. An automatic check finds only some barriers. Tests with people who use screen readers and other aids have not been done yet.
accessibility-3 = If you meet a barrier, write to the contact on the page of the call. The team will help you to answer in another way, and a response by e-mail or on paper counts the same.

privacy-title = Privacy
privacy-1 = Each call for evidence has its own privacy notice on its page. It says who is responsible, what is done with what you send, and for how long it is kept.
privacy-2 = This site sets a cookie only when you begin a response, sign in, or open the personal link of an invitation to answer. The cookie goes when you close the browser. There are no other cookies, no counters and no content from other sites.
privacy-3 = Your network address is not stored with your response.
privacy-members = If you act for an organisation here, its other members see your name, its owners your e-mail address, and the public is not told; that you joined or left is in the review team’s record of who did what. If you ask to act for one, its owners see both with what you write; the review team does where it has no owner.
privacy-stories = If you tell your story to a group that gathers stories here, its members who answer the call read it, and the review team reads only what the group quotes, as you allow. By your own link you can change that until the group has sent its response, and take your story back at any time. All of it is deleted 90 days after the call has closed; what was quoted stays in the response.
privacy-4 = If you ask for letters about something, we keep your e-mail address, what you follow, and since when. We use them for these letters alone. An address that nobody has confirmed is deleted after 7 days. When you stop the last of your letters your address is deleted at once. Of letters that were sent we keep to whom they went, and what they said, for 180 days.
privacy-5 = If a review team invites you by letter to answer a call, it gives us your name and e-mail address. We keep whether you have begun and answered, and nothing that ties what you wrote to your invitation. The team sees who has answered, and never what. All of it is deleted 180 days after the call has closed, or before then if you ask.

security-title = Security
security-1 = If you have found a weakness of this site, tell the people who run it, in private. The file /.well-known/security.txt on this site says where to write. Stop as soon as you can show the weakness, keep no data and tell nobody until it is mended. Nobody who acts in this spirit will be pursued.
security-2 = Who may see what is decided in one place, and every reading page and every act passes it. Whatever the team does is on a record that shows if it was changed.
security-3 = Pages hold nothing from other sites, and no script that was not made for them. What people write is always shown as text.
security-4 = Where many requests come from one address in a short time, the site asks to wait. A response that looks as if a program had sent it is held back until a person decides. None is thrown away, and nobody has to solve a puzzle.

not-found-title = Page not found
not-found-text = If you typed the address, check that it is right. If you followed a link, it may be out of date.
not-found-calls = See every call for evidence
forbidden-title = You cannot see this page
forbidden-1 = Your account does not have the role that this page needs.
forbidden-2 = Ask an administrator of your team if you think that it should.
refused-title = That was not done
too-often-title = Wait a little, and send it again
too-often-text = { $seconds ->
    [one] So much has come from your network in a short time that we ask you to wait for one second. Nothing that you typed is lost: reload this page to send it again.
   *[other] So much has come from your network in a short time that we ask you to wait for { $seconds } seconds. Nothing that you typed is lost: reload this page to send it again.
}
broken-title = Sorry, something went wrong
broken-1 = This is not your fault. What you had saved is still saved. Try again in a few minutes.
broken-2 = If it happens again, tell the team this number: { $number }.
error-other-site = The form was sent from a page of another site. Open the page here and send it again.
error-form-too-large = What you sent is too large. Shorten it, or send a long document to the contact on the page of the call.
error-title-long = Shorten this to { $limit } characters
