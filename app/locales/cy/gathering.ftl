### Casglu straeon. Heb ei wirio eto gan gyfieithydd.

story-asked-by = Mae { $name } yn gofyn i chi
story-call = Am yr alwad
story-becomes = Beth sy’n digwydd i’ch stori
story-ends = Gallwch ei hanfon tan { $when }.
story-readers = Mae aelodau { $name } sy’n ysgrifennu ei ateb i “{ $title }” yn ei darllen. Nid yw tîm yr alwad honno’n ei darllen, oni bai bod { $name } yn ei dyfynnu.
story-quoted-where = Daw’r hyn y mae { $name } yn ei ddyfynnu yn rhan o’i ymateb. Mae tîm yr alwad yn darllen hwnnw, a gall ei gyhoeddi.
story-kept = Caiff ei dileu { $days } diwrnod ar ôl i’r alwad gau: erbyn { $when }. Mae’r hyn a ddyfynnwyd yn yr ymateb yn aros yno.
story-own-link = Ar ôl ei hanfon cewch eich dolen eich hun. Gyda hi gallwch ddarllen eich stori eto, newid sut y gellir ei defnyddio, neu ei thynnu’n ôl.
story-others = Peidiwch ag enwi pobl eraill, na dweud cymaint amdanynt fel y gellid eu hadnabod.
story-label = Eich stori
story-name = Eich enw (dewisol)
story-name-hint = Mae enw cyntaf yn ddigon. Dim ond os cewch eich dyfynnu ag ef y mae ei angen.
story-use = Sut y gellir ei defnyddio?
story-use-named = Dyfynnu ohoni, gyda’r enw a roddais
story-use-unnamed = Dyfynnu ohoni, heb enw
story-use-read-only = Ei darllen yn unig, a pheidio byth â’i dyfynnu
story-use-read-only-hint = Gall helpu’r grŵp o hyd i ddeall beth sy’n digwydd i bobl.
story-send = Anfon eich stori
story-over-title = Ni dderbynnir mwy o straeon yma
story-over = Nid yw { $name } yn derbyn mwy o straeon ar gyfer “{ $title }”.
story-no-link = Nid yw’r ddolen hon yn cael ei defnyddio mwyach. Gofynnwch i bwy bynnag a’i rhoddodd i chi am un arall.
story-handed-back = Ni chafodd yr hyn a ysgrifennoch ei anfon. Dyma fe, er mwyn i chi allu ei gopïo.

story-mine = Eich stori
story-told-title = Diolch
story-told = Mae eich stori gan { $name }.
story-told-number = Stori { $number } ydyw.
story-private-link = Dyma eich dolen eich hun. Cadwch hi: nid oes ffordd arall yn ôl at eich stori.
story-private-warning = Gall pwy bynnag sydd â’r ddolen hon ddarllen eich stori a’i thynnu’n ôl.
story-told-at = Anfonasoch hi am { $when }.
story-told-name = Rhoesoch yr enw { $name }.
story-told-no-name = Ni roesoch enw.
story-words-draft = Yr hyn y mae { $name } yn ei ddyfynnu ohoni yn ei ddrafft
story-words-sent = Yr hyn y mae { $name } yn ei ddyfynnu ohoni yn ei ymateb
story-change = Cadw sut y gellir ei defnyddio
story-changed-title = Wedi’i gadw
story-changed = Mae sut y gellir defnyddio eich stori wedi’i gadw.
story-was-sent = Anfonodd { $name } ei ymateb am { $when }. Mae eich geiriau a ddyfynnir ynddo yn rhan ohono, ac yn aros yno. Gallwch dynnu’r stori ei hun yn ôl nes iddi gael ei dileu.
story-take-back = Tynnu eich stori’n ôl
story-take-back-title = Tynnu eich stori’n ôl?
story-take-back-deletes = Caiff ei dileu ar unwaith. Ni all neb ei darllen mwyach, ac ni allwch ddod â hi’n ôl.
story-take-back-draft = Ni ellir anfon mwyach eiriau ohoni y mae { $name } wedi’u rhoi yn ei ddrafft. Mae testunau cynharach y drafft hwnnw, y mae ei aelodau’n unig yn eu gweld, yn eu cadw.
story-take-back-sent = Mae geiriau ohoni a anfonodd { $name } yn rhan o’i ymateb, ac yn aros yno.
story-keep = Ei gadael fel y mae
story-taken-back = Tynasoch eich stori’n ôl am { $when }. Nid oes dim ar ôl ohoni ond ei rhif.

