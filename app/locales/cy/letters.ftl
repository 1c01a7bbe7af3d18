### Llythyrau y mae'r rhaglen yn eu hanfon, a'r dudalen i'w hatal.

letter-from = Anfonwyd gan Folkmoot,
letter-stop = I beidio â chael rhagor o'r llythyrau hyn, agorwch
letter-stop-following = I newid pa mor aml y daw'r llythyrau hyn, neu i'w hatal, agorwch
letter-private = [dolen breifat, a ddangosir i'r sawl sy'n cael y llythyr yn unig]
letter-secret-words = [geiriau a ddangosir i'r sawl sy'n cael y llythyr yn unig]

letter-test-subject = Llythyr prawf gan Folkmoot
letter-test-body =
    Mae'r llythyr hwn yn dangos bod Folkmoot yn { $site } yn gallu anfon llythyrau.

    Gofynnodd aelod o'r tîm amdano. Nid oes angen i chi wneud dim.

letter-team-invitation-subject = Rydych chi'n cael gwahoddiad i'r tîm adolygu
letter-team-invitation-body =
    Helô { $name },

    Rydych chi'n cael gwahoddiad i weithio gyda'r tîm adolygu yn { $site }.

    Agorwch y ddolen breifat hon i ddewis sut i fewngofnodi:
    { $link }

    Mae'r ddolen yn gweithio unwaith, tan { $until }. I chi yn unig y mae: peidiwch ag anfon y llythyr hwn ymlaen. Os nad oeddech chi'n ei ddisgwyl, gallwch ei anwybyddu.

letter-prove-address-subject = Ai eich cyfeiriad chi yw hwn?
letter-prove-address-body =
    Helô { $name },

    Mae rhywun sydd wedi mewngofnodi i'ch cyfrif yn { $site } yn gofyn i ni wneud yn siŵr mai eich cyfeiriad chi yw hwn.

    Os chi oedd, agorwch y ddolen breifat hon yn yr un porwr:
    { $link }

    Mae'n gweithio tan { $until }. Os nad chi oedd, peidiwch â gwneud dim.

letter-organisation-code-subject = Cod ar gyfer { $organisation }
letter-organisation-code-body =
    Dyma god i bwy bynnag sy'n ateb galwadau am dystiolaeth dros { $organisation }.

    Gyda'r cod hwn gall un ohonoch weithredu dros { $organisation } yn { $site }, a phenderfynu pwy arall all wneud hynny:
    { $code }

    Mewngofnodwch, a theipiwch ef yma:
    { $page }

    Mae'n gweithio unwaith, tan { $until }. Rhowch ef i'r person iawn ac i neb arall.

letter-organisation-claimed-subject = Mae rhywun yn gweithredu dros { $organisation }
letter-organisation-claimed-body =
    Yn { $site } mae rhywun wedi dangos eu bod yn gweithredu dros { $organisation }, ac yn berchennog arno yno.

    Mae'r hyn a wiriwyd yma:
    { $page }

    Os na ddylai hyn fod felly, ysgrifennwch at y tîm adolygu.

letter-member-invitation-subject = Rydych chi'n cael gwahoddiad i weithredu dros { $organisation }
letter-member-invitation-body =
    Helô { $name },

    Mae { $who } yn eich gwahodd i weithredu dros { $organisation } yn { $site }. Eich rôl fyddai: { $role }.

    Agorwch y ddolen breifat hon i dderbyn:
    { $link }

    Mae'r ddolen yn gweithio unwaith, tan { $until }. I chi yn unig y mae: peidiwch ag anfon y llythyr hwn ymlaen. Os nad oeddech chi'n ei ddisgwyl, gallwch ei anwybyddu.

letter-membership-asked-subject = Mae { $who } yn gofyn am weithredu dros { $organisation }
letter-membership-asked-body =
    Mae { $who } yn gofyn yn { $site } am weithredu dros { $organisation }.

    Darllenwch yr hyn a ysgrifennwyd, a phenderfynwch, yma:
    { $page }

