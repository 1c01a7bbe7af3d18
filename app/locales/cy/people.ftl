### Mewngofnodi, eich cyfrif eich hun, a derbyn gwahoddiad.

sign-in-title = Mewngofnodi
sign-in-lead = Ar gyfer timau adolygu, ac ar gyfer pobl a sefydliadau sy’n cadw’r hyn y maent yn ei ysgrifennu mewn cyfrif. Nid oes angen i chi fewngofnodi i ateb galwad am dystiolaeth.
sign-in = Mewngofnodi
email = Cyfeiriad e-bost
password = Cyfrinair
error-email-missing = Rhowch eich cyfeiriad e-bost
error-password-missing = Rhowch eich cyfrinair
error-sign-in-wrong = Nid yw’r cyfeiriad e-bost a’r cyfrinair yn perthyn i’w gilydd. Gwiriwch y ddau a rhowch gynnig arall arni.
error-sign-in-slow = Bu gormod o gynigion. Arhoswch { $minutes } munud a rhowch gynnig arall arni.
sign-in-with = Mewngofnodi gyda { $provider }
sign-in-or-password = Neu gyda chyfeiriad e-bost a chyfrinair
sign-in-link-lead = Dim cyfrinair, neu ddim cyfrif eto?
sign-in-link = Gofyn am ddolen drwy e-bost

by-link-title = Mewngofnodi drwy ddolen
by-link-lead = Byddwn yn anfon dolen i’ch cyfeiriad e-bost. Mae’n gweithio unwaith, am { $minutes } munud, ar unrhyw ddyfais.
by-link-no-account = Os nad oes gennych gyfrif eto, mae’r un ddolen yn creu un.
by-link-button = Anfon y ddolen
by-link-to-myself = Anfon dolen ataf yn lle hynny
by-link-sent-title = Edrychwch yn eich blwch post
by-link-sent = Mae llythyr â dolen ar ei ffordd, oni bai bod pump nad ydych wedi’u defnyddio yn eich blwch post eisoes. Agorwch hi o fewn { $minutes } munud.
by-link-sent-none = Os nad oes dim wedi cyrraedd ar ôl ychydig funudau, edrychwch lle mae post diangen yn mynd, a gwiriwch i chi deipio’ch cyfeiriad yn gywir.
by-link-again = Gofyn am ddolen arall
by-link-open-title = Mewngofnodi
by-link-address = Anfonwyd y ddolen hon i { $address }
by-link-account = Rydych yn mewngofnodi fel { $name }.
by-link-invitation = { $name }, rydych yn cael gwahoddiad i weithio gyda’r tîm adolygu. Mae parhau yn creu eich cyfrif.
by-link-invitation-button = Derbyn a mewngofnodi
by-link-new = Nid oes cyfrif gyda’r cyfeiriad hwn eto. I greu un, dywedwch beth yw’ch enw.
by-link-name = Eich enw
by-link-name-hint = Mae pobl rydych yn gweithio gyda nhw yma yn ei weld. Nid yw’n ymddangos wrth ochr ymateb oni bai eich bod yn ei ysgrifennu yno.
by-link-new-button = Creu cyfrif
by-link-over-title = Nid yw’r ddolen hon yn gweithio mwyach
by-link-over = Fe’i defnyddiwyd o’r blaen, defnyddiwyd un mwy newydd, neu mae mwy na { $minutes } munud wedi mynd heibio.
error-own-name = Rhowch eich enw
error-sign-in-busy = Mae gormod o bobl yn mewngofnodi nawr. Arhoswch funud, yna rhowch gynnig arall arni.
error-account-closed = Mae’r cyfrif hwn ar gau. Siaradwch â’r person sy’n arwain y tîm adolygu.

