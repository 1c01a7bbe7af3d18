### Ateb, gwirio, a’r dderbynneb.

step-section-about = Amdanoch chi
step-place = Tudalen { $at } o { $of }
step-who = Ar ran pwy ydych chi’n ateb?
kind-individual = Fi fy hun
kind-on-behalf = Rhywun arall, ar ei ran
kind-organisation = Sefydliad
step-about = Eich manylion
about-name = Eich enw (dewisol)
about-name-hint = Fe’i cyhoeddir dim ond os dewiswch hynny yn nes ymlaen.
about-on-behalf-of = Ar ran pwy ydych chi’n ateb? (dewisol)
about-on-behalf-of-hint = Er enghraifft, eich mam, neu berson yr ydych yn ei gefnogi. Peidiwch â rhoi enw oni bai ei fod yn cytuno.
about-organisation = Enw’r sefydliad
about-sector = Pa fath o sefydliad ydyw?
about-represented = Yn siarad dros
about-represented-label = Dros faint o bobl neu sefydliadau ydych chi’n ateb? (dewisol)
about-represented-hint = Mewn ffigurau, er enghraifft 1200. Er enghraifft, faint o aelodau a gytunodd i’r ateb hwn.
about-contact-name = Eich enw (dewisol)
about-contact-name-hint = Er mwyn i’r tîm wybod pwy i’w holi. Ni chaiff ei gyhoeddi.
about-system = System gofal integredig (dewisol)
about-system-hint = Y rhan o Loegr y mae eich ateb yn sôn amdani’n bennaf.
system-none = Dim un yn arbennig
sector-nhs = GIG
sector-local-government = Llywodraeth leol
sector-social-care = Gofal cymdeithasol
sector-voluntary = Gwirfoddol, cymunedol neu fenter gymdeithasol
sector-patient-group = Grŵp cleifion neu ofalwyr
sector-academic = Prifysgol neu ymchwil
sector-think-tank = Melin drafod
sector-professional = Corff proffesiynol neu undeb llafur
sector-business = Busnes
sector-other = Rhywbeth arall

step-consent = A gawn ni gyhoeddi eich ymateb?
consent-with-name = Cewch, gyda’r enw
consent-with-name-hint = Bydd eich enw chi, neu enw eich sefydliad, wrth ymyl eich geiriau.
consent-without-name = Cewch, heb yr enw
consent-without-name-hint = Gellir cyhoeddi a dyfynnu eich geiriau. Ni fydd dim yn dweud pwy a’u hysgrifennodd.
consent-not-at-all = Na chewch
consent-not-at-all-hint = Caiff eich ymateb ei ddarllen a’i gyfrif, a byth ei gyhoeddi na’i ddyfynnu.
consent-law = Beth bynnag a ddewiswch, gall y gyfraith ei gwneud yn ofynnol datgelu’r hyn a anfonoch: Deddf Rhyddid Gwybodaeth 2000, Deddf Diogelu Data 2018 neu Reoliadau Gwybodaeth Amgylcheddol 2004.
consent-law-say = Os yw rhywbeth a ddywedwch wrthym yn gyfrinachol, dywedwch yn eich ateb pa ran ydyw a pham. Byddwn yn ystyried hynny, ond ni allwn addo cyfrinachedd ym mhob achos.

end-page-can-send = Gallwch anfon yr hyn rydych wedi ei ateb hyd yma atom o hyd.
end-page-cannot-send = Nid oes dim i’w anfon. Mae’r hyn rydych wedi ei ateb yn aros yn eich drafft, ac nid ydym yn ei ddarllen.
end-page-go-on = Parhau i anfon eich atebion
end-page-change-title = Os nad yw hyn yn iawn
end-page-change-text = Daethoch i’r dudalen hon oherwydd ateb. Gallwch ei newid:
end-page-change = Newid eich ateb i “{ $title }”
end-page-call = Yn ôl i dudalen yr alwad

