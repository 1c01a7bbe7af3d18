### Galwadau, fel y gwêl y cyhoedd hwy.

calls-title = Galwadau am dystiolaeth
calls-open = Ar agor
calls-upcoming = Yn agor cyn hir
calls-closed = Wedi cau
calls-archived = Wedi eu harchifo
calls-none-open = Nid oes galwad ar agor ar hyn o bryd.
calls-none-upcoming = Nid oes un wedi ei chyhoeddi.
calls-none-closed = Nid oes un wedi cau eto.

kind-call-for-evidence = Galwad am dystiolaeth
kind-consultation = Ymgynghoriad

state-draft = Drafft
state-unopened = Yn agor cyn hir
state-open = Ar agor
state-closed = Wedi cau
state-analysing = Yn cael ei dadansoddi
state-outcome = Canlyniad wedi ei gyhoeddi
state-archived = Wedi ei archifo

call-state = Cyflwr
call-commissioner = Pwy sy’n gofyn
call-opens = Yn agor am { $when }
call-opens-label = Agor
call-closes = Yn cau am { $when }
call-closes-label = Cau
call-run-reason = Pam mae'n rhedeg ar yr adeg hon, ac am y cyfnod hwn
call-closing-history = Mae'r amser cau wedi symud
call-closing-moved = Ar { $day } fe'i symudwyd o { $before } i { $after }.
call-closing-early = Fe'i caewyd am { $after }, cyn { $before }.
call-closed-at = Caeodd am { $when }
call-before-you-start = Gallwch ddarllen pob cwestiwn yn gyntaf. Gallwch gadw eich atebion a dod yn ôl yn nes ymlaen. Os byddwch wedi dechrau pan fydd yr alwad yn cau, bydd gennych { $grace ->
        [one] { $grace } funud
        [two] { $grace } funud
       *[other] { $grace } o funudau
    } arall i orffen.
call-start = Dechrau eich ymateb
call-continue = Parhau â’ch ymateb
call-now-unopened = Bydd yr alwad hon yn agor am { $when }. Gallwch ddarllen y cwestiynau yn barod.
call-now-closed = Caeodd yr alwad hon am { $when }. Ni ellir dechrau ymatebion newydd mwyach.
call-now-analysing = Mae’r alwad hon wedi cau. Mae’r tîm yn dadansoddi’r hyn a ddywedoch wrtho.
call-now-outcome = Mae’r alwad hon wedi cau ac mae ei chanlyniad wedi ei gyhoeddi.
call-now-archived = Mae'r alwad hon wedi ei harchifo. Fe'i cedwir fel cofnod ac nid yw'n newid mwyach.
call-received = Daeth { $count ->
        [zero] dim ymatebion
        [one] { $count } ymateb
        [two] { $count } ymateb
       *[other] { $count } o ymatebion
    } i law.
call-recommendations = Darllen yr argymhellion
call-remit = Am beth y mae hyn
call-questions = Y cwestiynau
call-questions-count = Mae { $count ->
        [zero] dim cwestiynau
        [one] un cwestiwn
        [two] dau gwestiwn
        [few] tri chwestiwn
        [many] chwe chwestiwn
       *[other] { $count } o gwestiynau
    }. Gofynnir rhai ohonynt dim ond ar ôl atebion penodol.
call-questions-all = Darllen neu argraffu’r cwestiynau cyn ateb
stages-title = Beth sy'n digwydd pryd
stage-evidence = Tystiolaeth
stage-analysis = Dadansoddi
stage-report = Adroddiad
stage-reply = Ateb
stage-follow-up = Dilyniant
stage-evidence-times = O { $opens } i { $closes }
stage-past = Ar ben
stage-now = Nawr
stage-ahead = I ddod
call-ways = Ffyrdd o ymateb
call-way-online = Atebwch ar-lein ar y dudalen hon. Nid oes angen cyfrif arnoch.
call-way-other = Neu defnyddiwch y cyswllt isod i ateb mewn ffordd arall, neu i ofyn am fformat arall. Mae’n cyfrif yr un fath.
call-publication = Beth a gyhoeddir
call-privacy = Hysbysiad preifatrwydd
privacy-controller = Pwy sy'n gyfrifol
privacy-purposes = Beth a gesglir, ac at ba ddiben
privacy-lawful-basis = Y sail gyfreithlon
privacy-processors = Pwy sy'n ei drin ar ein rhan
privacy-sharing = Pwy arall sy'n ei weld
privacy-retention = Am ba hyd y'i cedwir
privacy-rights = Eich hawliau, a sut i gwyno