second-step-title = Rhowch eich cod
second-step-lead = Mae un cam arall. Teipiwch y cod y mae eich ap yn ei ddangos nawr, neu defnyddiwch allwedd mynediad os oes gennych un.
code = Cod
code-hint = Chwe digid. Mae cod newydd bob 30 eiliad.
second-step-button = Parhau
second-step-lost = Nid yw fy ap gennyf yma
second-step-lost-codes = Defnyddiwch un o’r codau adfer a gadwyd gennych. Mae pob un yn gweithio unwaith.
second-step-lost-all = Os nad oes gennych y naill na’r llall, gofynnwch i weinyddwr eich tîm glirio eich ail gam. Byddant yn gwneud yn siŵr mai chi ydyw.
second-step-recovery = Defnyddio cod adfer
second-step-stop = Rhoi’r gorau ac allgofnodi
recovery-code = Cod adfer
recovery-code-hint = 16 o ddigidau a llythrennau mewn grwpiau o bedwar
error-code-form = Rhowch y chwe digid y mae eich ap yn eu dangos
error-code-wrong = Mae’r cod hwn yn anghywir, neu fe’i defnyddiwyd o’r blaen. Arhoswch am yr un nesaf a theipiwch hwnnw.
error-code-wrong-first = Nid y cod hwn a ddisgwyliwyd. Gwiriwch fod eich ffôn yn gosod ei gloc ei hun, arhoswch am y cod nesaf a theipiwch hwnnw.
error-code-slow = Bu gormod o godau anghywir. Arhoswch { $minutes } munud a cheisiwch eto.
error-recovery-code-form = Rhowch god adfer: 16 o ddigidau a llythrennau
error-recovery-code-wrong = Mae’r cod adfer hwn yn anghywir, neu fe’i defnyddiwyd o’r blaen. Rhowch gynnig ar un arall.

signed-out-title = Rydych wedi allgofnodi
signed-out-still = Rydych yn dal wedi mewngofnodi gyda { $provider } ar y ddyfais hon. Os yw pobl eraill yn ei defnyddio, allgofnodwch yno hefyd.
signed-out-there = Allgofnodi o { $provider }
signed-out-home = Mynd i’r dudalen gartref

refusal-title = Nid ydych wedi mewngofnodi
refusal-nothing-changed-title = Nid oes dim wedi newid
refusal-not-under-way = Nid yw’r mewngofnodi hwn ar y gweill mwyach. Cafodd ei orffen o’r blaen, cymerodd fwy na { $minutes } munud, neu cafodd ei ddechrau mewn porwr arall. Dechreuwch eto.
refusal-declined = Ni chadarnhaodd { $provider } pwy ydych chi. Efallai eich bod wedi stopio ar y ffordd, neu nad yw’n gadael i chi ddefnyddio’r wefan hon.
refusal-away = Nid yw { $provider } yn ateb. Nid eich bai chi yw hyn. Rhowch gynnig arall arni ymhen ychydig funudau.
refusal-unproven = Ni ellid gwirio’r hyn a anfonodd { $provider }, felly ni chafodd ei ddefnyddio. Dechreuwch eto. Os bydd yn digwydd eto, dywedwch wrth y sawl sy’n gofalu am y wefan hon.
refusal-unknown-title = Mae un cam arall cyn i chi allu mewngofnodi
refusal-unknown-account = Nid yw’r hyn y mae { $provider } yn eich adnabod wrtho wedi’i gysylltu â chyfrif yma. Os oes gennych gyfrif, mewngofnodwch fel y gwnaethoch hyd yn hyn, agorwch dudalen eich cyfrif a chysylltwch { $provider } yno. Nid yw cyfeiriad e-bost yn unig yn cysylltu cyfrif.
refusal-unknown-invited = Os cawsoch wahoddiad, agorwch ddolen breifat eich gwahoddiad a dewiswch { $provider } yno.
refusal-unknown-else = Os nad yw’r naill na’r llall yn wir, gofynnwch i’r sawl sy’n arwain y tîm adolygu eich gwahodd. Nid oes angen cyfrif arnoch i ateb galwad am dystiolaeth.
refusal-elsewhere-title = Mae hwn wedi’i gysylltu â chyfrif arall
refusal-elsewhere = Mae’r hyn y mae { $provider } yn eich adnabod wrtho wedi’i gysylltu â chyfrif arall yma. Mewngofnodwch i hwnnw a’i dynnu oddi yno yn gyntaf, neu dewiswch ffordd arall o fewngofnodi.
refusal-to-sign-in = Mynd i’r dudalen fewngofnodi
refusal-to-account = Mynd i’ch cyfrif