step-check = Gwiriwch eich atebion
not-answered = Heb ei ateb
check-missing = Mae angen rhai atebion o hyd cyn y gallwch anfon eich ymateb.
check-send-title = Anfonwch eich ymateb
trap-label = Gadewch y maes hwn yn wag. Mae yma ar gyfer rhaglenni sy’n llenwi pob maes.
check-send-text = Drwy ei anfon rydych yn dweud bod yr hyn a ddywedoch wrthym yn gywir hyd y gwyddoch. Gallwch ei newid tra bo’r alwad yn derbyn atebion.
why-label = Pam?
why-label-optional = Pam? (dewisol)
choice-or = neu
list-none = Dewiswch o’r rhestr
list-own = Ddim yn y rhestr? Ysgrifennwch ef yma (dewisol)
list-own-hint = Mewn hyd at 200 o nodau.
list-how = Teipiwch ychydig o lythrennau, yna dewiswch â’r bysellau saeth ac Enter, neu drwy gyffwrdd.
list-nothing = Nid oes dim yn y rhestr â’r llythrennau hyn.
list-found = Canfuwyd: %{"{"}count{"}"}.
ranking-none = Dim safle
points-left = Pwyntiau ar ôl: %{"{"}count{"}"}
points-over = Pwyntiau’n ormod: %{"{"}count{"}"}
date-day = Diwrnod
date-month = Mis
date-year = Blwyddyn
save-and-continue = Cadw a pharhau
save-for-later = Cadw a gorffen yn nes ymlaen
submit-response = Anfon eich ymateb

later-title = Mae eich atebion ar gadw
later-text = Gallwch barhau tan { $when }.
later-link = Cadwch y ddolen breifat hon. Mae’n agor eich atebion ar y ddyfais hon neu unrhyw ddyfais arall. Copïwch hi, neu anfonwch hi atoch eich hun.
later-secret = Gall unrhyw un sydd â’r ddolen ddarllen a newid eich atebion. Rhannwch hi dim ond â phobl sy’n ateb gyda chi.

confirmation-title = Mae eich ymateb wedi dod i law
confirmation-reference = Eich cyfeirnod
confirmation-time = Daeth i law am { $when }.
confirmation-changed = Mae eich ymateb newydd wedi dod i law
confirmation-receipt = Gweld eich derbynneb, gyda phopeth a anfonoch, a’i hargraffu neu ei chadw
confirmation-next-title = Beth sy’n digwydd nesaf
confirmation-next-1 = Mae’r tîm yn darllen pob ymateb. Mae’n eu dadansoddi ar ôl i’r alwad gau.
confirmation-next-2 = Bydd tudalen yr alwad yn dweud pryd y cyhoeddir y canlyniad. Cadwch eich cyfeirnod: dyna sut y gallwch holi am eich ymateb.
receipt-title = Derbynneb
receipt-time = Daeth i law
receipt-entered = { $channel ->
        [paper] Daeth eich ymateb ar bapur. Mae’r tîm wedi’i gofnodi ar eich rhan, ac mae’n cyfrif fel unrhyw ymateb arall.
        [email] Daeth eich ymateb drwy e-bost. Mae’r tîm wedi’i gofnodi ar eich rhan, ac mae’n cyfrif fel unrhyw ymateb arall.
        [telephone] Rhoesoch eich ymateb dros y ffôn. Mae’r tîm wedi’i gofnodi ar eich rhan, ac mae’n cyfrif fel unrhyw ymateb arall.
        [event] Rhoesoch eich ymateb mewn digwyddiad. Mae’r tîm wedi’i gofnodi ar eich rhan, ac mae’n cyfrif fel unrhyw ymateb arall.
       *[other] Daeth eich ymateb mewn ffordd arall. Mae’r tîm wedi’i gofnodi ar eich rhan, ac mae’n cyfrif fel unrhyw ymateb arall.
    }
receipt-version = Fersiwn
receipt-version-text = Dyma fersiwn { $number } o’ch ymateb. Hwn yw’r un sy’n cyfrif.
receipt-hash = Ôl bys
receipt-hash-text = Cyfrifir yr ôl bys o bopeth a anfonoch. Pe newidid un llythyren, byddai’n wahanol.
paragraph = Paragraff

