### Cynulliadau: seddi, cyfarfodydd, penderfyniadau. Heb eu gwirio eto gan gyfieithydd.

assemblies-title = Cynulliadau
assemblies-lead = Mae cynulliad yn parhau’r gwaith ar ôl adolygiad: mae’n cymryd ei agenda o’r un cofnod, ac mae pob penderfyniad yn dweud ar beth y mae’n sefyll.
assemblies-none = Nid oes cynulliad eto.
assembly-stakeholder = Cynulliad rhanddeiliaid
assembly-citizens = Cynulliad dinasyddion
assembly-forum = Fforwm
assembly-committee = Pwyllgor
assembly-remit = Cylch gwaith

seats-title = Seddi
seats-filled = Wedi eu llenwi heddiw
seats-vacant = Yn wag heddiw
seats-lead = Mae seddi’n perthyn i etholaethau, ar wahân i’r bobl sy’n eu dal. Dyma sut y maent heddiw.
seats-count = { $filled } o { $target } wedi eu llenwi
seat-label = Sedd { $label }
seat-vacant = Yn wag
seat-coming = { $name } o { $when }
seat-since = ers { $when }
seat-until = o { $from } hyd { $until }
capacity-personal = Yn bersonol
capacity-delegate = Fel cynrychiolydd

meetings-title = Cyfarfodydd
meetings-to-come = I ddod
meetings-none-to-come = Nid oes cyfarfod wedi ei gyhoeddi.
meetings-held = Wedi eu cynnal
meetings-none-held = Nid oes cyfarfod wedi ei gynnal eto.
meeting-name = Cyfarfod { $number }: { $title }
meeting-number = Cyfarfod { $number }
meeting-starts = Yn dechrau
meeting-ends = Yn gorffen
meeting-place = Lleoliad

agenda-title = Agenda
agenda-none = Nid yw’r agenda yno eto.
agenda-facts = { $purpose }, { $minutes ->
        [two] { $minutes } funud
       *[other] { $minutes } munud
    }
agenda-record = Yr hyn a ddywedwyd ac a gytunwyd
agenda-at = Cyfarfod { $number } { $assembly }, { $when }
purpose-information = Er gwybodaeth
purpose-discussion = I’w drafod
purpose-decision = I’w benderfynu
paper-name = Papur: { $title }
paper-by = Gan { $author }
evidence-title = Pecyn tystiolaeth
evidence-words = { $count ->
        [one] Yr un dyfyniad y mae’n sefyll arno
        [two] Y { $count } ddyfyniad y mae’n sefyll arnynt
       *[other] Y { $count } dyfyniad y mae’n sefyll arnynt
    }

decisions-title = Penderfyniadau
decisions-none = Nid oes penderfyniad wedi ei wneud eto.
decision-title = Penderfyniad { $number }: { $title }
decision-of = { $assembly }, { $when }
decision-taken = Gwnaed yng nghyfarfod { $meeting } ar { $when }
decision-cites = Mae’n sefyll ar
decision-dissent = Gofynnodd y rhai nad oeddent yn cytuno am gofnodi hyn
decision-call = Mae’n cyflwyno’r alwad hon:
votes-for = O blaid: { $count }
votes-against = Yn erbyn: { $count }
votes-abstained = Wedi ymatal: { $count }
cited-finding = Canfyddiad { $number } o “{ $call }”: { $title }
cited-withheld = { $count } arall heb eu cyhoeddi