letter-membership-given-subject = Eich rôl dros { $organisation }
letter-membership-given-body =
    Rydych chi'n gweithredu dros { $organisation } yn { $site }. Eich rôl yw: { $role }.

    Mae tudalen ei aelodau yma:
    { $page }

letter-membership-refused-subject = Eich cais i weithredu dros { $organisation }
letter-membership-refused-body =
    Gofynnoch chi yn { $site } am weithredu dros { $organisation }, ac ni chawsoch eich derbyn. Y rheswm a roddwyd:

    { $reason }

letter-membership-ended-subject = Nid ydych yn gweithredu dros { $organisation } mwyach
letter-membership-ended-body =
    Mae perchennog { $organisation } wedi eich tynnu o'i aelodau yn { $site }. Mae eich cyfrif yn aros fel y mae.

letter-member-joined-subject = Mae { $who } wedi ymuno â { $organisation }
letter-member-joined-body =
    Mae { $who } yn aelod o { $organisation } yn { $site } o hyn ymlaen.

    Os na ddylai hyn fod felly, gallwch eu tynnu yma:
    { $page }

letter-sign-in-link-subject = Eich dolen i fewngofnodi
letter-sign-in-link-body =
    Helô,

    Gofynnodd rhywun, chi yn ôl pob tebyg, am fewngofnodi yn { $site } gyda'r cyfeiriad hwn. Agorwch y ddolen hon i barhau:
    { $link }

    Mae'n gweithio unwaith, tan { $until }. Peidiwch â'i hanfon at neb: mae'n gadael i mewn bwy bynnag sy'n ei hagor.

    Os na wnaethoch ofyn amdani, nid oes angen i chi wneud dim. Nid oes neb yn mynd i mewn heb y llythyr hwn.

letter-glass-broken-subject = Gwelodd rhywun pwy ysgrifennodd ymateb
letter-glass-broken-body =
    Gwelodd { $who } pwy ysgrifennodd ymateb { $reference } i ‘{ $call }’ yn { $site }.

    Y rheswm a roddwyd: { $reason }

    Maent yn ei weld am awr. Mae yn y cofnod archwilio. Os ydych yn meddwl bod hyn yn anghywir, siaradwch â nhw.

letter-approval-asked-subject = Mae { $who } yn gofyn am eich cymeradwyaeth
letter-approval-asked-body =
    Mae { $who } eisiau { $what }. Mae angen dau berson, a gallwch chi fod yr ail.

    Yr alwad: { $call }
    Yr hyn a ddywedant: { $note }

    Gweld beth fyddai'n ei wneud, a'i gymeradwyo neu ei wrthod:
    { $link }

    Mae'r llythyr hwn gan eraill a all gymeradwyo hefyd. Y cyntaf ohonoch sy'n penderfynu.

letter-closing-moved-subject = Mae { $title } yn cau ar amser arall
letter-closing-moved-body =
    Rydych yn cadw drafft o ymateb i { $title }.

    Roedd i fod i gau am { $before }. Mae nawr yn cau am { $until }.

    Pam: { $reason }

    Ewch ymlaen â'ch drafft:
    { $link }

letter-draft-link-subject = Eich atebion i { $title }
letter-draft-link-body =
    Gofynnodd rhywun, chi yn ôl pob tebyg, am y ddolen i'w hatebion i { $title }.

    Ewch ymlaen â nhw yma, ar y ddyfais hon neu unrhyw ddyfais arall, tan { $until }:
    { $link }

    Gall unrhyw un sydd â'r ddolen ddarllen a newid yr atebion. Nid ydym yn cadw eich cyfeiriad.

    Os na wnaethoch ofyn amdani, gallwch ddileu'r llythyr hwn.

letter-receipt-subject = Eich derbynneb: { $title }
letter-receipt-body =
    Anfonodd rhywun, chi yn ôl pob tebyg, ymateb i { $title } a gofyn am ei dderbynneb.

    Cyfeirnod: { $reference }
    Daeth i law: { $when }
    Fersiwn: { $version }
    Ôl bys: { $code }

    Gyda'r cyfeirnod a'r ôl bys gallwch weld yn nes ymlaen beth ddaeth o'ch geiriau:
    { $page }

    Nid ydym yn cadw eich cyfeiriad.

    Os na wnaethoch ofyn amdani, gallwch ddileu'r llythyr hwn.