stories-link = Straeon y mae pobl yn eu hadrodd wrthych
stories-count = { $count ->
        [0] Dim straeon eto
        [one] { $count } stori
       *[other] { $count } stori
    }
stories-chosen-count = { $count } wedi’u dewis
stories-title = Straeon
stories-lead = Gofynnwch i’r bobl yr ydych yn siarad drostynt beth ddigwyddodd iddynt, dan eich dolen eich hun. Rydych yn darllen yr hyn a ddywedant, yn dewis, ac yn ei ddyfynnu air am air yn eich atebion. Dim ond yr hyn a ddyfynnwch y mae tîm yr alwad yn ei weld.
stories-none-yet = Nid ydych wedi gofyn am straeon eto.
stories-begin = Gofyn am straeon
stories-change = Newid yr hyn yr ydych yn gofyn amdano
stories-state-open = Yn derbyn straeon
stories-state-closed = Ar gau
stories-state-over = Wedi dod i ben
stories-until = Y diwrnod olaf yw { $day }.
stories-forgotten-by = Caiff pob stori ei dileu { $days } diwrnod ar ôl i’r alwad gau.
stories-hand-out = Y ddolen i’w rhannu
stories-hand-out-text = Gall pwy bynnag sydd â’r ddolen hon ddweud rhywbeth wrthych, heb gyfrif, nes i chi ei chau. Argraffwch y llun ar boster neu lythyr: mae camera ffôn yn agor y dudalen.
stories-picture = Llun i gamera, sy’n arwain at { $link }
stories-close = Ei gau
stories-open = Ei agor eto
stories-renew = Rhoi dolen arall yn ei lle
stories-renew-text = Os yw’r ddolen wedi mynd i’r dwylo anghywir, rhowch un arall yn ei lle. Mae’r un flaenorol yn peidio â gweithio ar unwaith, ar bosteri hefyd.
stories-told = Yr hyn a ddywedodd pobl wrthych
stories-all = Pob stori
stories-only-chosen = Y rhai a ddewiswyd yn unig
stories-none-chosen = Nid ydych wedi dewis yr un eto.
stories-none-told = Nid oes neb wedi dweud dim wrthych eto.
stories-form-lead = Mae pobl yn darllen hyn cyn ysgrifennu. Dywedwch beth yr hoffech ei wybod, ac at beth y mae.
stories-form-heading = Pennawd
stories-form-heading-hint = Er enghraifft, “Dod adref o’r ysbyty”.
stories-form-asks = Yr hyn yr ydych yn gofyn amdano
stories-form-asks-hint = Yn eich geiriau eich hun. Dywedir oddi tano ar y dudalen beth sy’n digwydd i stori.
stories-form-last = Y diwrnod olaf
stories-form-last-hint = Nid ar ôl i’r alwad gau, am { $when }. Gadewch amser i’ch hunain ddarllen.
stories-form-named = Enw
stories-form-named-yes = Gofyn am enw
stories-form-named-hint = Nid oes rhaid i neb roi un, ac mae pob un yn dweud a ellir eu dyfynnu ag ef.
stories-save = Cadw
story-number = Stori { $number }
story-chosen = Wedi’i dewis
story-choose = Ei dewis
story-unchoose = Peidio â’i dewis
story-is-named = Gellir ei dyfynnu gyda’r enw
story-is-unnamed = Gellir ei dyfynnu heb enw
story-is-read-only = Ddim i’w dyfynnu
story-is-taken-back = Wedi’i thynnu’n ôl
story-is-forgotten = Wedi’i dileu
story-facts-told = Adroddwyd
story-facts-name = Enw
story-facts-no-name = Ni roddwyd yr un
story-facts-use = Defnydd
story-use-changed = { $how }, ers { $when }
story-was-taken-back = Mae pwy bynnag a’i hadroddodd wedi’i thynnu’n ôl am { $when }. Nid oes dim ar ôl ohoni ond ei rhif.
story-was-forgotten = Roedd ei hamser ar ben, a chafodd ei dileu.
story-note = Eich nodyn
story-note-hint = Dim ond aelodau sy’n ei weld. Nid yw pwy bynnag a adroddodd y stori yn ei weld.
story-note-save = Cadw’r nodyn
story-quotes = Dyfynnwyd yn eich atebion
story-quotes-in = Yn yr ateb i “{ $question }”
story-quote = Dyfynnu ohoni
story-quote-title = Dyfynnu o stori { $number }
story-quote-lead = Ychwanegir y geiriau ar ddiwedd yr ateb, fel paragraff ar wahân gyda rhif y stori. Yna gall pob aelod eu symud a’u cyflwyno.
story-quote-question = Yn yr ateb i ba gwestiwn?
story-quote-words = Y geiriau i’w dyfynnu
story-quote-words-hint = Gadewch yr hyn yr hoffech ei ddyfynnu yn unig. Rhaid iddo sefyll yn y stori air am air.
story-quote-add = Ei ychwanegu at yr ateb
story-quote-nowhere = Nid oes yr un cwestiwn a ofynnir i chi yn cymryd ateb hir, felly ni ellir dyfynnu straeon.
quotes-withdrawn-title = Geiriau na ellir eu hanfon
quotes-withdrawn-words = Ni ellir dyfynnu “{ $words }” mwyach: mae pwy bynnag a adroddodd stori { $number } wedi dweud hynny. Tynnwch y geiriau hyn allan.
quotes-withdrawn-name = Gellir dyfynnu “{ $words }”, ond nid gyda’r enw { $name } mwyach. Tynnwch yr enw allan.
quotes-withdrawn-answer = Newid yr ateb
stories-quoted-title = Straeon
stories-quoted = Yn dyfynnu { $count } o { $of ->
        [one] { $of } stori
       *[other] { $of } stori
    } a gasglwyd gan { $name }: { $numbers }