preview-title = Rhagolwg
preview-text = Dim ond y tîm, a’r rhai y mae wedi rhoi dolen breifat iddynt, sy’n gallu gweld y dudalen hon. Nid yw wedi ei chyhoeddi.
preview-form = Rhoi cynnig ar y ffurflen
preview-step = Rhagolwg yw hwn. Caiff atebion eu gwirio ond nid eu cadw.
preview-next = Parhau

questions-title = Y cwestiynau i gyd
questions-lead = Dyma’r holl gwestiynau, i’w darllen neu eu hargraffu, eu trafod ag eraill a pharatoi eich atebion.
questions-opens = Gallwch ateb o { $when } ymlaen.
questions-closes = Rhaid i’ch atebion ein cyrraedd erbyn { $when }.
questions-online = Atebwch ar-lein yn { $address }. Nid oes angen cyfrif arnoch.
questions-answer = Eich ateb:
questions-take = Gallwch fynd â nhw gyda chi hefyd:
questions-docx = Y cwestiynau fel dogfen Word (DOCX)
questions-large-print = Y cwestiynau mewn print bras, 18 pwynt (DOCX)
questions-text = Y cwestiynau fel testun plaen (TXT)
question-number = { $number }. { $title }
question-asked-if = Gofynnir hwn dim ond os { $conditions }.
section-asked-if = Gofynnir yr adran hon dim ond os { $conditions }.
asked-if-is = { $choices } yw’r ateb i gwestiwn { $number }
asked-if-is-not = nad { $choices } yw’r ateb i gwestiwn { $number }
asked-if-between = yw’r ateb i gwestiwn { $number } rhwng { $least } a { $most }
asked-if-at-least = yw’r ateb i gwestiwn { $number } yn { $least } o leiaf
asked-if-at-most = yw’r ateb i gwestiwn { $number } yn { $most } ar y mwyaf
asked-if-answered = atebir cwestiwn { $number }
asked-if-not-answered = na chaiff cwestiwn { $number } ei ateb
asked-if-and = { $before } ac { $next }
asked-if-or = { $before } neu { $next }
correction = Cywirwyd am { $when }: { $note }
correction-before = Cyn hynny dywedai: “{ $before }”
correction-help-before = Cyn hynny dywedai ei gymorth: “{ $before }”
correction-choice = “{ $before }” oedd enw “{ $after }” o’r blaen.
correction-section = Adran “{ $title }”
corrections-title = Cywiriadau i’r cwestiynau
correction-now = Dywed bellach: “{ $now }”
skip-if = Os { $conditions }, ewch { $place }.
skip-always = Ar ôl y cwestiwn hwn ewch { $place }.
skip-otherwise = Fel arall ewch { $place }.
skip-to-section = i’r adran “{ $title }”
skip-to-end = i’r dudalen “{ $title }”, lle daw’r ffurflen i ben
end-pages-title = Lle gall y ffurflen ddod i ben yn gynnar
end-pages-lead = Mae rhai atebion yn arwain at un o’r tudalennau hyn, ac ni ofynnir y cwestiynau wedi hynny.
end-page-sends = Gellir anfon yr hyn a atebwyd hyd yma o hyd.
end-page-unsent = Ni anfonir dim oddi yma.
count-questions = { $count ->
        [zero] dim cwestiynau
        [one] { $count } cwestiwn
        [two] { $count } gwestiwn
        [few] { $count } chwestiwn
        [many] { $count } chwestiwn
       *[other] { $count } cwestiwn
    }