letter-draft-reminder-subject = Mae { $title } yn cau cyn bo hir
letter-draft-reminder-body =
    Dechreuasoch ateb { $title } a gofyn i ni eich atgoffa. Nid yw eich ymateb wedi'i anfon eto.

    Gallwch ei anfon tan { $until }:
    { $link }

    Gall unrhyw un sydd â'r ddolen ddarllen a newid yr atebion. Dyma'r unig nodyn atgoffa, ac rydym wedi anghofio eich cyfeiriad.

letter-sign-off-asked-subject = { $organisation }: cymeradwywch yr atebion i { $title }
letter-sign-off-asked-body =
    Mae { $who } yn gofyn i chi gymeradwyo’r hyn y byddai { $organisation } yn ei anfon at { $title } yn { $site }.

    Darllenwch ef a’i gymeradwyo yma:
    { $page }

    Mae’r cyntaf i gymeradwyo yn gwneud hynny dros bawb. Os newidir unrhyw beth wedyn, rhaid ei gymeradwyo eto.

letter-signed-off-subject = { $organisation }: mae’r atebion i { $title } wedi’u cymeradwyo
letter-signed-off-body =
    Mae { $who } wedi cymeradwyo’r hyn y byddai { $organisation } yn ei anfon at { $title }. Nid yw wedi’i anfon eto.

    Gall unrhyw aelod ei anfon oddi yma:
    { $page }

letter-shared-sent-subject = Mae { $organisation } wedi ateb { $title }
letter-shared-sent-body =
    Mae { $who } wedi anfon ymateb { $organisation } i { $title }. Ei gyfeirnod yw { $reference }.

    Darllenwch yr hyn a anfonwyd yma:
    { $page }

letter-co-sign-asked-subject = Ydych chi’n llofnodi’r ymateb hwn i { $title }?
letter-co-sign-asked-body =
    Mae rhywun sy’n ysgrifennu ymateb i { $title } yn { $site } yn dweud y byddech chithau’n ei lofnodi.

    Darllenwch yr hyn a fyddai’n cael ei anfon, a phwy sy’n gofyn i chi, yma. Yna dywedwch a ydych yn ei lofnodi:
    { $link }

    Mae’r ddolen yn gweithio tan { $until }. I chi yn unig y mae: peidiwch ag anfon y llythyr hwn ymlaen. Os na wnewch ddim, ni chewch eich cyfrif ymhlith y rhai sy’n llofnodi, ac rydym yn anghofio’ch cyfeiriad pan anfonir yr ymateb.

letter-approval-decided-subject = { $decision } yr hyn y gofynnoch amdano gan { $who }
letter-approval-decided-body =
    Gofynnoch am { $what }. { $decision } hynny gan { $who }.

    Yr alwad: { $call }
    Y rheswm a roddwyd: { $reason }

    Gweld beth a benderfynwyd:
    { $link }

asked-announce = gyhoeddi'r alwad
asked-open-now = agor yr alwad nawr
asked-close-now = cau'r alwad nawr
asked-publish-outcome = ddweud bod y canlyniad wedi'i gyhoeddi
asked-archive = archifo'r alwad
asked-bring-back = ddod â'r alwad yn ôl o'r archif
asked-delete = ddileu'r alwad
asked-change-times = newid pryd mae'r alwad yn agor ac yn cau
asked-one-person = adael i un person redeg yr alwad
asked-publish-finding = gyhoeddi canfyddiad
asked-publish-recommendation = gyhoeddi argymhelliad
asked-add-reply = ychwanegu ateb at argymhelliad
asked-add-progress = ychwanegu nodyn cynnydd at argymhelliad
decided-approved = Cymeradwywyd
decided-refused = Gwrthodwyd

