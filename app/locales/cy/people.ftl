### Mewngofnodi, eich cyfrif eich hun, a derbyn gwahoddiad.

sign-in-title = Mewngofnodi
sign-in-lead = Ar gyfer timau adolygu. Nid oes angen i chi fewngofnodi i ateb galwad am dystiolaeth.
sign-in = Mewngofnodi
email = Cyfeiriad e-bost
password = Cyfrinair
error-email-missing = Rhowch eich cyfeiriad e-bost
error-password-missing = Rhowch eich cyfrinair
error-sign-in-wrong = Nid yw’r cyfeiriad e-bost a’r cyfrinair yn perthyn i’w gilydd. Gwiriwch y ddau a rhowch gynnig arall arni.
error-sign-in-slow = Bu gormod o gynigion. Arhoswch { $minutes } munud a rhowch gynnig arall arni.
sign-in-with = Mewngofnodi gyda { $provider }
sign-in-or-password = Neu gyda chyfeiriad e-bost a chyfrinair

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
role-lead-analyst = Prif ddadansoddwr
role-coder = Codiwr
role-reader = Darllenydd

account-title = Eich cyfrif
account-name = Enw
account-roles = Rôl
account-ways = Sut rydych yn mewngofnodi
account-password-yes = Gallwch fewngofnodi gyda’ch cyfeiriad e-bost a chyfrinair.
account-password-no = Nid oes gennych gyfrinair yma.
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
