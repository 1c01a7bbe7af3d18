### Where the team keeps the directory of organisations.

organisation-name = Name
organisation-name-cy = Name in Welsh
optional = Optional
organisation-codes = Codes
organisation-add = Add an organisation
organisation-change = Change an organisation
organisation-kind-choose = Choose a kind
organisation-sector-none = No sector
organisation-area-none = No region or system
organisation-since-hint = Its first day, where you know it
organisation-code-ods-hint = NHS in England: three to ten letters and digits, such as QOX or RJ1
organisation-code-charity-hint = Such as 1234567, SC012345 or NIC100001
organisation-code-company-hint = Eight digits, or two letters and six digits
organisation-code-ons-hint = For a place: a letter and eight digits, such as E40000003
organisation-reach = How it is reached, and how its people are known
organisation-website-hint = The whole address, with https:// in front. Everyone sees it.
organisation-domain = E-mail domains
organisation-domain-hint = What follows the @ in the addresses of its own people and of nobody else, such as council.example.org. Whoever has such an address can become a member. Put a blank between several. What is below a domain, such as students.council.example.org, must be named too if it counts. Not one that others share, such as nhs.net.
organisation-contact = E-mail address for letters
organisation-contact-hint = Only the team sees it.
organisation-end = End this organisation
organisation-end-change = Change its end
organisation-end-lead = An organisation that has ended stays in the directory, and responses keep its name. Say which organisation carries on with its work, if one does.
organisation-last-day = Last day
organisation-successor = Organisation that followed it
organisation-successor-hint = Its name or its code, as the directory has it. Leave it blank where none did.
organisation-note = What happened
organisation-note-hint = One sentence for everyone, such as: It merged with its neighbour. Leave it blank where nothing needs saying.
organisation-reopen = Take the end back
organisations-import = Add many organisations from a table
organisations-import-lead = Paste a table from a spreadsheet, or the text of a CSV file. It is checked first, row by row, and then either all rows are added or none.
organisations-import-headings = The first row names the columns: { $names }. Only “name” and “kind” must be there.
organisations-import-rows = Table
organisations-import-hint = In “kind” and “sector” write the short names, such as nhs-trust, local-authority, voluntary or company. In “area” write the name or the code of a region or an integrated care system. Dates are like 2022-07-01.
organisations-import-check = Check the table
organisations-import-report = What would become of each row
organisations-import-line = Line
organisations-import-result = Result
organisations-import-good = Can be added
organisations-import-wrong = { $count ->
    [one] 1 row cannot be taken, so nothing is added. Mend the table below and check it again.
   *[other] { $count } rows cannot be taken, so nothing is added. Mend the table below and check it again.
}
organisations-import-do = { $count ->
    [one] Add 1 organisation
   *[other] Add all { $count } organisations
}
organisations-added = { $count ->
    [one] 1 organisation was added.
   *[other] { $count } organisations were added.
}
link-title = Organisation of this response
link-typed = The respondent wrote: ‘{ $name }’.
link-now = It is linked to
link-none = Not in the directory
link-change = Link it to the directory
link-remove = Take the link away
link-choose = Link to this organisation
link-more = More are like this than are shown. Type more of the name.
organisation-members = Who acts for it
organisation-members-count = { $count ->
    [0] No members.
    [one] 1 member
   *[other] { $count } members
}
organisation-owners-count = { $count ->
    [0] None of them is an owner, so the team decides about those who ask.
    [one] 1 of them is an owner.
   *[other] { $count } of them are owners.
}
organisation-members-private = Who they are is not shown here. The audit says who joined and who left, for whoever may read it.
organisation-domains = Domains by which its people are known
organisation-domains-none = None, so nobody can join by their e-mail address.
organisation-code = Code
organisation-code-text = Whoever has the code becomes an owner. Give it only to the organisation itself: by letter to the address of its entry, or by telephone to a number that it publishes.
organisation-code-letter = By letter to { $address }
organisation-code-letter-none = By letter (the entry has no address)
organisation-code-telephone = By telephone: it is shown to me once, to read it out
organisation-code-how = How does it get there?
organisation-code-issue = Give it a code
organisation-code-waits = A code was given on { $when }, by { $how }. It can be used until { $until }.
organisation-code-by-letter = letter
organisation-code-by-telephone = telephone
organisation-code-again = A new code makes this one useless.
organisation-code-withdraw = Take the code back
organisation-code-shown = Read this code out now. It is shown once.
organisation-requests = Who asks to act for it
organisation-requests-all = Who asks to act for organisations
organisation-requests-lead = These organisations have no owner yet, so the team makes sure of who asks, and decides. Call the organisation by a number that it publishes, or write to the address of its entry.
organisation-requests-none = Nobody waits for the team.
organisation-requests-link = Who asks to act for organisations
error-organisation-domain-shared = ‘{ $typed }’ is shared by many, so it does not show for whom somebody acts. Leave it out
error-organisation-domain-taken = ‘{ $name }’ has one of these domains. It can be one organisation’s alone
error-organisation-domains = Enter at most { $limit } domains
error-member-code-contact = The entry of this organisation has no address. Add one, or give the code by telephone
error-member-code-passing = Choose how the code gets to the organisation
error-organisation-name = Enter the name of the organisation
error-organisation-kind = Choose what kind of organisation it is
error-organisation-sector = Choose a sector of the list
error-organisation-ods = An Organisation Data Service code has three to ten letters and digits
error-organisation-charity = A charity number is like 1234567, SC012345 or NIC100001
error-organisation-company = A company number has eight digits, or two letters and six digits
error-organisation-ons = A code of the Office for National Statistics is a letter and eight digits
error-organisation-area = Choose a region or an integrated care system of the directory
error-organisation-day = Enter a day such as 9 January 2023
error-organisation-website = Enter a whole web address that begins with https://
error-organisation-domain = Enter a domain such as council.example.org
error-organisation-last-day = Enter the last day of the organisation
error-organisation-first-day = The first day must not be after its last
error-organisation-days = The last day must not be before its first
error-organisation-name-taken = An organisation of this kind has this name already. If this is another, give its region or system, or a code
error-organisation-code-taken = ‘{ $name }’ has this code
error-organisation-unknown = No organisation that goes on after that day is called ‘{ $typed }’
error-organisation-several = More than one organisation is called ‘{ $typed }’. Enter its code
error-organisation-circle = ‘{ $typed }’ was itself followed, in the end, by this organisation
error-table-empty = Paste a table with a heading and at least one row
error-table-heading = There is no column ‘{ $typed }’
error-table-lacks = The heading lacks the column ‘{ $name }’
error-table-long = A table can have at most { $limit } rows
error-table-cells = This row has more cells than the heading