letter-call-invitation-subject = Dywedwch wrthym beth rydych chi'n ei wybod: { $title }
letter-call-invitation-body =
    Helô { $name },

    Rydych chi'n cael gwahoddiad i ateb galwad am dystiolaeth: { $title }.

    Agorwch y ddolen bersonol hon i ddechrau. Gallwch stopio a mynd ymlaen yn nes ymlaen:
    { $link }

    Mae ar agor o { $opens } tan { $until }. Drwy'r ddolen rydym yn dysgu eich bod wedi ateb, fel na fyddwn yn eich atgoffa, a byth yr hyn a ysgrifennoch. Gallwch hefyd ateb hebddi:
    { $page }

    Pwy bynnag sy'n rhedeg yr alwad hon a ddewisodd ysgrifennu atoch ac a roddodd eich enw a'ch cyfeiriad i ni, ar gyfer y llythyrau hyn yn unig.

letter-call-reminder-subject = Mae amser i ateb o hyd: { $title }
letter-call-reminder-body =
    Helô { $name },

    Ysgrifennom atoch am alwad am dystiolaeth: { $title }. Mae'n cau am { $until }, a hoffem glywed gennych.

    Agorwch y ddolen bersonol hon i ddechrau:
    { $link }

    Os ydych wedi ateb mewn ffordd arall, diolch: gallwch anwybyddu'r llythyr hwn.

letter-follow-subject = Ydych chi eisiau llythyrau am { $title }?
letter-follow-body =
    Gofynnodd rhywun yn { $site } am anfon llythyrau am ‘{ $title }’ i'r cyfeiriad hwn.

    Os chi oedd, agorwch y ddolen hon a dywedwch ie:
    { $link }

    Os nad chi oedd, peidiwch â gwneud dim. Ni anfonir dim arall, a chaiff eich cyfeiriad ei ddileu ar ôl 7 diwrnod.
letter-news-subject = Newyddion am { $title }
letter-news-body =
    Mae newyddion am yr hyn rydych chi'n ei ddilyn yn { $site }.

    { $news }
letter-digest-subject = Newyddion am yr hyn rydych chi'n ei ddilyn
letter-digest-body =
    Dyma'r newyddion am yr hyn rydych chi'n ei ddilyn yn { $site }.

    { $news }

news-call-opened = Mae ar agor i atebion tan { $when }
news-closing-changed = Mae'r dyddiad cau wedi newid: mae'n cau am { $when }
news-call-closed = Mae wedi cau, ac mae'r tîm yn darllen yr atebion
news-outcome-published = Mae ei ganlyniad wedi'i gyhoeddi
news-finding-published = Mae canfyddiad wedi'i gyhoeddi: { $title }
news-recommendation-published = Mae argymhelliad wedi'i gyhoeddi: { $title }
news-reply-recorded = Mae ymateb i'r argymhelliad: { $title }
news-progress-recorded = Mae cynnydd ar yr argymhelliad: { $title }
news-meeting-published = Cyfarfod gyda'i agenda: { $title }, { $when }
news-meeting-moved = Mae gan gyfarfod amser neu le arall: { $title }, { $when }
news-organisation-ended = Mae'n dod i ben, neu wedi dod i ben: mae ei dudalen yn dweud pryd, a beth sy'n ei ddilyn
news-decision-taken = Gwnaed penderfyniad: { $title }

letter-sample-name = Ann Enghraifft
letter-sample-reference = 7KXD-93QM
letter-sample-call = Cartref ac ysbyty
letter-sample-reason = Gall rhywun fod mewn perygl.
letter-sample-organisation = Goleuadau'r Harbwr
letter-sample-note = Mae'r tîm wedi cytuno ar y cwestiynau.
letter-sample-finding = Mae pobl yn mynd adref yn gynt lle mae rhywun yn galw drannoeth