rule-short = Atebwch mewn un llinell.
rule-long = Atebwch mewn cynifer o eiriau ag sydd eu hangen.
rule-one = Dewiswch un.
rule-any = Dewiswch bob un sy’n berthnasol.
rule-agreement = Dewiswch i ba raddau rydych yn cytuno.
rule-number = Atebwch â rhif.
rule-number-whole = Atebwch â rhif cyfan.
rule-number-unit = Yr uned yw { $unit }.
rule-number-between = Gall fod o { $least } i { $most }.
rule-number-least = Rhaid iddo fod yn { $least } o leiaf.
rule-number-most = Gall fod yn { $most } ar y mwyaf.
rule-date = Atebwch â diwrnod, mis a blwyddyn, fel 27 3 2024.
rule-email = Atebwch â chyfeiriad e-bost. Ni chaiff ei gyhoeddi, a dim ond y rhai o’r tîm y mae’n rhaid iddynt wybod sy’n ei weld.
rule-telephone = Atebwch â rhif ffôn. Ni chaiff ei gyhoeddi, a dim ond y rhai o’r tîm y mae’n rhaid iddynt wybod sy’n ei weld.
rule-declaration = Ticiwch y blwch. Hebddo ni allwch anfon eich ymateb.
rule-list = Dewiswch un o’r rhestr.
rule-place = Dewiswch y lle o’r rhestr.
rule-list-own = Os nad yw yn y rhestr, gallwch ei ysgrifennu yn eich geiriau eich hun.
rule-matrix = Ar gyfer pob gosodiad dewiswch un: { $points }.
rule-votes = Ar gyfer pob gosodiad dywedwch a ydych yn cytuno neu’n anghytuno, neu ewch heibio iddo.
rule-ranking = Rhowch safle i bob opsiwn, o 1 i’r cyntaf hyd at { $places } i’r olaf.
rule-ranking-first = Rhowch safle i’ch { $places } cyntaf o { $all } opsiwn: 1 i’r cyntaf, yna 2, ac yn y blaen. Gadewch y lleill heb safle.
rule-points = Rhannwch { $total } o bwyntiau rhwng yr opsiynau. Rhaid iddynt ddod i { $total } gyda’i gilydd.
rule-entries = Rydych yn eu hychwanegu fesul un, hyd at { $most } ohonynt.
rule-entries-one = Gallwch ychwanegu un.
rule-entries-exactly = Rydych yn ychwanegu { $most } ohonynt, fesul un.
rule-entries-between = Rydych yn eu hychwanegu fesul un, o { $least } i { $most } ohonynt.
rule-why = Gofynnir i chi pam hefyd.
rule-why-limit = Gofynnir i chi pam hefyd, mewn hyd at { $limit } o eiriau.
rule-why-optional = Gallwch ddweud pam hefyd.
rule-why-optional-limit = Gallwch ddweud pam hefyd, mewn hyd at { $limit } o eiriau.
agreement-strongly-agree = Cytuno’n gryf
agreement-agree = Cytuno
agreement-neither = Ddim yn cytuno nac yn anghytuno
agreement-disagree = Anghytuno
agreement-strongly-disagree = Anghytuno’n gryf
agreement-dont-know = Ddim yn gwybod
vote-agree = Cytuno
vote-disagree = Anghytuno
vote-pass = Mynd heibio
rule-required = Mae angen ateb.
rule-optional = Gallwch adael hwn allan.
rule-required-each = Mae angen ateb i bob un.
rule-optional-each = Gallwch hepgor unrhyw un ohonynt.
words-limit = Gallwch ddefnyddio hyd at { $limit } o eiriau.
words-left-one = Mae gennych un gair ar ôl
words-left-other = Mae gennych %{"{"}count{"}"} o eiriau ar ôl
words-left-none = Nid oes gennych eiriau ar ôl
words-over-one = Mae gennych un gair yn ormod
words-over-other = Mae gennych %{"{"}count{"}"} o eiriau yn ormod

late-title = Gallwch ateb o hyd
late-text = Mae'r alwad hon wedi cau. Mae'r tîm yn gadael i chi ateb tan { $until }.
late-marked = Nodir bod eich ymateb wedi ei anfon ar ôl cau, ac mae'n cyfrif fel y lleill.
late-start = Ymlaen at y cwestiynau
late-call = Darllenwch am yr alwad yn gyntaf