error-respondent-kind = Dewiswch ar ran pwy ydych chi’n ateb
error-respondent-organisation = Rhowch enw’r sefydliad
error-respondent-sector = Dewiswch pa fath o sefydliad ydyw
error-respondent-system = Dewiswch system gofal integredig o’r rhestr
error-respondent-represented = Rhowch rif cyfan mewn ffigurau, er enghraifft 1200, neu gadewch ef yn wag
error-consent-missing = Dewiswch a gaiff eich ymateb ei gyhoeddi
error-consent-no-name = I’w gyhoeddi gydag enw, rhowch un o dan “Eich manylion”, neu dewiswch “heb yr enw”
error-answer-missing = Rhowch ateb
error-answer-too-many-words = Byrhewch yr ateb i { $limit } o eiriau: mae { $over ->
        [one] { $over } gair
        [two] { $over } air
       *[other] { $over } o eiriau
    } yn rhy hir
error-answer-too-long = Byrhewch yr ateb i { $limit } o nodau
error-answer-unknown-choice = Dewiswch o’r atebion ar y dudalen hon
error-choice-missing = Dewiswch ateb
error-choice-only-one = Dewiswch un ateb yn unig
error-choice-not-alone = Dewiswch “{ $choice }” neu atebion eraill, ond nid y ddau
error-answer-why = Dywedwch pam
error-answer-why-alone = Dewiswch yr ateb y mae eich rhesymau drosto
error-answer-number-missing = Rhowch rif
error-answer-number = Rhowch rif mewn ffigurau, fel 12 neu 3.5
error-answer-whole = Rhowch rif cyfan, fel 12
error-answer-between = Rhowch rif o { $least } i { $most }
error-answer-least = Rhowch rif sy’n { $least } o leiaf
error-answer-most = Rhowch rif sy’n { $most } ar y mwyaf
error-answer-date-missing = Rhowch ddiwrnod, mis a blwyddyn
error-answer-day = Rhowch y diwrnod fel rhif
error-answer-month = Rhowch y mis fel rhif o 1 i 12
error-answer-year = Rhowch y flwyddyn â phedwar ffigur, fel 2024
error-answer-no-day = Nid oes diwrnod o’r fath: gwiriwch y diwrnod, y mis a’r flwyddyn
error-answer-email = Rhowch gyfeiriad e-bost, fel name@example.com
error-answer-telephone = Rhowch rif ffôn, fel 01632 960 001 neu +44 1632 960 001
error-list-missing = Dewiswch o’r rhestr
error-list-unknown = Nid yw “{ $typed }” yn y rhestr. Dewiswch linell o’r rhestr
error-list-near = Nid yw “{ $typed }” yn y rhestr. Ai { $near } oeddech chi’n ei feddwl?
error-list-both = Dewiswch o’r rhestr neu ysgrifennwch eich geiriau eich hun, ond nid y ddau
error-each-missing = Dewiswch ateb ar gyfer “{ $choice }”
error-each-unknown = Ar gyfer “{ $choice }” dewiswch o’r atebion ar y dudalen hon
error-ranking-missing = Rhowch eu safleoedd i’r opsiynau
error-ranking-place = Rhowch safle o 1 i { $most } i “{ $choice }”, neu ddim safle
error-ranking-twice = Rhowch safle arall i “{ $choice }”: mae safle { $place } gan “{ $other }” eisoes
error-ranking-free = Rhowch bob safle i opsiwn. Nid oes gan yr un opsiwn: { $places }
error-points-missing = Rhannwch y pwyntiau
error-points-number = Rhowch y pwyntiau ar gyfer “{ $choice }” fel rhif cyfan, fel 10, neu gadewch ef yn wag
error-points-left = Rhannwch { $count ->
        [one] { $count } pwynt
        [two] { $count } bwynt
       *[other] { $count } o bwyntiau
    } arall, fel eu bod yn dod i { $total } gyda’i gilydd