role-administrator = Gweinyddwr
role-data-protection-officer = Swyddog diogelu data
role-owner = Perchennog
role-editor = Golygydd
role-moderator = Cymedrolwr
role-lead-analyst = Prif ddadansoddwr
role-coder = Codiwr
role-reader = Darllenydd
role-publisher = Cyhoeddwr
role-secretariat = Ysgrifenyddiaeth
role-chair = Cadeirydd
role-member = Aelod
role-observer = Sylwedydd

account-title = Eich cyfrif
account-name = Enw
account-roles = Rôl
account-ways = Sut rydych yn mewngofnodi
account-password-yes = Gallwch fewngofnodi gyda’ch cyfeiriad e-bost a chyfrinair.
account-password-no = Nid oes gennych gyfrinair yma.
account-password-change = Newid eich cyfrinair
account-password-new = Gosod cyfrinair
account-way-unnamed = Ni roddwyd enw
account-way-linked = Cysylltwyd am { $when }.
account-way-used = Defnyddiwyd ddiwethaf am { $when }.
account-way-remove = Tynnu i ffwrdd
account-places = Ble rydych wedi mewngofnodi
account-places-text = Cewch eich allgofnodi’n awtomatig ar ôl tair awr heb wneud dim, a deuddeg awr ar ôl mewngofnodi. Allgofnodwch lle bynnag na wyddoch mai chi sydd yno, a newidiwch sut rydych yn mewngofnodi.
account-place = Mewngofnodwyd am { $when }
account-place-provider = Mewngofnodwyd gyda { $provider } am { $when }
account-place-used = Defnyddiwyd ddiwethaf tua { $when }.
account-place-here = Dyma lle rydych chi nawr.
account-place-end = Allgofnodi yno
account-places-all = Allgofnodi ym mhob man arall
account-connect-title = Cysylltu ffordd arall o fewngofnodi
account-connect-text = Rydych yn mewngofnodi yno unwaith, ac o hynny ymlaen gallwch ei defnyddio i fewngofnodi yma.
account-connect = Cysylltu { $provider }
error-identity-last = Dyma’ch unig ffordd o fewngofnodi. Cysylltwch un arall yn gyntaf.
error-identity-elsewhere = Mae hwn wedi’i gysylltu â chyfrif arall yma.

account-second-step = Ail gam
account-second-step-none = Rydych yn mewngofnodi gydag un cam. Gydag ail gam, sef cod o ap ar eich ffôn, ni all neb ddod i mewn drwy wybod eich cyfrinair yn unig.
account-second-step-set-up = Gosod ail gam
account-second-step-app = Gofynnir i chi hefyd am god eich ap wrth fewngofnodi. Fe’i gosodwyd gennych am { $when }.
account-second-step-codes = { $count ->
    [0] Nid oes gennych godau adfer ar ôl. Gwnewch rai newydd, neu bydd colli’ch ffôn yn eich cloi allan.
    [one] Mae gennych 1 cod adfer ar ôl.
    [two] Mae gennych { $count } god adfer ar ôl.
    [few] Mae gennych { $count } chod adfer ar ôl.
    [many] Mae gennych { $count } chod adfer ar ôl.
   *[other] Mae gennych { $count } cod adfer ar ôl.
}
account-second-step-add-app = Gosod ap sy’n dangos codau
account-second-step-more-codes = Gwneud codau adfer newydd
account-second-step-remove = Tynnu’r ap
account-second-step-must = Mae angen ail gam ar eich rôl, oherwydd ei bod yn rhoi mynediad at yr hyn a ysgrifennodd pobl amdanynt eu hunain.
account-place-waits = Yn aros am yr ail gam. Os nad chi sydd yno, mae rhywun yn gwybod eich cyfrinair: newidiwch ef.