error-gathering-heading = Rhowch bennawd
error-gathering-asks = Dywedwch beth yr ydych yn gofyn amdano
error-gathering-past = Dewiswch ddiwrnod olaf nad yw wedi bod eto
error-gathering-late = Dewiswch ddiwrnod olaf nad yw ar ôl i’r alwad gau
error-gathering-over = Ni dderbynnir mwy o straeon yma.
error-gathering-full = Mae gan y grŵp hwn gynifer o straeon ag y gall eu derbyn. Gofynnwch iddo sut arall y gallwch adrodd eich stori.
error-story = Ysgrifennwch eich stori
error-story-words = Byrhewch eich stori i { $limit } gair: mae { $over ->
        [one] { $over } gair
       *[other] { $over } gair
    } yn rhy hir
error-story-name = Rhowch enw, neu dewiswch gael eich dyfynnu hebddo
error-story-use = Dewiswch sut y gellir defnyddio eich stori
error-story-sent = Anfonwyd yr ymateb, ac mae’n aros fel y’i hanfonwyd.
error-story-taken-back = Tynnwyd y stori hon yn ôl.
error-story-not-quotable = Ni ellir dyfynnu’r stori hon.
error-quote-question = Dewiswch ym mha ateb yr hoffech ei dyfynnu
error-quote-not-there = Dyfynnwch y stori air am air: nid yw’r geiriau hyn yn sefyll ynddi
error-quote-too-long = Gyda’r geiriau hyn mae’r ateb yn hirach nag y caiff fod. Byrhewch yr ateb neu’r dyfyniad
error-quotes-withdrawn = Ni ellir anfon rhai o’r geiriau yr ydych yn eu dyfynnu. Tynnwch nhw allan yn gyntaf.