calls-words = Geiriau
calls-state = Cyflwr
calls-theme = Thema
calls-place = Lle
calls-audience = Gan bwy y mae am glywed
calls-commissioner = Pwy sy'n gofyn
calls-any = Unrhyw un
calls-find = Dod o hyd i alwadau
calls-found = { $count ->
    [0] Ni chafwyd hyd i unrhyw alwad.
    [one] Cafwyd hyd i 1 alwad.
   *[other] Cafwyd hyd i { $count } o alwadau.
}
calls-all = Dangos pob galwad
audience-public = Pawb
audience-patients = Pobl sy'n defnyddio iechyd a gofal
audience-carers = Gofalwyr di-dâl
audience-young-people = Plant a phobl ifanc
audience-voluntary = Sefydliadau gwirfoddol a chymunedol
audience-workforce = Pobl sy'n gweithio ym maes iechyd a gofal
audience-nhs = Cyrff y GIG a systemau gofal integredig
audience-councils = Cynghorau
audience-providers = Darparwyr gofal
audience-researchers = Ymchwilwyr

# Dogfennau wrth ymyl galwad a’i chwestiynau
materials-heading = Dogfennau
materials-question = Dogfennau ar gyfer y cwestiwn hwn
material-beside = Ar gyfer cwestiwn { $number }
material-about = ({ $kind }, { $size }, { $language })
material-about-link = (ar { $site }, { $language })
material-waiting = Mae hon yn cael ei gwirio am firysau. Gallwch ei hagor yma cyn hir.
material-other-format = Gofyn am fformat arall
material-other-format-text = Dywedwch pa ddogfen sydd gennych mewn golwg, pa fformat sydd ei angen arnoch, ac unrhyw dechnoleg gynorthwyol a ddefnyddiwch. Ysgrifennwch at neu siaradwch â:
material-changes = Newidiadau i’r dogfennau
material-variant = { $format }, { $language }
material-change-added = { $day }: ychwanegwyd “{ $title }”
material-change-changed = { $day }: newidiwyd yr hyn a ddywedir am “{ $title }”
material-change-removed = { $day }: tynnwyd “{ $title }”
material-change-variant-added = { $day }: ychwanegwyd fersiwn arall o “{ $title }” ({ $variant })
material-change-variant-removed = { $day }: tynnwyd fersiwn o “{ $title }” ({ $variant })
format-main = Prif ddogfen
format-easy-read = Hawdd ei Ddeall
format-large-print = Print bras
format-bsl = Fideo BSL
format-audio = Sain
format-plain-text = Testun plaen
format-web-page = Tudalen we
tongue-en = Saesneg
tongue-cy = Cymraeg
tongue-bfi = Iaith Arwyddion Prydain
tongue-ar = Arabeg
tongue-bn = Bengaleg
tongue-gu = Gwjarati
tongue-pl = Pwyleg
tongue-pt = Portiwgaleg
tongue-pa = Pwnjabeg
tongue-ro = Rwmaneg
tongue-so = Somalieg
tongue-es = Sbaeneg
tongue-uk = Wcreineg
tongue-ur = Wrdw

private-notice = Galwad drwy wahoddiad yn unig yw hon. Gallwch ei gweld am eich bod wedi cael gwahoddiad iddi. Peidiwch â rhannu eich dolen: i chi yn unig y mae hi.

# Pwy gymerodd ran
figures-who = Pwy sydd wedi cymryd rhan
figures-until = { $count ->
        [zero] Nid oedd unrhyw ymateb wedi dod i law erbyn diwedd { $day }.
        [one] Roedd { $count } ymateb wedi dod i law erbyn diwedd { $day }.
        [two] Roedd { $count } ymateb wedi dod i law erbyn diwedd { $day }.
       *[other] Roedd { $count } o ymatebion wedi dod i law erbyn diwedd { $day }.
    } Gall rhagor ddilyn.
figures-kinds = Pwy atebodd
figures-languages = Iaith
figures-responses = Ymatebion
figures-hidden = heb ei ddangos
figures-hidden-text = Ni ddangosir rhifau o dan { $small }, na rhai eraill y gellid eu cyfrifo ohonynt, rhag i neb gael ei adnabod.
figures-no-poll = Nid pôl piniwn yw hwn. Yr hyn y mae pobl yn ei ddweud sy’n cyfrif, nid faint sy’n ei ddweud; ac nid yw’r rhai sy’n ateb yn sampl o bawb.