set-up-title = Gosod ail gam
set-up-must = Mae eich rôl yn rhoi mynediad at yr hyn a ysgrifennodd pobl amdanynt eu hunain. Cyn parhau, ychwanegwch ail gam at sut rydych yn mewngofnodi. Mae’n cymryd tua dwy funud.
set-up-lead = Mae angen ap sy’n dangos codau. Mae un ymhlith cyfrineiriau’r rhan fwyaf o ffonau; bydd unrhyw ap codau dilysu yn gwneud y tro.
set-up-scan = 1. Ychwanegu Folkmoot at eich ap
set-up-scan-text = Yn yr ap, ychwanegwch gyfrif a phwyntiwch y camera at y sgwâr hwn.
set-up-picture = Sgwâr o ddotiau ar gyfer camera eich ffôn. Mae’r un peth mewn llythrennau isod.
set-up-here = Mae’r ap ar y ddyfais hon: ei agor
set-up-type = Ni allaf ddefnyddio’r camera
set-up-type-text = Teipiwch yr allwedd hon i’r ap yn lle hynny. Nid oes ots am lythrennau bach a bylchau.
set-up-passkey = Neu defnyddiwch allwedd mynediad
set-up-passkey-text = Os oes un gan y ddyfais hon, mae’n gofyn am eich bys, eich wyneb neu ei PIN yn lle cod.
passkey-way-in = Mewngofnodi ag allwedd mynediad
passkey-way-to-add = Ychwanegu allwedd mynediad
passkey-add-title = Ychwanegu allwedd mynediad
passkey-add-lead = Mae allwedd mynediad yn cael ei chadw gan eich ffôn, eich cyfrifiadur neu allwedd fach ar eich cylch. Mae’n eich mewngofnodi ar ei phen ei hun, â’ch bys, eich wyneb neu PIN, ac mae’n gweithio ar y wefan hon yn unig: ni all neb eich twyllo i’w rhoi i ffwrdd.
passkey-name = Beth ydych chi’n ei galw?
passkey-name-hint = Er mwyn i chi ei hadnabod eto, megis ‘fy ffôn’
passkey-add-button = Creu’r allwedd mynediad
passkey-added = Ychwanegwyd am { $when }.
passkey-remove = Tynnu { $name } i ffwrdd
passkey-sign-in-title = Mewngofnodi ag allwedd mynediad
passkey-sign-in-lead = Mae eich dyfais yn gofyn nawr am eich bys, eich wyneb neu ei PIN.
passkey-use = Defnyddio allwedd mynediad
passkey-other-way = Mewngofnodi mewn ffordd arall
passkey-refused = Ni ddefnyddiwyd allwedd mynediad. Nid oes gan eich dyfais un ar gyfer y wefan hon, neu gwnaethoch stopio ar y ffordd. Rhowch gynnig arall arni, neu ewch ffordd arall.
passkey-no-script = Mae angen sgript ar allweddi mynediad, ac mae wedi’i diffodd yn y porwr hwn. Defnyddiwch ap sy’n dangos codau neu god adfer yn lle hynny, neu borwr â sgript.
error-passkey-name = Dywedwch beth ydych chi’n galw’r allwedd mynediad
error-passkey-add = Ni ellid ychwanegu’r allwedd mynediad hon. Rhowch gynnig arall arni, neu defnyddiwch ddyfais arall.
error-passkey-wrong = Ni ellid defnyddio’r allwedd mynediad hon. Rhowch gynnig arall arni, neu mewngofnodwch mewn ffordd arall.
set-up-prove = 2. Teipio’r cod y mae’n ei ddangos
set-up-code-hint = Chwe digid
set-up-button = Gorffen
error-app-there = Rydych wedi gosod ap eisoes. Tynnwch ef yn gyntaf er mwyn defnyddio un arall.
error-app-late = Mae mwy nag awr wedi mynd heibio ers dangos y sgwâr. Agorwch y dudalen eto a defnyddiwch yr un newydd.

remove-app-title = Tynnu’r ap
remove-app-warning = Byddwch yn mewngofnodi gydag un cam, ac ni fydd eich codau adfer yn gweithio mwyach.
remove-app-must = Mae angen ail gam ar eich rôl. Ar ôl tynnu’r ap rhaid i chi osod un arall cyn cyrraedd tudalennau’r tîm.
remove-app-button = Tynnu
remove-app-recovery = Tynnu gyda chod adfer

password-title = Dewis cyfrinair
password-lead = O hyn ymlaen byddwch yn mewngofnodi ag ef. Cewch eich allgofnodi ym mhob man arall.
password-new = Cyfrinair newydd
password-button = Cadw’r cyfrinair