error-points-over = Tynnwch { $count ->
        [one] { $count } pwynt
        [two] { $count } bwynt
       *[other] { $count } o bwyntiau
    } yn ôl, fel eu bod yn dod i { $total } gyda’i gilydd
error-answer-declaration = Ticiwch y blwch, neu dewiswch “Cadw a gorffen yn nes ymlaen”
error-late-over = Nid yw'r ddolen hon yn gadael i neb ateb mwyach. Gofynnwch i bwy bynnag a'i rhoddodd i chi.
error-call-not-open = Nid yw’r alwad hon ar agor. Mae tudalen yr alwad yn dweud pryd y bydd yn agor neu pryd y caeodd.
error-no-draft = Ni allwn ganfod eich atebion ar y ddyfais hon. Os cadwoch eich dolen breifat, defnyddiwch hi. Os na, dechreuwch eto o dudalen yr alwad. Rhaid i’ch porwr dderbyn cwcis o’r wefan hon tra byddwch yn ateb.
error-change-closed = Mae’r alwad wedi cau, felly ni ellir anfon newid mwyach. Yr hyn a anfonoch o’r blaen sy’n cyfrif.
error-draft-submitted = Mae’r ymateb hwn eisoes wedi ei anfon.
error-draft-unfinished = Mae angen rhai atebion o hyd.

# Popeth a ofynnir
contents-title = Yr holl gwestiynau
contents-lead = Gallwch ateb mewn unrhyw drefn. Mae'r hyn rydych wedi ei gadw yn aros.
contents-end = Cyn i chi ei anfon
contents-done = Wedi ei wneud
contents-needed = I'w wneud
contents-optional = Dewisol
save-and-see-all = Cadw a gweld yr holl gwestiynau

autosave-saved = Wedi'i gadw am { $at }
autosave-failed = Heb ei gadw eto. Mae'r hyn a deipioch yn dal yma. Byddwn yn ceisio eto.
autosave-overtaken = Newidiwyd yr ateb hwn mewn ffenestr arall. Pwyswch “Cadw a pharhau” i weld y ddau.
autosave-overtaken-about = Newidiwyd hyn mewn ffenestr arall. Bydd yr hyn a ddewisoch neu a deipioch yma yn cyfrif ar ôl i chi bwyso “Cadw a pharhau”.
between-unfinished = Mae'r hyn a deipioch yma wedi'i gadw. Gellir ei anfon pan fydd hyn wedi'i gywiro:
between-overtaken = Newidiwyd yr ateb hwn mewn ffenestr arall, neu gan rywun arall sydd â'r ddolen. Ni chollwyd dim o'r naill na'r llall.
between-other = Yr hyn a gadwyd yno
between-choose = Mae'r hyn a deipioch isod. Cadwch ef i'w ddefnyddio yn ei le, gyda phopeth yr hoffech ei gymryd oddi yno.
between-keep-other = Cadw'r hyn a gadwyd yno
between-shut-out = Ni chadwyd hyn. Mae'r hyn a deipioch isod.
between-shut-out-do = Os cawsoch eich allgofnodi, mewngofnodwch eto mewn ffenestr arall; os oes gennych ddolen breifat, agorwch hi mewn ffenestr arall. Yna cadwch y dudalen hon eto. Os yw'r alwad wedi cau, copïwch yr hyn yr hoffech ei gadw.
check-typed = Wedi'i gadw, ond rhaid cywiro rhywbeth cyn y gallwch ei anfon