follow-title = Cael llythyrau am hyn
follow-call = Byddwn yn ysgrifennu pan fydd yn agor neu'n cau, pan fydd ei ddyddiadau'n newid, a phan ddaw canfyddiadau ac argymhellion ohono.
follow-theme = Byddwn yn ysgrifennu pan gyhoeddir argymhelliad ar y thema hon, a phan fydd ymateb i un neu gynnydd arno.
follow-recommendation = Byddwn yn ysgrifennu pan fydd ymateb iddo, cynnydd arno, neu benderfyniad sy'n seiliedig arno.
follow-assembly = Byddwn yn ysgrifennu pan gyhoeddir neu y symudir cyfarfod, a phan wneir penderfyniad.
follow-organisation = Rydym yn ysgrifennu pan gyhoeddir canfyddiad sy'n ei ddyfynnu wrth ei enw, a phan ddaw i ben.
follow-rate = Pa mor aml?
follow-button = Cael llythyrau
follow-privacy = Nid oes angen cyfrif arnoch. Rydym yn defnyddio eich cyfeiriad ar gyfer y llythyrau hyn yn unig, ac mae dolen i'w hatal ym mhob un.
follow-privacy-more = Beth rydym yn ei gadw
follow-sent-title = Edrychwch yn eich blwch post
follow-sent = Os yw'r cyfeiriad yn gywir, mae llythyr ar ei ffordd iddo. Agorwch y ddolen ynddo a dywedwch ie: dim ond wedyn y daw llythyrau.
follow-sent-none = Os nad oes dim wedi dod ar ôl rhai munudau, edrychwch lle mae post diangen yn mynd, neu gofynnwch eto.
follow-home = Ewch i'r hafan
follow-confirm-title = Cael y llythyrau hyn?
follow-confirm = Gofynnoch chi am lythyrau am ‘{ $title }’: { $rate }.
follow-confirm-button = Ie, anfonwch lythyrau ataf
follow-confirm-not = Os na wnaethoch chi ofyn, caewch y dudalen hon. Ni anfonir dim, a chaiff eich cyfeiriad ei ddileu ar ôl 7 diwrnod.
follow-confirmed-title = Byddwch yn cael llythyrau o hyn ymlaen
follow-confirmed = Byddwn yn ysgrifennu atoch am ‘{ $title }’: { $rate }.
follow-confirmed-after = Mae dolen ym mhob llythyr i newid pa mor aml y dônt, neu i'w hatal.
rate-at-once = ar unwaith
rate-daily = unwaith y dydd, am 8 y bore
rate-weekly = unwaith yr wythnos, fore Llun
error-email-form = Rhowch gyfeiriad e-bost, fel enw@example.org
error-follow-rate = Dewiswch pa mor aml rydych chi eisiau llythyrau
following-title = Yr hyn rydych chi'n ei ddilyn
following-lead = Rydych chi'n cael llythyrau am hyn. Newidiwch pa mor aml y dônt, neu ataliwch nhw; mae'r hyn a ddewiswch yn dal ar unwaith.
following-none = Nid ydych yn dilyn dim, ac ni chewch lythyrau. Mae eich cyfeiriad wedi'i ddileu.
following-paused = Daeth llythyrau atoch yn ôl, felly nid ydym yn anfon rhai. I gael llythyrau eto, dilynwch rywbeth o'r newydd.
following-gone = Rhywbeth nad yw'n gyhoeddus mwyach
following-rate = Daw llythyrau { $rate }.
following-change = Newid i { $rate }
following-stop = Atal
following-stop-all-title = Atal popeth
following-stop-all = Atal pob llythyr a dileu fy nghyfeiriad

stop-title = Atal y llythyrau hyn?
stop-following = Rydych chi'n cael llythyrau am yr hyn rydych chi'n ei ddilyn: galwadau am dystiolaeth, argymhellion, sefydliadau neu gynulliadau.
stop-invitations = Rydych chi'n cael gwahoddiadau i ateb galwadau am dystiolaeth, a nodiadau atgoffa.
stop-together = Rydych yn cael llythyrau am atebion yr ydych yn eu hysgrifennu, eu cymeradwyo neu eu llofnodi gydag eraill.
stop-tests = Gofynnodd aelod o'r tîm am anfon llythyrau atoch i ddangos a yw llythyrau'n cyrraedd.
stop-button = Atal y llythyrau
stop-done-title = Ni chewch ragor o'r llythyrau hyn
stop-done = Mae wedi'i wneud. Gall un sydd eisoes ar ei ffordd gyrraedd o hyd.
stop-go-on = Anfonwch nhw ataf eto