recovery-codes-title = Codau adfer
recovery-codes-lead = Mae cod adfer yn eich gadael i mewn pan nad yw eich ffôn gennych. Mae pob un yn gweithio unwaith.
recovery-codes-once = Dangosir y codau hyn unwaith. Cadwch nhw nawr.
recovery-codes-keep = Argraffwch y dudalen hon, ysgrifennwch y codau, neu rhowch nhw lle rydych yn cadw cyfrineiriau. Peidiwch â’u cadw ar y ffôn gyda’r ap.
recovery-codes-kept = Rwyf wedi eu cadw
recovery-codes-renew-text = Os gwnewch godau newydd, bydd y rhai sydd gennych yn peidio â gweithio.
recovery-codes-renew = Gwneud codau newydd

confirm-title = Cadarnhewch mai chi sydd yno
confirm-lead = Rydych ar fin newid sut rydych yn mewngofnodi. Dangoswch yn gyntaf mai chi biau’r cyfrif hwn. Nid oes angen i chi wneud hynny eto am ddeng munud.
confirm-button = Cadarnhau
confirm-or-provider = Neu mewngofnodwch eto
error-password-wrong = Mae’r cyfrinair yn anghywir. Gwiriwch ef a rhowch gynnig arall arni.

accept-title = Rydych wedi cael gwahoddiad
accept-lead = Derbyniwch i ymuno â’r tîm adolygu. Dewiswch sut y byddwch yn mewngofnodi.
accept-with = Derbyn gyda { $provider }
accept-or-password = Neu dewiswch gyfrinair
accept-password = Cyfrinair
accept-password-hint = O leiaf 12 nod. Mae tri gair ar hap yn hawdd eu cofio ac yn anodd eu dyfalu.
accept-button = Derbyn
invitation-lasts = Mae’r gwahoddiad yn para tan
error-invitation-taken = Mae gan rywun gyfrif gyda’r cyfeiriad e-bost hwn erbyn hyn. Mewngofnodwch ag ef.
error-password-short = Defnyddiwch o leiaf { $least } nod
error-password-long = Defnyddiwch { $most } nod ar y mwyaf

kept-title = Eich ymatebion a’ch drafftiau
kept-text = Dim ond chi sy’n gweld mai eich rhai chi ydynt. Mae dadansoddwyr a’r cyhoedd yn gweld yr hyn y byddent yn ei weld heb eich cyfrif.
kept-none = Nid ydych yn cadw ymateb na drafft yma eto.
kept-take-in = Dod ag ymateb a anfonwyd gennych i mewn
kept-take-in-text = Dangoswch mai eich un chi ydyw drwy’r hyn sydd ar ei dderbynneb.
kept-take-in-draft = Ar gyfer drafft, agorwch ei ddolen breifat yn y porwr hwn. Yna gofynnir ichi a ydych am ei gadw yma.
kept-keep = Cadw hwn yn fy nghyfrif
kept-draft = Drafft
kept-draft-closed = Drafft, rhy hwyr i’w anfon
kept-closed-text = Mae’r alwad wedi cau, felly ni ellir anfon y drafft hwn mwyach.
kept-saved = Cadwyd { $when }
kept-sent = Anfonwyd
kept-sent-on = Anfonwyd { $when }
kept-withdrawn = Tynnwyd yn ôl
kept-withdrawn-on = Tynnwyd yn ôl { $when }
kept-reference = Cyfeirnod { $reference }
kept-let-go = Gollwng gafael arno
kept-let-go-text = Mae’n aros fel y mae, ond mae’n gadael eich cyfrif. Wedi hynny dim ond ei ddolen breifat neu ei dderbynneb sy’n arwain ato.
keep-title = Cadw hwn yn eich cyfrif?
keep-text = Gallwch wedyn fynd ymlaen ag ef, a dilyn yn nes ymlaen beth a ddaeth ohono, ar unrhyw ddyfais lle byddwch yn mewngofnodi.
keep-private = Ni ddywedir wrth neb arall mai eich un chi ydyw: na’r tîm na’r cyhoedd.
keep-sign-in = Mewngofnodwch i’w gadw
keep-not = Mynd ymlaen hebddo
keep-offer = Os oes gennych gyfrif yma, gall ddal hwn ichi.
keep-done = Mae hwn yn eich cyfrif. Dewch o hyd iddo yno ar unrhyw ddyfais.
error-kept-elsewhere = Mae hwn mewn cyfrif arall eisoes. Gellir gollwng gafael arno yno.