later-letter = Cael y ddolen wedi'i hanfon atoch
later-letter-text = Rydym yn defnyddio eich cyfeiriad ar gyfer y llythyr hwn ac yna'n ei anghofio.
later-email = Cyfeiriad e-bost
later-remind = Atgoffwch fi cyn i'r alwad gau
later-remind-legend = Nodyn atgoffa
later-remind-hint = Un llythyr, tri diwrnod cyn hynny. Rydym yn cadw eich cyfeiriad tan hynny, ac yn ei anghofio pan fydd wedi mynd.
later-send = Anfon y ddolen
later-sent-title = Eich llythyr
later-sent = Mae'r ddolen ar ei ffordd.
later-reminded = Byddwn yn eich atgoffa am { $when }.
later-remind-stop = Peidiwch â'm hatgoffa
error-link-often = Mae'r ddolen wedi'i hanfon { $most } gwaith, sef mor aml ag y byddwn yn ei hanfon. Copïwch hi yn lle hynny.

# Un cofnod ar ôl y llall
entries-added = Rydych wedi ychwanegu { $count } hyd yma.
entries-add = Ychwanegu un arall: { $noun }
entries-full = Rydych wedi ychwanegu cynifer ag y gallwch. I ychwanegu un arall, tynnwch un yn gyntaf.
entries-remove = Tynnu
entries-remove-this = Tynnu hwn: { $noun }
entries-optional = { $name } (dewisol)
entries-line = Hyd at { $most } o nodau, mewn un llinell.
entries-text = Hyd at { $most } o nodau.
entries-when = Cymaint ag y gwyddoch: blwyddyn, mis a blwyddyn, neu ddyddiad llawn fel 27 3 2024.
entries-link = Cyfeiriad tudalen, fel https://www.example.org/report.
error-entries-missing = Ychwanegwch o leiaf un
error-entries-few = Ychwanegwch { $count } arall
error-entries-many = Tynnwch rai ohonynt: { $most } yw’r mwyaf
error-entry-missing = Rhowch ateb i “{ $name }”
error-answer-link = Rhowch gyfeiriad tudalen sy’n dechrau â https:// neu http://

# Darnau o dystiolaeth
evidence-noun = darn o dystiolaeth
evidence-called = Tystiolaeth { $number }
evidence-claim = Beth mae’r dystiolaeth yn ei ddangos?
evidence-claim-hint = Dywedwch hynny yn eich geiriau eich hun.
evidence-sort = Pa fath o dystiolaeth ydyw?
evidence-sort-research = Ymchwil
evidence-sort-evaluation = Gwerthusiad
evidence-sort-data = Data neu ystadegau
evidence-sort-case-study = Astudiaeth achos
evidence-sort-experience = Profiad bywyd
evidence-sort-practice = Ymarfer
evidence-sort-other = Arall
evidence-place = Lle neu system gofal integredig
evidence-place-hint = O ble y daw’r dystiolaeth.
evidence-people = Am ba bobl y mae?
evidence-people-hint = Er enghraifft, “gofalwyr dros 65 oed”. Peidiwch ag enwi neb.
evidence-source = Ble gellir dod o hyd iddi?
evidence-date = O ba bryd y mae?
evidence-permission = A gaiff y darn hwn o dystiolaeth ei gyhoeddi a’i ddyfynnu?
evidence-permission-hint = Os na, bydd y tîm yn ei ddarllen, a neb y tu allan i’r tîm.
evidence-permission-given = Caiff, gellir ei gyhoeddi a’i ddyfynnu
evidence-permission-refused = Na chaiff, dim ond i’r tîm ei ddarllen y mae
error-evidence-claim = Dywedwch beth mae’r dystiolaeth yn ei ddangos
error-evidence-sort = Dewiswch pa fath o dystiolaeth ydyw
error-evidence-permission = Dewiswch a gaiff y darn hwn o dystiolaeth ei gyhoeddi a’i ddyfynnu
# Newid yr hyn a anfonwyd
change-title = Newid eich ymateb
change-text = Mae eich atebion yn agor eto, gyda phopeth a anfonoch. Newidiwch yr hyn yr hoffech ei newid, yna anfonwch ef eto. Byddwch yn cadw eich cyfeirnod a’ch dolen breifat.
change-counts = Eich ymateb a anfonwyd am { $when } sy’n cyfrif nes i chi anfon yr un newydd.
change-until = Gallwch ei anfon eto tan { $when }.
change-begin = Dechrau newid
change-go-on = Parhau â’r newid
change-drop-title = Os nad ydych am ei newid wedi’r cyfan
change-drop-text = Yna anghofir yr hyn a newidioch ers anfon eich ymateb.
change-drop = Cadw’r hyn a anfonais
change-send = Anfon eich ymateb newydd
change-stands = Eich ymateb a anfonwyd am { $when } sy’n cyfrif.
change-too-late = Nid anfonoch eich newid cyn i’r alwad gau. Yr hyn a anfonoch o’r blaen sy’n cyfrif.
change-see = Gweld sut mae pethau’n sefyll
change-offer = Gallwch newid yr hyn a anfonoch o hyd.
change-offer-until = Gallwch newid yr hyn a anfonoch tan { $when }.
change-begun = Rydych yn newid yr hyn a anfonoch. Mae’n cyfrif nes i chi anfon yr ymateb newydd.
change-go-on-or-drop = Parhau â’r newid, neu gadw’r hyn a anfonoch

