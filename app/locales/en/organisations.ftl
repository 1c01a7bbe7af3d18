### The directory of organisations, and the page of one.

organisations-title = Organisations
organisations-lead = The bodies that answer calls for evidence, that reviews write about, and that followed one another. Each page says what a body is, where it is, and what came before and after it.
organisations-name = Name or code
organisation-kind = Kind of organisation
organisation-area = Region or system
organisations-any-kind = Any kind
organisations-any-area = Anywhere
organisations-times = Include
organisations-with-ended = Also those that have ended
organisations-find = Find
organisations-all = Show every organisation of today
organisations-none = No organisation of the directory is like this.
organisations-count = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
}
organisation-area-option = { $name } ({ $kind })
organisation-kind-region = NHS England region
organisation-kind-system = Integrated care system
organisation-kind-board = Integrated care board
organisation-kind-trust = NHS trust or foundation trust
organisation-kind-primary-care = Primary care
organisation-kind-nhs-body = Other NHS body
organisation-kind-local-authority = Local authority
organisation-kind-care-provider = Social care provider
organisation-kind-voluntary = Voluntary, community or social enterprise
organisation-kind-patient-group = Patient or carer group
organisation-kind-professional-body = Professional body
organisation-kind-trade-union = Trade union
organisation-kind-regulator = Regulator or inspectorate
organisation-kind-government = Government department or agency
organisation-kind-research = University, research or think tank
organisation-kind-company = Company
organisation-kind-other = Other
organisation-code-ods = Organisation Data Service code
organisation-code-charity = Charity number
organisation-code-company = Company number
organisation-code-ons = Office for National Statistics code
about-sector-short = Sector
organisation-website = Website
organisation-since = From
organisation-until = until { $when }
organisation-ended = Ended on { $when }.
organisation-ends = Ends on { $when }.
organisation-followed-by = It was followed by
organisation-predecessors = What it followed
organisation-within = { $count ->
    [one] See the 1 organisation in it
   *[other] See the { $count } organisations in it
}
organisation-quoted = Findings that quote it
organisation-quoted-none = No published finding quotes it by name.
organisation-keep = Keep this entry of the directory
about-organisation-hint = Any name will do. Names of the directory are offered as you type.