# Tynnu’n ôl
withdraw-title = Tynnu eich ymateb yn ôl
withdraw-text = Ni fydd y tîm yn ei ddarllen mwyach. Mae’n gadael pob rhestr, cyfrif, chwiliad a lawrlwythiad. Dim ond bod ymateb â’ch cyfeirnod chi wedi ei dynnu’n ôl, a phryd, y mae’r tîm yn ei weld.
withdraw-quotes = Os cyhoeddwyd geiriau ohono, ni chânt eu dangos mwyach.
withdraw-signed = { $count ->
        [one] Llofnodwyd ef gan rywun arall. Caiff ei dynnu’n ôl drostynt hwythau hefyd, ac nid ydym yn ysgrifennu atynt.
        [two] Llofnodwyd ef gan { $count } arall. Caiff ei dynnu’n ôl drostynt hwythau hefyd, ac nid ydym yn ysgrifennu atynt.
       *[other] Llofnodwyd ef gan { $count } arall. Caiff ei dynnu’n ôl drostynt hwythau hefyd, ac nid ydym yn ysgrifennu atynt.
    }
withdraw-until = Gallwch ddod ag ef yn ôl tan { $when }.
withdraw-warning = Tynnwch ef yn ôl dim ond os nad ydych am iddo gyfrif. I gywiro rhywbeth, newidiwch ef yn lle hynny.
withdraw-not = Ei adael fel y mae
withdraw-done = Rydych wedi tynnu eich ymateb yn ôl
withdraw-done-text = Tynnoch yr ymateb { $reference } yn ôl am { $when }. Nid oes neb yn ei ddarllen mwyach.
withdraw-back = Dod ag ef yn ôl
withdraw-back-text = Gallwch ddod ag ef yn ôl fel yr anfonoch ef.
withdraw-back-until = Gallwch ddod ag ef yn ôl fel yr anfonoch ef tan { $when }.
error-bring-back-closed = Mae’r alwad wedi cau, felly ni ellir dod ag ef yn ôl mwyach.
error-withdraw-closed = Mae’r alwad wedi cau, felly ni ellir tynnu ymateb yn ôl yma mwyach. Ysgrifennwch at y cyswllt ar dudalen yr alwad.
error-response-withdrawn = Tynnwyd yr ymateb hwn yn ôl. Dewch ag ef yn ôl cyn ei newid.

# Y dderbynneb i’w chadw
receipt-document = Ei lawrlwytho fel dogfen Word
receipt-letter = Gofyn am anfon y dderbynneb atoch
receipt-letter-text = Byddwn yn ei hanfon unwaith ac ni fyddwn yn cadw’r cyfeiriad.
receipt-letter-send = Anfon y dderbynneb
receipt-letter-sent = Rydym wedi anfon y dderbynneb i’r cyfeiriad a roesoch.
error-receipt-often = Anfonwyd y dderbynneb { $most } o weithiau eisoes. Argraffwch neu cadwch y dudalen yn lle hynny.
